"""The last pages: words to think about, coverage, and the annex of statements."""

from exports import words
from exports.model import AnnexEntry, AnnexTheme, CoverageChapter, CoverageList, Excerpt
from exports.word.figures import Pictures, figure
from exports.word.ink import TEXT_WIDTH, Ink, run, said
from exports.word.themes import quote

_ENOUGH_FOR_A_PAGE = 9  # fewer quotes than this stand at the end of the page before


def reflections(ink: Ink, excerpts: tuple[Excerpt, ...]) -> str:
    """Quotes that stand by themselves; nothing when there are none."""
    if not excerpts:
        return ""
    lead = (
        "Nogle af borgernes ord svarer ikke på et bestemt spørgsmål. De fortæller om at blive set "
        "på, talt til og talt om, og de står her for sig selv."
    )
    return (
        ink.heading(1, "Stof til eftertanke", same_page=len(excerpts) < _ENOUGH_FOR_A_PAGE)
        + ink.text("Normal", lead)
        + "".join(quote(ink, excerpt) for excerpt in excerpts)
    )


def coverage(ink: Ink, pictures: Pictures, content: CoverageChapter) -> str:
    """What the plan answers and what it does not."""
    return (
        ink.heading(1, "Hvad planen svarer på")
        + "".join(ink.text("Normal", p.text) for p in content.passages)
        + figure(ink, pictures, content.figure)
        + (ink.heading(2, "Åbne spørgsmål") if content.lists else "")
        + "".join(_list(ink, item) for item in content.lists)
    )


def _list(ink: Ink, item: CoverageList) -> str:
    parts = [ink.heading(3, item.title)]
    labels = [r.label for r in item.references] or list(item.labels)
    listed = run(", ").join(_item(ink, label) for label in labels)
    style = "Plan Lead" if item.reasons else "Normal"
    parts.append(ink.p(style, run(f"{item.passage.text} "), listed))
    if item.reasons:
        rows = [(ink.reference(r.label), run(reason)) for r, reason in item.reasons]
        widths = (1200, TEXT_WIDTH - 1200)
        parts.append(ink.table(item.title, widths, ("Udsagn", "Ikke medtaget, fordi"), rows))
    return "".join(parts)


def _item(ink: Ink, label: str) -> str:
    """A link for a visible number, plain text for anything else."""
    numbered = label[:2] in ("U-", "M-", "I-") and label[2:].isdigit()
    return ink.reference(label) if numbered else run(label)


def annex(ink: Ink, themes: tuple[AnnexTheme, ...]) -> str:
    """All statements used, each with the numbers of what points at it."""
    lead = (
        "Her står de udsagn, planen bygger på, i tilfældig rækkefølge inden for hvert tema og uden "
        "sted. Efter hvert udsagn står, hvor i planen det bruges."
    )
    parts = [ink.heading(1, "Bilag: Borgernes udsagn"), ink.text("Normal", lead)]
    for theme in themes:
        parts.append(ink.heading(2, theme.name))
        parts += [_entry(ink, e, e.excerpt) for e in theme.entries if e.excerpt]
        parts.append(_unprinted(ink, [e for e in theme.entries if not e.excerpt]))
    return "".join(parts)


def _unprinted(ink: Ink, entries: list[AnnexEntry]) -> str:
    """One paragraph for those that are only counted, so that links lead somewhere."""
    if not entries:
        return ""
    numbers = []
    for entry in entries:
        used = run(" (") + ink.references(entry.used_in) + run(")") if entry.used_in else ""
        numbers.append(ink.target(entry.label) + used)
    return ink.p("Plan Note", run(f"{words.NOT_PRINTED} "), run(", ").join(numbers))


def _entry(ink: Ink, entry: AnnexEntry, excerpt: Excerpt) -> str:
    words_ = ink.p(
        "Plan Statement", ink.target(entry.label), "<w:r><w:tab/></w:r>", said(excerpt.text)
    )
    what = ", ".join(w for w in (words.KIND[entry.kind], words.WORDING[entry.wording]) if w)
    inside = [run(what[0].upper() + what[1:])]
    if entry.used_in:
        inside += [run(". Bruges i "), ink.references(entry.used_in)]
    return words_ + ink.p("Plan Used", *inside)
