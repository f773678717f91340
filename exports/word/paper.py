"""Pages: sections upright and on their side, the footer, properties and settings of the file."""

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import Any, Protocol, TypeVar

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from exports.word.carrier import open_carrier, style_ids
from exports.word.figures import Pictures
from exports.word.ink import Ink, field, run

MARKER = "[[INDHOLD]]"
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


class Titled(Protocol):
    """What the outline of any document says about itself."""

    @property
    def municipality(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def subtitle(self) -> str: ...
    @property
    def day(self) -> str: ...


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
    prepare_footer(document, ink, outline)
    if has_front:
        no_footer_first(document.element.body.sectPr)
    fill(document, body(ink, Pictures(relate), outline))
    name(document, outline)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def prepare_footer(
    document: Any,
    ink: Ink,
    outline: Titled,
    mark: str = "",
    words: tuple[str, str] = ("Side", "af"),
) -> None:
    """Put title, `mark` and "Side X af Y" in the footer, unless the carrier has one."""
    page, of = words
    section = document.sections[-1]
    if not section.footer.is_linked_to_previous:
        return
    section.footer.is_linked_to_previous = False
    element = section.footer._element
    for child in list(element):
        element.remove(child)
    mark = f"{mark}  ·  " if mark else ""
    text = f"{mark}{outline.title}, {outline.municipality}  ·  {page} "
    inside = (run(text), field("PAGE", "1"), run(f" {of} "), field("NUMPAGES", "1"))
    element.append(parse_xml(ink.p("footer", *inside).replace("<w:p>", _opened("w:p"), 1)))


def _opened(tag: str) -> str:
    return f"<{tag} {nsdecls('w')}>"


def rooms(document: Any) -> tuple[int, int]:
    """The width between the margins of the carrier's last section, upright and turned."""
    last = document.sections[-1]
    margins = last.left_margin + last.right_margin
    wide = max(last.page_width, last.page_height)
    return (last.page_width - margins) // _EMU, (wide - margins) // _EMU


def sections(document: Any) -> tuple[str, str]:
    """Section endings for the upright pages before a turned section, and for that section.

    The carrier's own last section stays for what follows. The first page has no footer.
    """
    last = document.element.body.sectPr
    upright, turned = deepcopy(last), deepcopy(last)
    no_footer_first(upright)
    size = turned.find(qn("w:pgSz"))
    wide, high = sorted((size.get(qn("w:w")), size.get(qn("w:h"))), key=int, reverse=True)
    size.set(qn("w:w"), wide)
    size.set(qn("w:h"), high)
    size.set(qn("w:orient"), "landscape")
    return etree.tostring(upright, encoding="unicode"), etree.tostring(turned, encoding="unicode")


def no_footer_first(section: Any) -> None:
    """Give a section's first page a header and footer of its own: empty ones."""
    if section.find(qn("w:titlePg")) is None:
        before = (
            "w:textDirection", "w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings",
            "w:sectPrChange",
        )  # fmt: skip
        section.insert_element_before(parse_xml(f"<w:titlePg {nsdecls('w')}/>"), *before)


def fill(document: Any, content: str) -> None:
    """Put `content` at the carrier's marker paragraph, or instead of its body.

    What stands around it is written out and read again together with the content as one text:
    moving thousands of paragraphs from one tree to another takes longer than making them.
    """
    body = document.element.body
    marker = next((p for p in body.findall(qn("w:p")) if _text(p).strip() == MARKER), None)
    place = etree.Comment(_PLACE)
    if marker is None:
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        body.insert(0, place)
    else:
        body.replace(marker, place)
    shell = etree.tostring(document.element, encoding="unicode")
    document.part._element = parse_xml(shell.replace(f"<!--{_PLACE}-->", content, 1))


def _text(paragraph: Any) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


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
