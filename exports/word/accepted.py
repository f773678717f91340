"""A Word file as it reads when every tracked change is taken as made: paragraphs and tables.

What comes in was written by others: it passes the same gate as every document, and of a comment
only the text is read, of its author only whether it is a role.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from exports.word.beside import Notes, beside, struck, words_in
from exports.word.blocks import Cell, Para, Table
from interviews.documents.word_styles import Look, read_looks

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
GONE = {qn("w:del"), qn("w:moveFrom"), _FALLBACK}
ASIDE = {qn("w:instrText"), qn("w:fldData"), qn("w:txbxContent"), qn("w:pPr"), qn("w:rPr")}
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_MARKS = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_ANCHOR = re.compile(r"[MI]_\d+")
_STATEMENT = re.compile(r"U_\d+")
_NUMBER = re.compile(r"\s*([A-Z]-\d+)")
_COMMENTED = (qn("w:commentReference"), qn("w:commentRangeStart"))


class Reader:
    """Reads the blocks of one document with the styles it defines.

    `gone` is filled on the way: comments on what was deleted, and the visible number it had.
    """

    def __init__(self, styles: Any, notes: Notes | None = None) -> None:
        self.gone: dict[str, str] = {}
        self._notes = notes or {}
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
                if gone and not found.text.strip():
                    self._remember(child)
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
        look = self._looks.get(key, Look())
        return Para(
            "".join(_written(node) for node in inside),
            self._names.get(key, ""),
            look,
            _anchors(inside),
            list(_comments(element)),
            _names(_STATEMENT, inside, "w:hyperlink", "w:anchor"),
            _names(_STATEMENT, inside, "w:bookmarkStart", "w:name"),
            list(beside(inside, self._notes)),
            struck(inside),
            bool(look.level) or any(_is_in_contents(node) for node in inside),
        )

    def _remember(self, element: Any) -> None:
        """Keep where the comments on a deleted row or paragraph stood."""
        deleted = qn("w:delText")
        said = (n.text or "" if n.tag == deleted else _written(n) for n in element.iter())
        number = _NUMBER.match("".join(said))
        named = _anchors(element.iter())
        label = next(iter(named), number[1] if number else "")
        for key in _comments(element) if label else ():
            self.gone.setdefault(key, label)

    def _table(self, element: Any) -> Table:
        rows = []
        above: dict[int, Cell] = {}
        for row in _through(element, qn("w:tr")):
            props = row.find(qn("w:trPr"))
            if props is not None and props.find(qn("w:del")) is not None:
                self._remember(row)
                continue
            rows.append(list(self._cells(row, above)))
            if not any(cell.text for cell in rows[-1]):
                self._remember(row)
            above = {cell.column: cell for cell in rows[-1]}
        return Table(rows)

    def _cells(self, row: Any, above: Mapping[int, Cell]) -> Iterator[Cell]:
        """The cells of a row; one that goes on from the row above says the same as that one."""
        column = 0
        for cell in _through(row, qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            width = "" if span is None else span.get(qn("w:val"), "")
            inside = [b for b in self.blocks(cell) if isinstance(b, Para)]
            tables = [words_in(t) for t in _through(cell, qn("w:tbl"))]
            if _goes_on(cell) and column in above:
                inside = [replace(p, anchors=[], comments=[]) for p in above[column].paragraphs]
            columns = int(width) if width.isdigit() else 1
            yield Cell(column, inside, columns, [text for text in tables if text])
            column += columns


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


def _comments(element: Any) -> Iterator[str]:
    """Ids of the comments on an element, on deleted words of it too."""
    return (node.get(qn("w:id"), "") for node in element.iter(*_COMMENTED))


def _is_in_contents(node: Any) -> bool:
    """Whether a node is the bookmark of a heading, which stays when its style is lost."""
    return bool(node.tag == qn("w:bookmarkStart") and node.get(qn("w:name"), "").startswith("_Toc"))


def _goes_on(cell: Any) -> bool:
    """Whether a cell is the lower part of one that was merged over several rows."""
    merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    return merge is not None and merge.get(qn("w:val"), "continue") == "continue"


def _names(pattern: re.Pattern[str], nodes: Any, tag: str, name: str) -> list[str]:
    """Visible numbers in an attribute of some nodes: "U_012" gives "U-012"."""
    found = (node.get(qn(name), "") for node in nodes if node.tag == qn(tag))
    return [one.replace("_", "-") for one in found if pattern.fullmatch(one)]


def _anchors(nodes: Any) -> list[str]:
    """Visible numbers that bookmarks of ours stand for: "I_07" gives "I-07"."""
    return _names(_ANCHOR, nodes, "w:bookmarkStart", "w:name")
