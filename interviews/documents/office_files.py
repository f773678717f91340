"""Paragraphs out of .docx and .odt: what a reader of the finished document sees, and no more.

Deleted text of tracked changes, comments and notes are left out; inserted text counts.
"""

from collections.abc import Callable, Iterator

from lxml import etree

from interviews.documents.gate import open_archive, parse_part
from interviews.documents.model import Document, Form, Paragraph
from interviews.documents.word_styles import Look, read_looks
from interviews.reading_files import FileUnreadable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
DELETED = {f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{TEXT}tracked-changes"}
ASIDE = {f"{OFFICE}annotation", f"{TEXT}note", f"{W}instrText", f"{W}fldData"}
BREAKS = {f"{W}br", f"{W}cr", f"{TEXT}line-break"}
TABS = {f"{W}tab", f"{TEXT}tab"}
PARAGRAPHS = {f"{W}p", f"{TEXT}p", f"{TEXT}h"}
ROWS = {f"{W}tr": f"{W}tc", f"{TABLE}table-row": f"{TABLE}table-cell"}
Reading = Callable[["etree._Element"], tuple[Form, int]]
CELL = 60  # characters; rows of shorter cells only are one line
FAKE_HEADING = 120  # characters; a bold line of its own up to this length is a heading


def read_docx(data: bytes) -> Document:
    """The paragraphs of a Word file. Raises FileUnreadable."""
    archive = open_archive(data)
    root = parse_part(archive, "word/document.xml")
    if root is None:
        raise FileUnreadable("not_document")
    looks = read_looks(parse_part(archive, "word/styles.xml"))
    found = tuple(_paragraphs(root, lambda p: _word_form(p, looks)))
    notes = [f"tables:{n}"] if (n := sum(1 for _ in root.iter(f"{W}tbl"))) else []
    notes += ["deleted_text"] if any(True for _ in root.iter(f"{W}del", f"{W}moveFrom")) else []
    notes += ["comments"] if "word/comments.xml" in archive.namelist() else []
    return Document(found, tuple(notes))


def read_odt(data: bytes) -> Document:
    """The paragraphs of an OpenDocument text. Raises FileUnreadable."""
    archive = open_archive(data)
    manifest = parse_part(archive, "META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
        raise FileUnreadable("locked")
    root = parse_part(archive, "content.xml")
    body = None if root is None else root.find(f".//{OFFICE}text")
    if body is None:
        raise FileUnreadable("not_document")
    found = tuple(_paragraphs(body, _open_form))
    notes = [f"tables:{n}"] if (n := sum(1 for _ in body.iter(f"{TABLE}table"))) else []
    notes += ["deleted_text"] if next(body.iter(f"{TEXT}tracked-changes"), None) is not None else []
    notes += ["comments"] if next(body.iter(f"{OFFICE}annotation"), None) is not None else []
    return Document(found, tuple(notes))


def _paragraphs(root: "etree._Element", form: "Reading") -> Iterator[Paragraph]:
    """Every paragraph under `root` in reading order; a row of short cells is one."""
    for child in root:
        if child.tag in DELETED or child.tag in ASIDE or not isinstance(child.tag, str):
            continue
        if child.tag in ROWS:
            inside = list(_paragraphs(child, form))
            cells = [_text(cell) for cell in child.iterchildren(ROWS[child.tag])]
            if len(cells) > 1 and all(len(cell) <= CELL for cell in cells):
                inside = [Paragraph("\t".join(cell for cell in cells if cell))]
            yield from inside
        elif child.tag in PARAGRAPHS:
            kind, level = form(child)
            yield from (Paragraph(line, kind, None, level) for line in _text(child).split("\n"))
            yield from _boxes(child, form)
        else:
            yield from _paragraphs(child, form)


def _boxes(paragraph: "etree._Element", form: "Reading") -> Iterator[Paragraph]:
    """The paragraphs of text boxes that are anchored in a paragraph."""
    for child in paragraph:
        if child.tag in DELETED or child.tag in ASIDE or not isinstance(child.tag, str):
            continue
        if any(True for _ in child.iter(*PARAGRAPHS)):
            yield from _paragraphs(child, form)


def _text(element: "etree._Element") -> str:
    """The text of an element with its line breaks, without what is deleted or put in a box."""
    pieces: list[str] = []
    is_open = element.tag.startswith(TEXT) or element.tag.startswith(TABLE)
    if is_open and element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            pieces.append(child.text or "")
        elif tag in BREAKS:
            pieces.append("\n")
        elif tag in TABS:
            pieces.append("\t")
        elif tag == f"{TEXT}s":
            pieces.append(" ")
        elif tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif tag in PARAGRAPHS and element.tag not in ROWS.values():
            pass  # a text box: it comes as paragraphs of its own
        elif isinstance(tag, str) and tag not in DELETED and tag not in ASIDE:
            pieces.append(_text(child) + (" " if tag in PARAGRAPHS else ""))
        if is_open and child.tail:
            pieces.append(child.tail)
    joined = "".join(pieces)
    return joined.strip() if element.tag in ROWS.values() else joined


def _word_form(paragraph: "etree._Element", looks: dict[str, Look]) -> tuple[Form, int]:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    look = looks.get("" if style is None else style.get(f"{W}val", ""), Look())
    outline = paragraph.find(f"{W}pPr/{W}outlineLvl")
    level = look.level
    if outline is not None and (given := outline.get(f"{W}val", "9")).isdigit() and int(given) < 9:
        level = int(given) + 1
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    listed = look.listed if number is None else number.get(f"{W}val") != "0"
    if level:
        return Form.HEADING, level
    if listed:
        return Form.BULLET, 0
    return (Form.HEADING, 0) if _is_bold_line(paragraph) else (Form.BODY, 0)


def _is_bold_line(paragraph: "etree._Element") -> bool:
    """Whether all that is written is bold and looks like a heading somebody made by hand."""
    text = _text(paragraph).strip()
    if not text or len(text) > FAKE_HEADING or text[-1] in ".,;" or "\n" in text:
        return False
    runs = [r for r in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t"))]
    marks = [run.find(f"{W}rPr/{W}b") for run in runs]
    return all(
        mark is not None and mark.get(f"{W}val", "1") not in ("0", "false") for mark in marks
    )


def _open_form(paragraph: "etree._Element") -> tuple[Form, int]:
    if paragraph.tag == f"{TEXT}h":
        level = paragraph.get(f"{TEXT}outline-level", "1")
        return Form.HEADING, int(level) if level.isdigit() else 1
    listed = any(up.tag == f"{TEXT}list" for up in paragraph.iterancestors())
    return (Form.BULLET if listed else Form.BODY), 0
