"""A plan that comes back from Word: its goals, initiatives, comments and citizens' words."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from exports.word.accepted import Reader, is_tracked
from exports.word.beside import read_notes
from exports.word.blocks import Cell, Para, Table
from exports.word.returned_goals import Goals
from exports.word.returned_tables import table_rows
from exports.word.stamp import PART, find_stamp
from interviews.documents.gate import MAX_TEXT, OLE, open_archive, parse_part
from interviews.model import Role, Theme
from interviews.reading_files import MAX_BYTES, FileUnreadable
from strategy.round_trip.matching import folded
from strategy.round_trip.model import (
    PaperAside,
    PaperComment,
    PaperRow,
    PaperVoice,
    Returned,
)

_ROLES = {
    "interviewer": Role.INTERVIEWER,
    "konsulent": Role.CONSULTANT,
    "udviklingskonsulent": Role.CONSULTANT,
    "styregruppe": Role.STEERING,
    "styregruppen": Role.STEERING,
    "administrator": Role.ADMINISTRATOR,
}
_VOICE = re.compile(r"(.*?)\s*\((U-\d+)\)\s*", re.DOTALL)
_STATEMENT = re.compile(r"(U-\d+)\s+(.*)", re.DOTALL)
_LABEL = re.compile(r"U-\d+")
_LABEL_ALONE = re.compile(r"[MIFU]\W?\d+")
_OURS = ("plan ", "quote", "toc", "caption")  # styles of what we print between the rows


def read_returned(content: bytes, themes: Iterable[Theme]) -> Returned:
    """What stands in the file, tracked changes taken as made. Raises FileUnreadable.

    Codes: too_large, old_document, locked, not_document, suspicious_archive, macros, doctype.
    """
    if len(content) > MAX_BYTES:
        raise FileUnreadable("too_large", str(MAX_BYTES // 1_000_000))
    if content[:8] == OLE:
        raise FileUnreadable("locked")
    archive = open_archive(content)
    root = parse_part(archive, "word/document.xml")
    body = None if root is None else root.find(qn("w:body"))
    if body is None:
        raise FileUnreadable("not_document")
    if sum(len(t.text or "") for t in body.iter(qn("w:t"))) > MAX_TEXT:
        raise FileUnreadable("too_large", str(MAX_TEXT // 1_000_000))
    notes = (parse_part(archive, f"word/{name}.xml") for name in ("footnotes", "endnotes"))
    reader = Reader(parse_part(archive, "word/styles.xml"), read_notes(*notes))
    walk = _Walk({folded(t.name).lower(): t.key for t in themes})
    for block in reader.blocks(body):
        walk.step(block)
    rows = tuple(walk.found())
    return Returned(
        find_stamp(parse_part(archive, PART), root),
        rows,
        tuple(_comments(parse_part(archive, "word/comments.xml"), {**walk.places, **reader.gone})),
        (*walk.voices, *walk.missing_voices()),
        is_tracked(root),
        frozenset(walk.headed | {row.theme_key for row in rows if row.theme_key}),
        tuple(walk.asides),
    )


class _Walk:
    """Goes through the blocks once, knowing under which theme it is."""

    def __init__(self, themes: dict[str, str]) -> None:
        self._themes = themes
        self._rows: list[PaperRow] = []
        self._goals = Goals(None)
        self._chapter = ""
        self._heading = ""
        self._quote: list[str] = []
        self._tells = False
        self._led: dict[str, None] = {}
        self._targets: set[str] = set()
        self.voices: list[PaperVoice] = []
        self.asides: list[PaperAside] = []
        self.headed: set[str] = set()
        self.places: dict[str, str] = {}

    def step(self, block: Para | Table) -> None:
        """Read one block."""
        if isinstance(block, Table):
            self._table(block)
        elif block.look.level == 1 or self._names_a_theme(block):
            self._end_chapter()
            self._chapter = self._heading = " ".join(block.text.split())
            self._goals = Goals(self._themes.get(folded(self._chapter).lower()))
            self._tells = False
            if self._goals.theme_key and block.look.level != 2:
                self.headed.add(self._goals.theme_key)
            self._met(block, self._heading)
        else:
            self._paragraph(block)

    def _paragraph(self, block: Para) -> None:
        """A line of a chapter: a heading, a voice, part of a row, or none of these."""
        if block.is_heading:
            self._heading = " ".join(block.text.split())
            self._tells = self._goals.theme_key in self.headed
        label = "" if self._voice(block) else self._goals.step(block)
        self._met(block, label or self._heading)
        is_ours = block.is_heading or block.style.startswith(_OURS)
        if label is None and self._tells and not is_ours and block.text.strip():
            self.asides.append(PaperAside(self._heading, " ".join(block.text.split())))

    def _names_a_theme(self, block: Para) -> bool:
        """Whether a line is a theme's name alone: its heading may have lost its style or sunk.

        Deeper headings with the name of a theme stand in the chapter on coverage.
        """
        listed = block.style.startswith(("toc", "caption")) or block.look.listed
        return (
            not listed and block.look.level in (0, 2) and folded(block.text).lower() in self._themes
        )

    def found(self) -> list[PaperRow]:
        """All rows, when there are no more blocks."""
        self._end_chapter()
        return self._rows

    def _end_chapter(self) -> None:
        self._rows += self._goals.found()

    def _table(self, table: Table) -> None:
        for cells, row in table_rows(table, self._goals.theme_key):
            if row is not None:
                self._goals.add_initiative(row)
            for paragraph in (p for cell in cells for p in cell.paragraphs):
                place = (row.label or row.anchor) if row else _number(cells)
                self._met(paragraph, place or self._heading)
            if row:
                texts = (text for cell in cells for text in cell.beside)
                self.asides += (PaperAside(row.label or row.anchor, text) for text in texts)

    def _met(self, block: Para, place: str) -> None:
        """Keep what hangs on a paragraph, with the place it is about."""
        for key in block.comments:
            self.places.setdefault(key, place)
        self._led |= dict.fromkeys(block.leads)
        self._targets |= set(block.targets)
        if self._goals.theme_key:
            self.asides += (PaperAside(place, text) for text in block.beside)
            if block.struck and not _LABEL_ALONE.fullmatch(block.struck):
                self.asides.append(PaperAside(place, block.struck, True))

    def missing_voices(self) -> Iterator[PaperVoice]:
        """Statements that links lead to and that stand nowhere in the file any more."""
        for label in self._led if self._targets else ():
            if label not in self._targets:
                yield PaperVoice(label, "")

    def _voice(self, block: Para) -> bool:
        """Whether the paragraph is a citizen's words, which are kept with their number."""
        whole = block.text.strip()
        if block.style == "quote" or (whole.startswith("»") and whole.endswith("«")):
            self._quote.append(block.text)
            return True
        if self._quote:
            number = _LABEL.search(block.text)
            said = " ".join(self._quote).strip().removeprefix("»").removesuffix("«")
            self.voices.append(PaperVoice(number[0] if number else "", said))
            self._quote = []
            return block.style == "plan source"
        if block.style == "plan source" and (number := _LABEL.search(block.text)):
            self.voices.append(PaperVoice(number[0], ""))  # the quote above it is gone
            return True
        end = _VOICE.fullmatch(block.text)
        if block.style == "plan voice" or (end and not block.look.level and not block.anchors):
            self.voices.append(PaperVoice(end[2], end[1]) if end else PaperVoice("", block.text))
            return True
        begin = _STATEMENT.fullmatch(whole)
        if block.style == "plan statement" or (begin and "\t" in whole and not block.look.level):
            if begin:
                self.voices.append(PaperVoice(begin[1], begin[2]))
                self._targets.add(begin[1])
            elif whole:
                self.voices.append(PaperVoice("", block.text))
            return True
        return False


def _number(cells: list[Cell]) -> str:
    """The visible number in the first cell of a row that is no initiative, or ""."""
    first = " ".join(cells[0].lines) if cells else ""
    return first if re.fullmatch(r"[A-Z]-\d+", first) else ""


def _comments(root: Any, places: dict[str, str]) -> Iterator[PaperComment]:
    """Comments in the order of the file; one whose place is gone has none."""
    for comment in [] if root is None else root.iter(qn("w:comment")):
        texts = [
            "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
            for paragraph in comment.iter(qn("w:p"))
        ]
        text = "\n".join(line.strip() for line in texts if line.strip())
        if text:
            role = _ROLES.get(comment.get(qn("w:author"), "").strip().lower())
            yield PaperComment(places.get(comment.get(qn("w:id"), ""), ""), text, role)
