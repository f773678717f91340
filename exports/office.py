"""LibreOffice as a tool: Word to PDF, and on which page each heading stands.

It runs in a folder of its own that is deleted afterwards, with a profile of its own, so that it
neither meets a LibreOffice the person has open nor leaves a citizen's words behind. pypdf is
imported where it is used: it takes 20 MB that a plan without page numbers does not need.
"""

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_CLOCK = re.compile(rb"(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?")
TIMEOUT = 180  # seconds; ten times what the longest plan measured has taken
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
# comments must never be printed, and LibreOffice prints them as notes unless told not to
_PLAIN = '{"ExportNotes":{"type":"boolean","value":"false"}}'
_ACCESSIBLE = (
    '{"ExportNotes":{"type":"boolean","value":"false"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)


class OfficeMissing(RuntimeError):
    """LibreOffice is not installed."""

    code = "office_missing"


class OfficeFailed(RuntimeError):
    """LibreOffice ended without a PDF; the message is what it said."""

    code = "office_failed"


def program() -> str | None:
    """The path of LibreOffice's program; None when it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _USUAL_PLACES if Path(place).exists()), None)


def to_pdf(document: bytes, accessible: bool = True) -> bytes:
    """A Word file as PDF: tagged, PDF/UA if `accessible`. Raises OfficeMissing, OfficeFailed.

    Takes one to three seconds. For a plan use `exports.pdf`, which goes through the gate.
    """
    soffice = program()
    if soffice is None:
        raise OfficeMissing
    with tempfile.TemporaryDirectory(prefix="taleroer-") as folder:
        place = Path(folder)
        (place / "plan.docx").write_bytes(document)
        options = _ACCESSIBLE if accessible else _PLAIN
        command = [
            soffice,
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to"),
            f"pdf:writer_pdf_Export:{options}",
            *("--outdir", folder, str(place / "plan.docx")),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
        except subprocess.TimeoutExpired as error:
            raise OfficeFailed("timeout") from error
        made = place / "plan.pdf"
        if not made.exists():
            raise OfficeFailed(done.stderr.decode(errors="replace").strip()[-300:])
        pdf = made.read_bytes()
    return _finished(pdf) if accessible else pdf


def _finished(pdf: bytes) -> bytes:
    """Mend the two places where LibreOffice's PDF/UA is none.

    Pages with links must say that tabbing follows the structure, and the style called Quote must
    not redefine the standard tag Quote. Source: ISO 14289-1, 7.1 and 7.18.3.
    """
    from pypdf import PdfWriter
    from pypdf.generic import NameObject

    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
    tree = writer.root_object.get("/StructTreeRoot", {}).get_object()
    tree.get("/RoleMap", {}).get_object().pop("/Quote", None)
    _without_clock(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def _without_clock(writer: Any) -> None:
    """The day stays; the time of day, which LibreOffice writes in two places, goes."""
    told = {key: str(value)[:10] for key, value in (writer.metadata or {}).items() if "Date" in key}
    writer.add_metadata(told)
    metadata = writer.root_object.get("/Metadata")
    if metadata is not None:
        stream = metadata.get_object()
        stream.set_data(_CLOCK.sub(rb"\1", stream.get_data()))


def heading_pages(pdf: bytes) -> list[tuple[str, int]]:
    """The text and page (from 1) of each heading in the PDF's outline, in order."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    return [
        (str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1)
        for entry in _flat(reader.outline)
    ]


def _flat(outline: Any) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry
