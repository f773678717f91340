"""One way in for every kind of document: the gate, the reader, and the paragraphs made whole."""

import re
import unicodedata
from dataclasses import replace

from interviews.documents.gate import MAX_TEXT, OLE, plain_text
from interviews.documents.headings import with_headings
from interviews.documents.joining import rejoin
from interviews.documents.lines import (
    BULLET,
    Line,
    paragraphs,
    text_lines,
    with_marks,
    without_running,
)
from interviews.documents.model import Document, Form, Paragraph
from interviews.documents.office_files import read_docx, read_odt
from interviews.documents.pdf_files import read_pdf
from interviews.reading_files import MAX_BYTES, FileUnreadable

ENDINGS = ("docx", "odt", "pdf", "txt")
OLD = ("doc", "dot", "rtf", "wpd", "wps", "sxw")
NO_LETTERS = ("Cc", "Co", "Cs")
WITH_MACROS = ("docm", "dotm")
SYMBOL = re.compile(r"\s*[\ue000-\uf8ff]+\s*(?=[^\s\ue000-\uf8ff]|$)")  # of Symbol, Wingdings


def read_document(name: str, data: bytes) -> Document:
    """The text of a document; its kind follows from the file's name. Raises FileUnreadable.

    Codes: no_text, too_large, old_document, macros, document_type, locked, not_document, not_text,
    suspicious_archive, doctype, too_many_pages, too_slow. A PDF takes up to a minute, others a
    second or two.
    """
    ending = name.lower().rsplit(".", 1)[-1]
    if ending in OLD:
        raise FileUnreadable("old_document", ending)
    if ending in WITH_MACROS:
        raise FileUnreadable("macros")
    if ending not in ENDINGS:
        raise FileUnreadable("document_type", ending)
    if not data.strip():
        raise FileUnreadable("no_text")
    if len(data) > MAX_BYTES:
        raise FileUnreadable("too_large", str(MAX_BYTES // 1_000_000))
    if data[:8] == OLE and ending != "docx":
        raise FileUnreadable("not_document")
    document = _read(ending, data)
    if not document.paragraphs:
        raise FileUnreadable("no_text")
    if sum(len(p.text) for p in document.paragraphs) > MAX_TEXT:
        raise FileUnreadable("too_large", str(MAX_TEXT // 1_000_000))
    return document


def _read(ending: str, data: bytes) -> Document:
    if ending in ("docx", "odt"):
        return _whole((read_docx if ending == "docx" else read_odt)(data))
    if ending == "pdf":
        return _from_lines(read_pdf(data), ())
    text, notes = plain_text(data)
    if len(text) > MAX_TEXT:
        raise FileUnreadable("too_large", str(MAX_TEXT // 1_000_000))
    return _from_lines(text_lines(text), notes)


def _whole(document: Document) -> Document:
    """The document in clean letters; bullets typed by hand are bullets."""
    found = rejoin(_clean(p) for p in document.paragraphs)
    return replace(document, paragraphs=with_headings(found))


def _from_lines(lines: tuple[Line, ...], notes: tuple[str, ...]) -> Document:
    clean = (replace(line, text=_letters(line.text)) for line in lines)
    kept, left_out, dropped = without_running(with_marks(clean))
    if dropped:
        notes = (*notes, f"running_lines:{dropped}")
    return Document(with_headings(rejoin(paragraphs(kept))), notes, left_out)


def _clean(paragraph: Paragraph) -> Paragraph:
    text = _letters(paragraph.text).strip()
    if text == "•":
        return replace(paragraph, text="")  # an ornament, or a point nobody wrote
    mark = BULLET.match(text)
    if mark and paragraph.kind is not Form.HEADING:
        return replace(paragraph, text=text[mark.end() :], kind=Form.BULLET)
    return replace(paragraph, text=text)


def _letters(text: str) -> str:
    """One form of letters, no control characters but tabs and soft hyphens at line ends.

    A letter of a symbol font that begins a line is a bullet, whatever it looks like.
    """
    text = SYMBOL.sub("• ", text, count=1) if SYMBOL.match(text) else text
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u0002", "\u00ad")
    return "".join(
        c for c in text if c == "\t" or unicodedata.category(c) not in ("Cc", "Co", "Cs")
    )
