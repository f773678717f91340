"""A Word file as it reads when every tracked change is taken as made: paragraphs and tables.

What comes in was written by others: it passes the same gate as every document, and of a comment
only the text is read, of its author only whether it is a role.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from interviews.documents.word_styles import Look, read_looks

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = {qn("w:del"), qn("w:moveFrom"), _FALLBACK}
ASIDE = {qn("w:instrText"), qn("w:fldData"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_MARKS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_ANCHOR = re.compile(r"[MI]_\d+")


@dataclass
class Para:
    """One paragraph: its text, style (small letters), look, row bookmarks and comment ids."""

    text: str = ""
    style: str = ""
    look: Look = field(default_factory=Look)
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)

    def take(self, other: "Para") -> None:
        """Go on with the paragraph after this one: the mark between the two was deleted."""
        self.text += other.text
        self.anchors += other.anchors
        self.comments += other.comments


@dataclass
class Cell:
    """One cell: its first column (from 0) and its paragraphs."""

    column: int
    paragraphs: list[Para]

    @property
    def lines(self) -> list[str]:
        """The lines in it that say something."""
        texts = (line for p in self.paragraphs for line in p.text.split("\n"))
        return [" ".join(line.split()) for line in texts if line.strip()]


@dataclass
class Table:
    """The rows of a table that are left when deleted ones are gone."""

    rows: list[list[Cell]]


class Reader:
    """Reads the blocks of one document with the styles it defines."""

    def __init__(self, styles: Any) -> None:
        self._looks = read_looks(styles)
        self._names: dict[str, str] = {}
        for style in [] if styles is None else styles.iter(qn("w:style")):
            name = style.find(qn("w:name"))
            if name is not None:
                self._names[style.get(qn("w:styleId"), "")] = name.get(qn("w:val"), "").lower()

    def blocks(self, container: Any) -> Iterator[Para | Table]:
        """Paragraphs and tables in reading order, looking through content controls."""
        held: Para | None = None
        for block, is_open in self._pieces(container):
            if isinstance(block, Table):
                yield from [held] if held else []
                held = None
                yield block
                continue
            if held is not None and held.text:
                held.take(block)
                block = held
            elif held is not None:
                block.comments[:0] = held.comments
            held = block if is_open else None
            if held is None:
                yield block
        if held is not None and held.text:
            yield held

    def _pieces(self, container: Any) -> Iterator[tuple[Para | Table, bool]]:
        """Blocks, and for a paragraph whether its mark is deleted: it goes on in the next."""
        pending: list[str] = []
        for child in container:
            if child.tag == qn("w:p"):
                found = self._paragraph(child)
                found.anchors[:0] = pending
                pending = []
                mark = child.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
                gone = mark is not None and any(mark.find(tag) is not None for tag in GONE)
                yield found, gone
            elif child.tag == qn("w:tbl"):
                yield self._table(child), False
            elif child.tag == qn("w:bookmarkStart"):
                pending += _anchors([child])
            elif isinstance(child.tag, str) and child.tag not in GONE:
                yield from self._pieces(child)

    def _paragraph(self, element: Any) -> Para:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        key = "" if style is None else style.get(qn("w:val"), "")
        inside = list(_seen(element))
        return Para(
            "".join(_written(node) for node in inside),
            self._names.get(key, ""),
            self._looks.get(key, Look()),
            _anchors(node for node in inside if node.tag == qn("w:bookmarkStart")),
            [
                node.get(qn("w:id"), "")
                for node in inside
                if node.tag in (qn("w:commentReference"), qn("w:commentRangeStart"))
            ],
        )

    def _table(self, element: Any) -> Table:
        rows = []
        for row in _through(element, qn("w:tr")):
            props = row.find(qn("w:trPr"))
            if props is not None and props.find(qn("w:del")) is not None:
                continue
            rows.append(list(self._cells(row)))
        return Table(rows)

    def _cells(self, row: Any) -> Iterator[Cell]:
        column = 0
        for cell in _through(row, qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            width = "" if span is None else span.get(qn("w:val"), "")
            inside = [b for b in self.blocks(cell) if isinstance(b, Para)]
            yield Cell(column, inside)
            column += int(width) if width.isdigit() else 1


def is_tracked(root: Any) -> bool:
    """Whether changes are tracked anywhere in the document."""
    return next(root.iter(*(qn(tag) for tag in _MARKS)), None) is not None


def _through(element: Any, tag: str) -> Iterator[Any]:
    """Children called `tag`, also those inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _through(child, tag)


def _seen(element: Any) -> Iterator[Any]:
    """Everything inside a paragraph but what is deleted, hidden in fields or in a box."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in GONE or child.tag in ASIDE:
            continue
        yield child
        yield from _seen(child)


def _written(node: Any) -> str:
    if node.tag == qn("w:t"):
        return node.text or ""
    return _SIGNS.get(node.tag, "")


def _anchors(nodes: Any) -> list[str]:
    """Visible numbers that bookmarks of ours stand for: "I_07" gives "I-07"."""
    names = (node.get(qn("w:name"), "") for node in nodes)
    return [name.replace("_", "-") for name in names if _ANCHOR.fullmatch(name)]
