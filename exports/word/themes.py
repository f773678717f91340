"""The chapter of one theme on paper, and its matrix."""

from exports import danish, words
from exports.model import (
    Excerpt,
    GoalItem,
    InitiativeItem,
    Matrix,
    Outline,
    ProposalItem,
    Reference,
    ThemeChapter,
)
from exports.word.ink import TEXT_WIDTH, TURNED_WIDTH, Ink, run, said
from strategy.model import InitiativeStatus, Stance
from strategy.round_trip.milestones import written

INITIATIVE_WIDTHS = (600, 2500, 1740, 900, 900, 1300, TEXT_WIDTH - 7940)
INITIATIVE_HEAD = ("Nr.", "Initiativ", "Ansvarlig", "Start", "Slut", "Indikator", "Udsagn")
_TEXT, _LAST = 1, len(INITIATIVE_HEAD) - 1
_LEFT_OUT_EMPTY = {3: "start", 4: "end", 5: "indicator"}  # where no row of the plan fills them
_MORE_FOR_VOICES = 400  # of the width such columns leave; the rest goes to the words
_INITIATIVE_LEAD = (
    "Numrene i kolonnen Udsagn fører til borgernes ord bagest i planen. {} vil sørge for:"
)
_WIDEST, _NARROWEST = 3400, 1100  # columns of the matrix
_WITH_TEXTS = 5  # up to so many initiatives side by side have room for their first words
_SHADES = ((6, "9CC3CB"), (3, "C6DDE1"), (1, "E6EEF0"))  # from so many statements, this colour


def chapter(ink: Ink, outline: Outline, content: ThemeChapter, to_edit: bool = False) -> str:
    """Goals, what citizens say, quotes, initiatives and the machine's proposals.

    In a file that goes out `to_edit` columns of the initiatives that are empty stand to be filled.
    """
    name = words.inside(content.name)
    parts = [ink.heading(1, content.name)]
    parts += [ink.text("Normal", p.text) for p in content.intro]
    if content.goals:
        parts.append(ink.heading(2, f"Mål for {name}"))
        parts.append(ink.text("Plan Lead", f"Målet for {outline.actor} er:"))
        parts += [_goal(ink, item) for item in content.goals]
    elif outline.is_draft:
        parts.append(ink.text("Plan Note", "Der er endnu ikke sat mål for temaet."))
    if content.voices:
        parts.append(_voices(ink, outline, content))
    if content.quotes:
        parts.append(ink.heading(2, "Citater"))
        parts += [quote(ink, excerpt) for excerpt in content.quotes]
    if content.initiatives:
        parts.append(ink.heading(2, "Initiativer"))
        parts.append(ink.text("Plan Lead", _INITIATIVE_LEAD.format(words.sentence(outline.actor))))
        parts.append(_initiatives(ink, outline, content, to_edit))
    if content.proposals:
        parts.append(_proposals(ink, content))
    return "".join(parts)


def _goal(ink: Ink, item: GoalItem) -> str:
    """A goal as a bullet, with its indicator and the statements behind it."""
    bullet = ink.p(
        "List Bullet",
        ink.target(item.goal.label),
        run(f"  {danish.tidy(item.goal.text)}"),
    )
    details = [run(item.measured)] if item.measured else []
    details += _stances(ink, item.references, "Bygger på")
    if not details:
        return bullet
    return bullet + ink.p("Plan Indicator", run(" ").join(details))


def _stances(ink: Ink, references: tuple[Reference, ...], supported: str) -> list[str]:
    """For each stance a sentence with its statements: "Bygger på U-012, U-045."."""
    leads = {**words.STANCE, Stance.SUPPORTS: supported}
    found = []
    for stance, lead in leads.items():
        labels = [r.label for r in references if r.stance is stance]
        if labels:
            found.append(run(f"{lead} ") + ink.references(labels) + run("."))
    return found


def _voices(ink: Ink, outline: Outline, content: ThemeChapter) -> str:
    """What citizens say: lines of the digest, each a statement's own words with its number."""
    parts = [ink.heading(2, "Det siger borgerne")]
    if outline.is_draft:
        parts.append(ink.text("Plan Mark", words.DRAFT_MARK))
    lead = f"Om {words.inside(content.name)} fortæller borgerne blandt andet:"
    parts.append(ink.text("Plan Lead", lead))
    for voices in content.voices:
        for excerpt in voices.lines:
            parts.append(
                ink.p(
                    "Plan Voice", said(f"{excerpt.text} ("), ink.reference(excerpt.label), run(")")
                )
            )
    return "".join(parts)


def quote(ink: Ink, excerpt: Excerpt) -> str:
    """A released quote between Danish quotation marks, with its number under it."""
    words_ = ink.p("Quote", said(f"»{excerpt.text}«"))
    return words_ + ink.p("Plan Source", run("Udsagn "), ink.reference(excerpt.label))


