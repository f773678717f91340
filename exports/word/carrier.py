"""The file that carries the style: the municipality's own .docx or .dotx, or our base.

Styles are found by their English names, as every Word writes them into the file whatever its
language; those that are missing are added from ours. The ids of all styles are read once: looking
them up for every paragraph is three quarters of the time of plain python-docx.
"""

import io
import zipfile
from copy import deepcopy
from functools import lru_cache
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from exports.word.base import base, part
from exports.word.cleaning import clean
from exports.word.headers import inherit
from exports.word.read import OwnWords, pieces, style_names, text_of

MARKER = "[[INDHOLD]]"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_LARGEST = 60_000_000  # bytes a carrier may unpack to; more is no template


class NotACarrier(ValueError):
    """The file is not a Word file that can carry the plan's style."""

    code = "not_a_carrier"


def open_carrier(content: bytes | None = None) -> Any:
    """A python-docx document with every style of ours in it; our base without `content`.

    Of a carrier only the style, the letterhead and what stands around the marker is left
    (`exports.word.cleaning`); macros are dropped, never run. Raises NotACarrier for anything that
    is not a sound .docx, .dotx, .docm or .dotm file.
    """
    try:
        document = Document(io.BytesIO(_as_document(content) if content else base()))
    except NotACarrier:
        raise
    except Exception as error:  # python-docx, zipfile and lxml each raise their own
        raise NotACarrier(str(error)) from error
    if content:
        _give_page(document)
        if marker(document) is None:
            inherit(document)
            _empty(document.element.body)
        clean(document)
        _add_missing_styles(document)
    return document


def marker(document: Any) -> Any | None:
    """The paragraph where the plan shall stand; None where it takes the place of the whole body."""
    body = document.element.body
    return next((p for p in body.findall(qn("w:p")) if text_of(p).strip() == MARKER), None)


@lru_cache(maxsize=4)
def own_words(content: bytes | None) -> OwnWords:
    """What a carrier says itself, in the order of the file; nothing of our own base.

    Raises NotACarrier.
    """
    if not content:
        return OwnWords()
    document = open_carrier(content)
    styles = style_names(document.styles.element)
    edges = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    notes = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
    rels = document.part.rels.values()
    every_page = [r.target_part.element for r in rels if r.reltype in edges]
    around = [document.element]
    around += [parse_xml(r.target_part.blob) for r in rels if r.reltype in notes]
    return OwnWords(_said(every_page, styles), _said(around, styles))


def _said(roots: list[Any], styles: dict[str, str]) -> tuple[str, ...]:
    """Each text of the parts once."""
    texts = (piece.text for root in roots for piece in pieces(root, styles))
    return tuple(dict.fromkeys(t for t in texts if t.strip() and t.strip() != MARKER))


def _empty(body: Any) -> None:
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def style_ids(document: Any) -> dict[str, str]:
    """The id of each style by its name in small letters."""
    return {
        style.find(qn("w:name")).get(qn("w:val")).lower(): style.get(qn("w:styleId"))
        for style in document.styles.element.findall(qn("w:style"))
        if style.find(qn("w:name")) is not None
    }


def _as_document(content: bytes) -> bytes:
    """A template with its content type changed to that of a document; documents as they are."""
    try:
        source = zipfile.ZipFile(io.BytesIO(content))
        if sum(i.file_size for i in source.infolist()) > _LARGEST:
            raise NotACarrier("too large")
        types = source.read("[Content_Types].xml").decode("utf-8")
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise NotACarrier(str(error)) from error
    if not any(other in types for other in _OTHER_MAINS):
        return content
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for item in source.infolist():
            whole = types.encode() if item.filename == "[Content_Types].xml" else source.read(item)
            out.writestr(item.filename, whole)
    return target.getvalue()


def _give_page(document: Any) -> None:
    """An A4 page with margins for a carrier that says nothing about its paper."""
    document.element.body.get_or_add_sectPr()
    section = document.sections[-1]
    if not section.page_width or not section.page_height:
        section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        if getattr(section, side) is None:
            setattr(section, side, Mm(20))


def _add_missing_styles(document: Any) -> None:
    """Add each of our styles whose name the carrier lacks, under a free id."""
    have = style_ids(document)
    taken = set(have.values())
    ours = parse_xml(part("styles.xml"))
    names = {s.get(qn("w:styleId")): _name(s) for s in ours.findall(qn("w:style"))}
    missing = [s for s in ours.findall(qn("w:style")) if _name(s).lower() not in have]
    ids = dict(have)
    for style in missing:
        free = style.get(qn("w:styleId"))
        while free in taken:
            free += "Plan"
        taken.add(free)
        ids[_name(style).lower()] = free
    numbers = _add_numbering(document) if missing else {}
    for style in missing:
        added = deepcopy(style)
        added.set(qn("w:styleId"), ids[_name(style).lower()])
        added.attrib.pop(qn("w:default"), None)
        for tag in ("w:basedOn", "w:next"):
            if (other := added.find(qn(tag))) is not None:
                other.set(qn("w:val"), ids[names[other.get(qn("w:val"))].lower()])
        for tab in added.iter(qn("w:tab")):
            if tab.get(qn("w:leader")):  # the page numbers of the contents stand at the margin
                tab.set(qn("w:pos"), str(_room(document)))
        for number in added.iter(qn("w:numId")):
            number.set(qn("w:val"), numbers[number.get(qn("w:val"))])
        document.styles.element.append(added)


def _room(document: Any) -> int:
    """The width between the margins, twentieths of a point."""
    section = document.sections[-1]
    return int(section.page_width - section.left_margin - section.right_margin) // 635


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val")))


def _add_numbering(document: Any) -> dict[str, str]:
    """Add our two bullet lists to the carrier; the new number of each of our list numbers."""
    ours = parse_xml(part("numbering.xml"))
    element = _numbering(document)
    abstracts = [int(a.get(qn("w:abstractNumId"))) for a in element.findall(qn("w:abstractNum"))]
    used = [int(n.get(qn("w:numId"))) for n in element.findall(qn("w:num"))]
    first_abstract, first = max(abstracts, default=0) + 1, max(used, default=0) + 1
    numbers = {}
    for offset, abstract in enumerate(ours.findall(qn("w:abstractNum"))):
        abstract.set(qn("w:abstractNumId"), str(first_abstract + offset))
        # the schema wants every abstract list before the first list
        place = next(iter(element.findall(qn("w:num"))), None)
        element.append(abstract) if place is None else place.addprevious(abstract)
    for offset, number in enumerate(ours.findall(qn("w:num"))):
        numbers[number.get(qn("w:numId"))] = str(first + offset)
        number.set(qn("w:numId"), str(first + offset))
        number.find(qn("w:abstractNumId")).set(qn("w:val"), str(first_abstract + offset))
        last = element.findall(qn("w:num"))
        last[-1].addnext(number) if last else element.append(number)
    return numbers


def _numbering(document: Any) -> Any:
    """The carrier's list definitions; an empty part of its own when it has none."""
    main = document.part
    for rel in main.rels.values():
        if rel.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return rel.target_part.element
    empty = parse_xml(part("numbering.xml"))
    for child in list(empty):
        empty.remove(child)
    name = PackURI("/word/numbering.xml")
    new = XmlPart(name, CONTENT_TYPE.WML_NUMBERING, empty, main.package)
    main.relate_to(new, RELATIONSHIP_TYPE.NUMBERING)
    return empty
