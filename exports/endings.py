"""The last parts of an outline: words to think about, coverage, annex and the rows of a sheet."""

from collections import defaultdict
from collections.abc import Iterable

from exports import danish, measures, phrases, words
from exports.model import (
    AnnexEntry,
    AnnexTheme,
    Bar,
    Base,
    CoverageChapter,
    CoverageList,
    Excerpt,
    Figure,
    GoalItem,
    InitiativeItem,
    Measure,
    Passage,
    ProposalItem,
    SheetRow,
    ThemeChapter,
)
from exports.parts import Parts
from interviews.model import Kind
from strategy.coverage import standing_links
from strategy.model import TargetKind

MOST_REFLECTIONS = 8
KINDS = (Kind.EXPERIENCE, Kind.CHALLENGE, Kind.WISH, Kind.PRAISE)


def apart(base: Base, chosen: Iterable[str]) -> frozenset[str]:
    """Ids of the statements whose quotes stand under "Stof til eftertanke".

    Those of the `chosen` quotes (ids); without a choice the first released quotes of statements
    that no goal or initiative answers, and those without a theme.
    """
    wanted = set(chosen)
    if wanted:
        return frozenset(q.statement_id for q in base.quotes if q.id in wanted)
    quotes = [q for q in base.quotes if not q.annex_only]
    tied = {link.statement_id for link in standing_links(base.links, base.initiatives)}
    free = [q.statement_id for q in quotes if q.statement_id not in tied]
    themeless = {q.statement_id for q in quotes if not base.theme_of.get(q.statement_id)}
    return frozenset(free[:MOST_REFLECTIONS]) | themeless


def reflections(base: Base, parts: Parts, kept: frozenset[str]) -> tuple[Excerpt, ...]:
    """The quotes of the statements in `kept`, in the order of their numbers."""
    found = (parts.quote(q) for q in base.quotes if q.statement_id in kept and not q.annex_only)
    return tuple(sorted((e for e in found if e), key=lambda e: (e.number, e.start)))


def coverage_chapter(base: Base, parts: Parts) -> CoverageChapter:
    """What the plan answers and what it does not, in words, with a figure and lists."""
    themes = [(t.key, t.name) for t in base.themes]
    if measures.value(base, Measure.STATEMENTS, "-"):
        themes.append(("-", words.WITHOUT_THEME))
    measured = {
        Measure.ANSWERED: "Besvaret",
        Measure.CONTRADICTING: "Taler kun imod",
        Measure.EXCUSED: "Ikke medtaget",
        Measure.UNANSWERED: "Uden svar",
    }
    if not base.coverage.contradicting:
        del measured[Measure.CONTRADICTING]  # a column of noughts
    figure = Figure(
        "Udsagn med og uden svar i planen",
        tuple(measured.values()),
        tuple(
            Bar(
                name,
                tuple(measures.count(base, m, key) for m in measured),
                measures.count(base, Measure.STATEMENTS, key),
            )
            for key, name in themes
        ),
    )
    lists = [_open(base, parts, key, name) for key, name in themes]
    lists += [_excused(base, parts), _only_against(base, parts), _contradicting(base, parts)]
    lists += _leaning(base)
    return CoverageChapter(phrases.coverage(base), figure, tuple(i for i in lists if i))


def _open(base: Base, parts: Parts, key: str, name: str) -> CoverageList | None:
    """How many voices of one theme are open, and the numbers of those that ask for something."""
    ids = [i for i in base.coverage.unanswered if measures.in_theme(base, i, key)]
    asking = [i for i in base.coverage.unanswered_proposals if i in set(ids)]
    if not asking:
        return None  # the figure has the number
    return CoverageList(name, phrases.unanswered(base, key), parts.references(asking))


def _excused(base: Base, parts: Parts) -> CoverageList | None:
    tied = set(base.coverage.excused)
    reasons = [
        (reference, n.reason)
        for n in base.not_answered
        if n.statement_id in tied and (reference := parts.reference(n.statement_id))
    ]
    if not reasons:
        return None
    return CoverageList(
        "Ikke medtaget",
        Passage("Disse udsagn er ikke medtaget, og det er grunden:"),
        reasons=tuple(sorted(reasons, key=lambda pair: pair[0].number)),
    )


