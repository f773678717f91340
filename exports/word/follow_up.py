"""The follow-up report as a Word file."""

from exports import danish
from exports.follow_up_outline import FigureItem, FollowUpOutline, FollowUpTheme, Row, Watch, amount
from exports.follow_up_words import COLUMNS, NOT_SAID_COLUMN
from exports.gate import publish_words
from exports.model import Allowed
from exports.text import lines
from exports.word import front, paper
from exports.word.carrier import own_words
from exports.word.figures import COLOURS, Pictures
from exports.word.ink import TEXT_WIDTH, Ink, run
from exports.word.read import read

_KEEP = "<w:keepNext/>"
_BOLD = "<w:b/><w:bCs/>"
_BAR = 150  # twentieths of a point


def write_follow_up(
    outline: FollowUpOutline, allowed: Allowed, carrier: bytes | None = None
) -> bytes:
    """The report as .docx bytes, read back and held to the guard.

    Raises PrintStopped, NotACarrier.
    """
    content = paper.made(outline, carrier, _body)
    amounts = frozenset(
        amount(point.value, item.series)
        for theme in outline.themes
        for item in theme.figures
        for point in item.series.points
    )
    return publish_words(
        content,
        read(content, own_words(carrier)),
        allowed,
        lambda text: place(text, outline),
        amounts,
    )


def place(text: str, outline: FollowUpOutline) -> str:
    """The row or recommendation a printed text belongs to; the report itself for all else."""
    rows = [row for t in outline.themes for row in (*t.goals, *t.initiatives)]
    told = [(row.label, (row.text, row.reason, row.measured)) for row in (*rows, *outline.gone)]
    told += [(one[0], one[1:]) for one in outline.recommendations]
    for label, texts in told:
        if any(line in text for said in texts for line in lines(said) if line != danish.DASH):
            return label
    return outline.title


def _body(ink: Ink, pictures: Pictures, outline: FollowUpOutline) -> str:
    left = danish.counted(outline.missing, "række", "rækker")
    mark = f"Udkast – {left} er ikke gjort op" if outline.missing else ""
    return "".join(
        [
            front.titled(ink, pictures, outline, mark),
            _overview(ink, outline),
            *(_theme(ink, pictures, theme) for theme in outline.themes),
            _gone(ink, outline.gone),
            _watching(ink, outline.watch),
            _recommended(ink, outline),
        ]
    )


def _overview(ink: Ink, outline: FollowUpOutline) -> str:
    title = "Mål og initiativer efter status"
    narrow = 1130
    widths = (TEXT_WIDTH - 7 * narrow, *[narrow] * 7)
    head = ("", *COLUMNS.values(), NOT_SAID_COLUMN)
    rows = [
        (run(name), *(run(str(n) if n else danish.DASH) for n in tally))
        for name, tally in outline.overview
    ]
    return (
        ink.heading(1, "Hvor står planen?")
        + "".join(ink.text("Normal", text) for text in (*outline.lead, *lines(outline.note)))
        + ink.text("caption", title)
        + ink.table(title, widths, ("Slags", *head[1:]), rows, frozenset(range(1, 8)))
    )


def _theme(ink: Ink, pictures: Pictures, theme: FollowUpTheme) -> str:
    return "".join(
        [
            ink.heading(1, theme.name, same_page=True),
            ink.heading(2, "Mål") if theme.goals else "",
            *(_goal(ink, pictures, goal, theme.figures) for goal in theme.goals),
            ink.heading(2, "Initiativer") if theme.initiatives else "",
            _initiatives(ink, theme),
        ]
    )


def _goal(ink: Ink, pictures: Pictures, goal: Row, figures: tuple[FigureItem, ...]) -> str:
    before = f" (før: {goal.before})" if goal.before else ""
    parts = [ink.heading(3, f"{goal.label}  {goal.text}")]
    if goal.measured:
        parts.append(ink.p("Plan Indicator", run(goal.measured), extra=_KEEP))
    status = run("Status: ", extra=_BOLD) + run(goal.standing + before)
    parts.append(ink.p("Normal", status))
    parts += [ink.text("Normal", line) for line in lines(goal.reason)]
    parts += [_figure(ink, pictures, item) for item in figures if item.goal == goal.label]
    return "".join(parts)


