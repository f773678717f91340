"""Small workbooks, archives and documents, whole and broken, made on the spot."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence

from openpyxl import Workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600  # old Office, or a password around a new one
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(range(256)) * 20
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
STRANGER = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><x>&a9;</x>"
)
REFUSED = "no_rows_taken"  # the file can be read, but no row of it can be taken
Rows = Sequence[Sequence[object]]
Fault = tuple[str, str, Callable[[], bytes], str]  # name, what is wrong, bytes, code


def just(data: bytes) -> Callable[[], bytes]:
    """These bytes, when asked for."""
    return lambda: data


def half(make: Callable[[], bytes]) -> bytes:
    """The first half of a file."""
    data = make()
    return data[: len(data) // 2]


def sheet() -> bytes:
    """A sound workbook with one statement."""
    return book(("Ark1", (("tekst", "tema"), ("Jeg mangler en bolig", "housing"))))


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def replaced(archive: bytes, part: str, content: str | bytes) -> bytes:
    """The archive with one part replaced, or added."""
    with zipfile.ZipFile(io.BytesIO(archive)) as whole:
        parts: dict[str, str | bytes] = {name: whole.read(name) for name in whole.namelist()}
    return zipped(parts | {part: content})


def locked_zip(archive: bytes) -> bytes:
    """The archive with the mark of a password on every entry."""
    out = bytearray(archive)
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(sign)
        while at >= 0:
            out[at + place] |= 1
            at = out.find(sign, at + 4)
    return bytes(out)


def spoilt(data: bytes) -> bytes:
    """`data` with forty bytes of zeros in the middle of its first third."""
    at = len(data) // 3
    return data[:at] + bytes(40) + data[at + 40 :]


def book(*sheets: tuple[str, Rows], merge: str = "") -> bytes:
    """A workbook with these sheets."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        if merge:
            sheet.merge_cells(merge)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def table(rows: Iterable[Sequence[object]], separator: str = ",") -> bytes:
    """Rows as a .csv file in UTF-8."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def bomb(name: str, size: int = 30_000_000) -> bytes:
    """An archive of some thirty kilobytes whose one entry is `size` zeros."""
    return zipped({name: bytes(size)})


def docx(text: str, **more: str | bytes) -> bytes:
    """A Word file of one paragraph and, by name ("." for "_"), more parts."""
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    parts: dict[str, str | bytes] = {"word/document.xml": body}
    return zipped(parts | {f"word/{name.replace('_', '.')}": part for name, part in more.items()})


def odt(text: str, **more: str | bytes) -> bytes:
    """An OpenDocument text of one paragraph."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text"))
    body = (
        f"<office:document-content {spaces}><office:body><office:text><text:p>{text}</text:p>"
        "</office:text></office:body></office:document-content>"
    )
    parts: dict[str, str | bytes] = {"content.xml": body}
    return zipped(parts | {name.replace("__", "/"): part for name, part in more.items()})


def pdf(text: str = "", pages: int = 1) -> bytes:
    """A PDF with the same line on each page; without text its pages are blank."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    shown = f"BT /F1 11 Tf 1 0 0 1 60 700 Tm ({text}) Tj ET\n" if text else ""
    kids = []
    for _page in range(pages):
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}endstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
            f"{len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {pages} /Kids [{' '.join(kids)}] >>"
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode()
    listed = "".join(f"{place:010d} 00000 n \n" for place in places)
    size, start = len(objects) + 1, len(out)
    out += f"xref\n0 {size}\n0000000000 65535 f \n{listed}".encode()
    return out + f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def locked_pdf() -> bytes:
    """A PDF with a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("Hej"))))
    writer.encrypt("hemmelig")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
