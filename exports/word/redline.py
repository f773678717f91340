"""Two versions of the plan as one Word file with tracked changes: insertions and deletions only.

Accepting all of them gives the new version, rejecting all of them the old one. The changes are
signed by the program, and dated with a day and no time.
"""

import io
import itertools

from exports import danish, words
from exports.gate import check_printed
from exports.model import Base
from exports.redline_rows import RedlineOutline, RedRow, RedTheme, state_of
from exports.timeless import timeless
from exports.word import paper
from exports.word.carrier import open_carrier, own_words, style_ids
from exports.word.ink import Ink, run
from exports.word.read import read
from exports.word.themes import INITIATIVE_HEAD, INITIATIVE_WIDTHS
from strategy.word_changes import Piece, word_changes

AUTHOR = "Talerør"
_AT_THE_TOP = '<w:spacing w:before="0"/>'
_FIRST = 10_000  # numbers below are those of bookmarks
_TAG = {Piece.GONE: "del", Piece.NEW: "ins"}
_NOTE = (
    "Det, der er taget ud, er streget over, og det nye er understreget. Godkend alle ændringer i "
    "Word for at få den nye version, eller afvis dem alle for at få den gamle."
)


def write_redline(outline: RedlineOutline, base: Base, carrier: bytes | None = None) -> bytes:
    """The file as .docx bytes, read back and held to the guard.

    `base` says which names may stand in it. Raises PrintStopped, NotACarrier.
    """
    document = open_carrier(carrier)
    ink = Ink(style_ids(document), *paper.rooms(document))
    paper.prepare_pages(document, ink, outline)
    paper.fill(document, _Redline(ink, outline).body())
    paper.name(document, outline)
    target = io.BytesIO()
    document.save(target)
    content = timeless(target.getvalue())
    check_printed(read(content, own_words(carrier)), base)
    return content


class _Redline:
    """Writes the body; every change has a number of its own."""

    def __init__(self, ink: Ink, outline: RedlineOutline) -> None:
        self._ink, self._outline = ink, outline
        self._numbers = itertools.count(_FIRST)

    def body(self) -> str:
        """Title, a line on how to read it, and the themes."""
        ink, outline = self._ink, self._outline
        parts = [
            ink.p("Plan Kicker", run(outline.municipality), extra=_AT_THE_TOP),
            ink.text("Title", outline.title),
            ink.text("Subtitle", outline.subtitle),
            ink.text("Normal", danish.long_date(outline.day)),
            ink.text("Plan Note", _NOTE),
            ink.heading(1, "Ændringerne", same_page=True),
        ]
        if not outline.themes:
            parts.append(ink.text("Normal", "De to versioner har hverken mål eller initiativer."))
        return "".join([*parts, *(self._theme(theme) for theme in outline.themes)])

    def _theme(self, theme: RedTheme) -> str:
        whole = state_of((*theme.goals, *theme.initiatives))
        parts = [self._p("heading 2", theme.name, whole)]
        if theme.goals:
            parts.append(self._p("heading 3", "Mål", state_of(theme.goals)))
            parts += [self._goal(row) for row in theme.goals]
        if theme.initiatives:
            state = state_of(theme.initiatives)
            parts.append(self._p("heading 3", "Initiativer", state))
            parts.append(self._table(theme, state))
        return "".join(parts)

    def _goal(self, row: RedRow) -> str:
        label = self._run(f"{row.label}  ", row.state, self._ink.style("Plan Label"))
        inside = label + self._text(row.old[0], row.new[0], row.state)
        return self._ink.p("List Bullet", inside, extra=self._paragraph_mark(row.state))

    def _table(self, theme: RedTheme, state: Piece) -> str:
        title = f"Initiativer om {words.inside(theme.name)}"
        rows = [self._row(row) for row in theme.initiatives]
        marks = {at: self._mark(row.state) for at, row in enumerate(theme.initiatives)}
        marks[-1] = self._mark(state)
        return self._ink.table(title, INITIATIVE_WIDTHS, INITIATIVE_HEAD, rows, marks=marks)

    def _row(self, row: RedRow) -> list[str]:
        label = self._run(row.label, row.state, self._ink.style("Plan Label"))
        texts = [self._text(old, new, row.state) for old, new in zip(row.old, row.new, strict=True)]
        return [
            self._ink.p("Plan Cell", inside, extra=self._paragraph_mark(row.state))
            for inside in (label, *texts)
        ]

    def _p(self, style: str, text: str, state: Piece) -> str:
        return self._ink.p(style, self._run(text, state), extra=self._paragraph_mark(state))

    def _text(self, old: str, new: str, state: Piece) -> str:
        """Both texts as runs; those of a row that is gone or new all of one kind."""
        if state is not Piece.SAME:
            return self._run(new, state)
        return "".join(self._run(text, kind) for kind, text in word_changes(old, new))

    def _run(self, text: str, state: Piece, style_id: str = "") -> str:
        inside = run(text, style_id)
        if state is Piece.SAME:
            return inside
        if state is Piece.GONE:  # no text has a "<" left in it here: `run` saw to that
            inside = inside.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
        tag = _TAG[state]
        return f"<w:{tag} {self._signed()}>{inside}</w:{tag}>"

    def _mark(self, state: Piece) -> str:
        """The mark of a whole row."""
        return "" if state is Piece.SAME else f"<w:{_TAG[state]} {self._signed()}/>"

    def _paragraph_mark(self, state: Piece) -> str:
        mark = self._mark(state)
        return f"<w:rPr>{mark}</w:rPr>" if mark else ""

    def _signed(self) -> str:
        day = f"{self._outline.day}T00:00:00Z"
        return f'w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{day}"'
