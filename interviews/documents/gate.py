"""The gate before every reader: what is no sound document never reaches a parser."""

import io
import zipfile

from lxml import etree

from interviews.reading_files import (
    CONTROL,
    DOCTYPE,
    MAX_ENTRIES,
    MAX_RATIO,
    FileUnreadable,
    decode,
)

MAX_UNPACKED = 100_000_000  # bytes of the whole archive
MAX_PART = 40_000_000  # bytes of one XML part: some ten thousand pages
MAX_TEXT = 3_000_000  # characters: about fifteen thick books
NO_TEXT = ("{\\rtf", "<!doctype html", "<html", "<?xml", "%pdf-")  # other kinds of file begin so
OLE = bytes.fromhex("d0cf11e0a1b11ae1")  # old Word, or a password around a new one


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive, its size and contents checked. Raises FileUnreadable.

    Codes: locked, not_document, suspicious_archive, macros.
    """
    if data[:8] == OLE:
        raise FileUnreadable("locked")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError) as error:
        raise FileUnreadable("not_document") from error
    entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    squeezed = max(sum(entry.compress_size for entry in entries), 1)
    if len(entries) > MAX_ENTRIES or whole > MAX_UNPACKED or whole / squeezed > MAX_RATIO:
        raise FileUnreadable("suspicious_archive")
    if any(_is_macro(entry.filename.lower()) for entry in entries):
        raise FileUnreadable("macros")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileUnreadable("locked")
    return archive


def _is_macro(name: str) -> bool:
    return name.endswith(("vbaproject.bin", "vbadata.xml")) or name.startswith(
        ("basic/", "scripts/")
    )


def parse_part(archive: zipfile.ZipFile, name: str) -> "etree._Element | None":
    """The root of one XML part, None where the archive has no such part.

    Raises FileUnreadable: doctype, suspicious_archive, not_document. Nothing outside the part is
    ever fetched.
    """
    try:
        entry = archive.getinfo(name)
    except KeyError:
        return None
    if entry.file_size > MAX_PART:
        raise FileUnreadable("suspicious_archive")
    try:
        raw = archive.read(entry)
    except Exception as error:  # zlib, bz2, lzma and zipfile each have errors of their own
        raise FileUnreadable("not_document") from error
    if DOCTYPE.search(raw.replace(b"\x00", b"")):  # without the zeros of UTF-16
        raise FileUnreadable("doctype")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileUnreadable("not_document") from error
    if root.getroottree().docinfo.doctype:
        raise FileUnreadable("doctype")
    return root


def plain_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a .txt file and notes of what was guessed. Raises FileUnreadable.

    Codes: not_text, not_document (RTF, HTML and others that only bear the name).
    """
    try:
        text, notes = decode(data)
    except FileUnreadable as error:
        raise FileUnreadable("not_text") from error
    if any(c in CONTROL - {"\f", "\x0b"} for c in text):
        raise FileUnreadable("not_text")
    if text.lstrip("\ufeff \t\r\n").lower().startswith(NO_TEXT):
        raise FileUnreadable("not_document")
    return text, notes
