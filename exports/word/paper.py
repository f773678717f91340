"""Pages: sections upright and on their side, the footer, properties and settings of the file."""

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import Any, TypeVar

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from exports.word.carrier import marker, open_carrier, style_ids
from exports.word.figures import Pictures
from exports.word.headers import Titled, open_first_page, write_footers
from exports.word.ink import Ink

_PLACE = "taleroer:plan"
_EMU = 635  # English metric units in a twentieth of a point
# elements that the schema wants after w:updateFields
# fmt: off
_AFTER_UPDATE_FIELDS = frozenset((
    "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr",
    "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
    "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator",
))
# fmt: on


Document = TypeVar("Document", bound=Titled)


def made(
    outline: Document,
    carrier: bytes | None,
    body: Callable[[Ink, Pictures, Document], str],
    has_front: bool = True,
) -> bytes:
    """A document that is no plan, as .docx bytes: `body` writes what stands between its covers.

    The first page has no footer where it is a title page (`has_front`). Raises NotACarrier.
    """
    document = open_carrier(carrier)

    def relate(picture: bytes) -> str:
        return str(document.part.get_or_add_image(io.BytesIO(picture))[0])

    ink = Ink(style_ids(document), *rooms(document))
    prepare_pages(document, ink, outline, has_front=has_front)
    fill(document, body(ink, Pictures(relate), outline))
    name(document, outline)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def prepare_pages(
    document: Any,
    ink: Ink,
    outline: Titled,
    mark: str = "",
    has_front: bool = True,
    numbered: tuple[str, str] = ("Side", "af"),
) -> None:
    """Headers and footers, before anything is written: letterhead, title, `mark`, page number.

    The first page has no number where it is a title page (`has_front`).
    """
    if has_front:
        open_first_page(document)
    write_footers(document, ink, outline, mark, numbered)


def rooms(document: Any) -> tuple[int, int]:
    """The width between the margins of the carrier's last section, upright and turned."""
    last = document.sections[-1]
    margins = last.left_margin + last.right_margin
    wide = max(last.page_width, last.page_height)
    return (last.page_width - margins) // _EMU, (wide - margins) // _EMU


def sections(document: Any) -> tuple[str, str]:
    """Section endings for the upright pages before a turned section, and for that section.

    The carrier's own last section stays for what follows. Only the first of the three has a first
    page of its own, and only it begins to count pages anew where the carrier does.
    """
    last = document.element.body.sectPr
    upright = deepcopy(last)
    _follow_on(last)
    turned = deepcopy(last)
    size = turned.find(qn("w:pgSz"))
    wide, high = sorted((size.get(qn("w:w")), size.get(qn("w:h"))), key=int, reverse=True)
    size.set(qn("w:w"), wide)
    size.set(qn("w:h"), high)
    size.set(qn("w:orient"), "landscape")
    return etree.tostring(upright, encoding="unicode"), etree.tostring(turned, encoding="unicode")


def _follow_on(section: Any) -> None:
    """Let a section look and count as the pages before it."""
    for first in section.findall(qn("w:titlePg")):
        section.remove(first)
    for numbers in section.findall(qn("w:pgNumType")):
        numbers.attrib.pop(qn("w:start"), None)


def fill(document: Any, content: str) -> None:
    """Put `content` at the carrier's marker paragraph, or instead of its body.

    What stands around it is written out and read again together with the content as one text:
    moving thousands of paragraphs from one tree to another takes longer than making them.
    """
    place = etree.Comment(_PLACE)
    marked = marker(document)
    if marked is None:  # the carrier came emptied
        document.element.body.insert(0, place)
    else:
        document.element.body.replace(marked, place)
    shell = etree.tostring(document.element, encoding="unicode")
    document.part._element = parse_xml(shell.replace(f"<!--{_PLACE}-->", content, 1))


def name(document: Any, outline: Titled, language: str = "da-DK") -> None:
    """Title, language and municipality as properties; the day, never a clock time or a person."""
    day = datetime.fromisoformat(outline.day)
    props = document.core_properties
    props.title = f"{outline.title} – {outline.municipality}"
    props.subject = outline.subtitle
    props.author = outline.municipality
    props.last_modified_by = outline.municipality
    props.language = language
    props.comments = ""
    props.keywords = ""
    props.revision = 1
    props.created = props.modified = day


def ask_word_to_count(document: Any) -> None:
    """Let Word renew page numbers when it opens the file (it asks first)."""
    settings = document.settings.element
    if settings.find(qn("w:updateFields")) is None:
        new = parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>')
        after = {qn(f"w:{tag}") for tag in _AFTER_UPDATE_FIELDS}
        place = next((child for child in settings if child.tag in after), None)
        settings.append(new) if place is None else place.addprevious(new)
