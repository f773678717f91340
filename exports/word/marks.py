"""Marks in the text of a municipality's file that tell of people, or lead out of it.

Comments and tracked changes bear their authors' names, fields hold folders and addresses, bound
controls repeat data of elsewhere. The text that a reader sees stays.
"""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GONE = [  # with all that is in them
    *("del", "moveFrom", "commentRangeStart", "commentRangeEnd"),
    *("permStart", "permEnd", "bookmarkStart", "bookmarkEnd", "proofErr"),
    *("altChunk", "subDoc", "object", "control", "dataBinding", "placeholder"),
    *("smartTagPr", "customXmlPr"),
]
_OPENED = ["ins", "moveTo", "hyperlink", "smartTag", "customXml"]  # what is in them stays
_LIVING = re.compile(  # fields that Word may go on computing; of the others the result stays
    r"\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|STYLEREF|TITLE|SUBJECT|DATE|CREATEDATE|SAVEDATE)\b",
    re.IGNORECASE,
)


def drop_marks(root: Any, rels: Any) -> None:
    """Take them out of one part of the file; `rels` are the relationships it has left."""
    for mark in list(root.iter(qn("w:commentReference"))):
        _take_out(next(mark.iterancestors(qn("w:r")), mark))
    for row in [n.getparent().getparent() for n in root.iter(qn("w:del")) if _is_row(n)]:
        _take_out(row)
    _each(root, [qn(f"w:{name}") for name in _GONE], _take_out)
    _each(root, ["{*}dataBinding"], _take_out)
    _freeze_fields(root)
    _each(root, [qn(f"w:{name}") for name in (*_OPENED, "fldSimple")], _open)
    for node in list(root.iter("*")):
        if node.get(qn("w:author")) is not None:
            _take_out(node)
    _drop_pointers(root, rels)
    _drop_names(root)


def _is_row(mark: Any) -> bool:
    """Whether a mark says that a whole row of a table was deleted."""
    return bool(mark.getparent().tag == qn("w:trPr"))


def _each(root: Any, tags: list[str], change: Any) -> None:
    for node in list(root.iter(*tags)):
        change(node)


def _take_out(node: Any) -> None:
    if node.getparent() is not None:
        node.getparent().remove(node)


def _open(node: Any) -> None:
    """Put what is inside an element in its place; a field that lives stays as it is."""
    if node.tag == qn("w:fldSimple") and _LIVING.match(node.get(qn("w:instr"), "")):
        return
    for child in list(node):
        node.addprevious(child)
    _take_out(node)


def _freeze_fields(root: Any) -> None:
    """Leave of every other field what it shows; fields may stand in one another."""
    open_fields: list[list[Any]] = []
    for node in list(root.iter(qn("w:fldChar"), qn("w:instrText"))):
        kind = node.get(qn("w:fldCharType"))
        if kind == "begin":
            open_fields.append([])
        if open_fields:
            open_fields[-1].append(node)
        if kind == "end" and open_fields:
            parts = open_fields.pop()
            asked = "".join(n.text or "" for n in parts if n.tag == qn("w:instrText"))
            if not _LIVING.match(asked):
                for part in parts:
                    _take_out(part)


def number_pictures(root: Any, numbers: Iterator[int]) -> None:
    """Give the pictures `numbers` that no other part of the file has; ours begin at 1."""
    for node in root.iter("{*}docPr"):
        node.set("id", str(next(numbers)))


def _drop_pointers(root: Any, rels: Any) -> None:
    """Take out what points at a part that is dropped: charts, linked pictures, links of pictures.

    A picture that is both linked and held stays, without its link.
    """
    for node in list(root.iter("*")):
        for name, value in list(node.items()):
            if not name.startswith(_RELATIONS) or value in rels:
                continue
            if name == f"{_RELATIONS}link" and node.get(f"{_RELATIONS}embed") in rels:
                del node.attrib[name]
            elif "hlink" in node.tag:
                _take_out(node)
            else:
                _take_out(next(node.iterancestors(qn("w:r")), node))


def _drop_names(root: Any) -> None:
    """Names of pictures are often those of files in somebody's folder."""
    for tag in ("{*}docPr", "{*}cNvPr"):
        for node in root.iter(tag):
            node.set("name", "Billede")
    for node in root.iter("{*}imagedata"):
        node.attrib.pop("{urn:schemas-microsoft-com:office:office}title", None)