def _initiatives(ink: Ink, outline: Outline, content: ThemeChapter, to_edit: bool) -> str:
    """All tables of a plan have the same columns, so that a row may be moved between them."""
    title = f"Initiativer om {words.inside(content.name)}"
    rows = [_initiative(ink, item) for item in content.initiatives]
    everywhere = [item.initiative for theme in outline.themes for item in theme.initiatives]
    empty = {
        at
        for at, name in _LEFT_OUT_EMPTY.items()
        if not to_edit and not any(getattr(one, name) for one in everywhere)
    }
    kept = [at for at in range(_LAST + 1) if at not in empty]
    widths = list(INITIATIVE_WIDTHS)
    left = sum(widths) - sum(widths[at] for at in kept)
    widths[_LAST] += min(left, _MORE_FOR_VOICES)
    widths[_TEXT] += max(left - _MORE_FOR_VOICES, 0)
    filled = [[row[at] for at in kept] for row in rows]
    return ink.table(
        title, [widths[at] for at in kept], [INITIATIVE_HEAD[at] for at in kept], filled
    )


def _initiative(ink: Ink, item: InitiativeItem) -> list[str]:
    """The seven cells of a row."""
    plan = item.initiative
    about = ink.p("Plan Cell", run(danish.tidy(plan.text)))
    more = []
    if item.goal_label:
        more.append(run("Mål ") + ink.reference(item.goal_label))
    if plan.status is not InitiativeStatus.PROPOSED:
        more.append(run(f"Status: {words.STATUS[plan.status]}"))
    if plan.cost:
        more.append(run(f"Økonomi: {danish.tidy(plan.cost)}"))
    if more:
        about += ink.p("Plan Cell", run(" · ").join(more))
    if plan.milestones:
        about += ink.text("Plan Cell", f"Milepæle: {danish.tidy(written(plan.milestones))}")
    who = [plan.responsible or "–"]
    if plan.partners:
        who.append(f"Sammen med {plan.partners}")
    return [
        ink.target(plan.label),
        about,
        "".join(ink.text("Plan Cell", danish.tidy(text)) for text in who),
        *(run(danish.tidy(t) or "–") for t in (plan.start, plan.end, plan.indicator)),
        _behind(ink, item),
    ]


def _behind(ink: Ink, item: InitiativeItem) -> str:
    """The numbers of the statements behind an initiative, by stance."""
    cells = []
    for stance, lead in words.STANCE.items():
        labels = [r.label for r in item.references if r.stance is stance]
        if labels:
            before = run(f"{lead} ") if lead else ""
            cells.append(ink.p("Plan Cell", before, ink.references(labels)))
    if not any(r.stance is not Stance.CONTRADICTS for r in item.references):
        cells.append(ink.text("Plan Cell", item.initiative.no_evidence_reason or "Ingen udsagn"))
    return "".join(cells)


def _proposals(ink: Ink, content: ThemeChapter) -> str:
    """The machine's proposals, marked as such in the heading, the lead and each row."""
    title = f"Forslag om {words.inside(content.name)}"
    lead = (
        "Maskinen har formuleret dem ud fra borgernes ønsker. "
        "De gælder først, når en person overtager dem."
    )
    widths = (600, 7240, TEXT_WIDTH - 7840)
    rows = [_proposal(ink, item) for item in content.proposals]
    return (
        ink.heading(2, words.MACHINE_MARK)
        + ink.text("Plan Lead", lead)
        + ink.table(title, widths, ("Nr.", "Forslag", "Udsagn"), rows)
    )


def _proposal(ink: Ink, item: ProposalItem) -> list[str]:
    labels = [r.label for r in item.references]
    return [ink.target(item.label), run(danish.tidy(item.text)), ink.references(labels) or run("–")]


def matrices(ink: Ink, chapters: tuple[ThemeChapter, ...]) -> str:
    """What citizens talk about against the initiatives, a table a theme, for a landscape page."""
    parts = []
    for content in chapters:
        for at, matrix in enumerate(content.matrices):
            more = f" ({at + 1} af {len(content.matrices)})" if len(content.matrices) > 1 else ""
            parts.append(ink.heading(2, f"{content.name}{more}"))
            parts.append(_matrix(ink, f"Emner og initiativer: {content.name}{more}", matrix))
    return "".join(parts)


def _matrix(ink: Ink, title: str, matrix: Matrix) -> str:
    several = len(matrix.columns) > _WITH_TEXTS
    narrow = min(_NARROWEST if several else _WIDEST, (TURNED_WIDTH - 4000) // len(matrix.columns))
    heads = [
        label if several else f"{label} {text}"
        for label, text in zip(matrix.columns, matrix.texts, strict=True)
    ]
    widths = [TURNED_WIDTH - narrow * len(matrix.columns), *[narrow] * len(matrix.columns)]
    rows = [
        [run(row.label), *[run(str(c.value) if c.value else "–") for c in row.cells]]
        for row in matrix.rows
    ]
    fills = {
        (down, across + 1): shade
        for down, row in enumerate(matrix.rows)
        for across, cell in enumerate(row.cells)
        if (shade := _shade(cell.value))
    }
    numbers = frozenset(range(1, len(matrix.columns) + 1))
    return ink.table(title, widths, ("Emne", *heads), rows, numbers, fills, turned=True, whole=True)


def _shade(value: int) -> str:
    return next((colour for least, colour in _SHADES if value >= least), "")