def _only_against(base: Base, parts: Parts) -> CoverageList | None:
    references = parts.references(base.coverage.contradicting)
    if not references:
        return None
    return CoverageList("Taler kun imod", phrases.only_against(base), references)


def _contradicting(base: Base, parts: Parts) -> CoverageList | None:
    references = parts.references(base.coverage.hidden_contradictions)
    if not references:
        return None
    text = "Disse udsagn taler imod noget i planen, men står ikke som citat:"
    return CoverageList("Modsatte stemmer", Passage(text), references)


def _leaning(base: Base) -> list[CoverageList]:
    """Initiatives nobody asked for, goals with thin evidence, themes that lean on one place."""
    goals = {g.id: g.label for g in base.goals}
    initiatives = {i.id: i.label for i in base.initiatives if not i.is_dropped}
    themes = {t.key: t.name for t in base.themes}
    cover = base.coverage
    found = (
        (
            "Initiativer uden udsagn",
            "Ingen borgere har bedt om disse initiativer:",
            [initiatives[i] for i in cover.unasked_initiatives if i in initiatives],
        ),
        (
            "Mål med spinkelt grundlag",
            "Disse mål har ikke udsagn fra mindst to samtaler på to steder bag sig:",
            [goals[i] for i in cover.weak_goals if i in goals],
        ),
        (
            "Temaer, der læner sig op ad ét sted",
            "Over halvdelen af udsagnene kommer fra ét sted:",
            [themes[k] for k in cover.one_sided_themes if k in themes],
        ),
    )
    return [
        CoverageList(title, Passage(text), labels=tuple(labels))
        for title, text, labels in found
        if labels
    ]


def annex(
    base: Base, chapters: tuple[ThemeChapter, ...], printed: frozenset[str], parts: Parts
) -> tuple[AnnexTheme, ...]:
    """All statements used: those in `printed` (ids), per theme, in number order."""
    users = used_in(chapters)
    names = {t.key: t.name for t in base.themes}
    grouped: dict[str | None, list[AnnexEntry]] = defaultdict(list)
    for said in base.statements:
        if said.id in printed:
            key = base.theme_of.get(said.id)
            kind, used = base.kind_of.get(said.id), users.get(said.id, ())
            grouped[key if key in names else None].append(
                AnnexEntry(said.id, said.number, parts.in_annex(said), kind, said.wording, used)
            )
    return tuple(
        AnnexTheme(names.get(key or "", words.WITHOUT_THEME), tuple(grouped[key]))
        for key in (*names, None)
        if grouped.get(key)
    )


def used_in(chapters: Iterable[ThemeChapter]) -> dict[str, tuple[str, ...]]:
    """Labels of the goals, initiatives and proposals that point at each statement id."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for chapter in chapters:
        items: tuple[GoalItem | InitiativeItem | ProposalItem, ...] = (
            *chapter.goals,
            *chapter.initiatives,
            *chapter.proposals,
        )
        for item in items:
            for reference in item.references:
                found[reference.statement_id][label_of(item)] = None
    return {key: tuple(labels) for key, labels in found.items()}


def label_of(item: GoalItem | InitiativeItem | ProposalItem) -> str:
    """The visible number of a goal, an initiative or a proposal."""
    if isinstance(item, GoalItem):
        return item.goal.label
    return item.initiative.label if isinstance(item, InitiativeItem) else item.label


def sheet_rows(base: Base, parts: Parts) -> tuple[SheetRow, ...]:
    """Every statement as a row, in number order, without interview and site."""
    names = {t.key: t.name for t in base.themes}
    labels = {i.id: i.label for i in base.initiatives if not i.is_dropped}
    tied: dict[str, set[str]] = defaultdict(set)
    for link in base.links:
        if link.target_kind is TargetKind.INITIATIVE and link.target_id in labels:
            tied[link.statement_id].add(labels[link.target_id])
    return tuple(
        SheetRow(
            number=said.number,
            excerpt=parts.whole(said),
            theme=names.get(base.theme_of.get(said.id) or "", ""),
            kind=base.kind_of.get(said.id),
            wording=said.wording,
            tags=tuple(sorted(base.tags_of.get(said.id, ()), key=danish.sort_key)),
            initiatives=tuple(sorted(tied[said.id])),
            quotable=said.quotable and said.id not in base.too_telling,
        )
        for said in base.statements
    )