def _figure(ink: Ink, pictures: Pictures, item: FigureItem) -> str:
    """Years with their values, the index, and a bar as long as the value."""
    name, points = item.series.name, item.series.points
    title = f"{name}, {points[0].year}{danish.DASH}{points[-1].year}"
    if len(points) == 1:
        title = f"{name}, {points[0].year}"
    widths = (900, 2000, 1700, TEXT_WIDTH - 4600)
    longest = max(abs(p.value) for p in points) or 1
    room = ink.fitted(widths[-1]) - 190
    rows = []
    for point in points:
        value = amount(point.value, item.series)
        index = danish.DASH if point.index is None else danish.number(point.index)
        width = round(room * max(point.value, 0) / longest)
        bar = pictures.bar(COLOURS[0], width, _BAR, f"{name} i {point.year}: {value}")
        rows.append((run(str(point.year)), run(value), run(index), bar))
    head = ("År", "Antal", f"Indeks ({points[0].year}{danish.NBSP}={danish.NBSP}100)", "Udvikling")
    return ink.text("caption", title) + ink.table(title, widths, head, rows, frozenset({1, 2}))


def _initiatives(ink: Ink, theme: FollowUpTheme) -> str:
    if not theme.initiatives:
        return ""
    title = f"Initiativer om {theme.name}"
    widths = (700, 3300, 1800, 1350, TEXT_WIDTH - 7150)
    head = ("Nr.", "Initiativ", "Ansvarlig og tid", "Status", "Begrundelse")
    rows = [
        (
            run(row.label),
            run(row.text),
            _stacked(ink, row.responsible or "ingen ansvarlig", row.time),
            _stacked(ink, row.standing, f"før: {row.before}" if row.before else ""),
            _stacked(ink, *lines(row.reason)) if row.reason else run(danish.DASH),
        )
        for row in theme.initiatives
    ]
    return ink.table(title, widths, head, rows)


def _stacked(ink: Ink, *texts: str) -> str:
    """Lines of a cell, each a paragraph; empty ones are left out."""
    return "".join(ink.text("Plan Cell", text) for text in texts if text)


def _gone(ink: Ink, rows: tuple[Row, ...]) -> str:
    if not rows:
        return ""
    title = "Ikke længere i planen"
    table = [(run(r.label), run(r.text), run(r.standing), run(r.reason or "–")) for r in rows]
    widths = (700, 4300, 1500, TEXT_WIDTH - 6500)
    return ink.heading(1, title, same_page=True) + ink.table(
        title, widths, ("Nr.", "Mål eller initiativ", "Status", "Begrundelse"), table
    )


def _watching(ink: Ink, lists: tuple[Watch, ...]) -> str:
    if not lists:
        return ""
    parts = [ink.heading(1, "Det skal der ses på", same_page=True)]
    for one in lists:
        rows = [(run(label), run(text), run(why)) for label, text, why in one.rows]
        widths = (700, 5700, TEXT_WIDTH - 6400)
        head = ("Nr.", "Mål eller initiativ", "Hvorfor")
        parts += [ink.heading(2, one.title), ink.text("Plan Lead", one.lead)]
        parts.append(ink.table(one.title, widths, head, rows))
    return "".join(parts)


def _recommended(ink: Ink, outline: FollowUpOutline) -> str:
    title = "Anbefalinger"
    heading = ink.heading(1, title, same_page=True)
    if not outline.recommendations:
        return heading + ink.text("Normal", "Opfølgningen har ingen nye anbefalinger.")
    rows = [tuple(run(text) for text in row) for row in outline.recommendations]
    widths = (700, 4700, 2200, TEXT_WIDTH - 7600)
    head = ("Nr.", "Anbefaling", "Opstart", "Ansvarlig")
    return heading + ink.table(title, widths, head, rows)
