"""Filled-in forms from ODK Central (.zip) and KoboToolbox (.xlsx), or a flat .csv of either.

What names people or devices is dropped unread. Columns are found by name or by label, in Danish
or English, with or without the path of their group.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from interviews.reading_files import (
    BROKEN_ARCHIVE,
    MAX_BYTES,
    FileUnreadable,
    check_archive,
    check_workbook,
    csv_rows,
    decode,
    limited,
)

MOST_ROWS = 20_000  # of one sheet: each form becomes a draft of its own

FIELDS = {
    "guide_id": ("guide_id",),
    "guide_version": ("guide_version",),
    "month": ("maaned",),
    "consent": ("samtykke", "borgeren har sagt ja", "the citizen has said yes"),
    "site": ("sted", "hvor er i?", "where are you?"),
    "participants": (
        "deltagere",
        "hvor mange taler du med?",
        "how many are you talking with?",
    ),
    "question": ("til", "til hvilket spørgsmål?", "which question?"),
    "text": ("tekst", "hvad blev der sagt?", "what was said?"),
    "wording": ("ordlyd", "ordret eller gengivet?", "word for word?"),
    "kind": ("art", "hvad er det?", "what is it?"),
    "quotable": ("maa_citeres", "må det citeres?", "may it be quoted?"),
    "key": ("key", "rootuuid", "_uuid"),
    "parent": ("parent_key", "_parent_index"),
    "index": ("_index",),
    "review": ("reviewstate", "_validation_status"),
}
DROPPED = {  # people, devices, clocks and bookkeeping: never read
    *("submissiondate", "submitterid", "submittername", "deviceid", "attachmentspresent"),
    *("attachmentsexpected", "status", "edits", "formversion", "_id", "_submission_time"),
    *("_notes", "_status", "_submitted_by", "__version__", "_tags", "_parent_table_name"),
    *("_submission__id", "_submission__uuid", "_submission__submission_time"),
    *("_submission__validation_status", "_submission__notes", "_submission__status"),
    *("_submission__submitted_by", "_submission___version__", "_submission__tags"),
    *("instanceid", "instancename", "foer_du_begynder", "skriv_aldrig", "laes_hoejt", "til_slut"),
}
Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Form:
    """One filled-in form: its own cells by field, and those of each statement."""

    cells: dict[str, str]
    statements: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Forms:
    """What a file held. `unknown` are columns nobody could place; `notes` are codes."""

    forms: tuple[Form, ...]
    unknown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Sheet:
    """Rows by field, and the columns that are no field."""

    rows: list[dict[str, str]] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        return any("text" in row for row in self.rows)


def read_forms(name: str, data: bytes) -> Forms:
    """The forms in a file. Raises FileUnreadable ("no_forms" where no sheet looks like ours)."""
    if not data.strip():
        raise FileUnreadable("empty")
    if len(data) > MAX_BYTES:
        raise FileUnreadable("too_large", str(MAX_BYTES // 1_000_000))
    ending = name.lower().rsplit(".", 1)[-1]
    if ending == "zip":
        return _odk(data)
    if ending == "xlsx":
        return _kobo(data)
    if ending == "csv":
        return _flat(data)
    raise FileUnreadable("unknown_type", ending)


def _odk(data: bytes) -> Forms:
    check_archive(data)
    roots, repeats = _Sheet(), _Sheet()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [n for n in sorted(archive.namelist()) if n.lower().endswith(".csv")]
            tables = [archive.read(name) for name in names]
    except BROKEN_ARCHIVE as error:
        raise FileUnreadable("not_archive") from error
    for table in tables:
        sheet = _csv_sheet(table)
        (repeats if sheet.has_text else roots).rows += sheet.rows
        roots.unknown += sheet.unknown
    return _joined(roots, repeats, "key")


def _kobo(data: bytes) -> Forms:
    check_workbook(data)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        every = (s.iter_rows(values_only=True) for s in book.worksheets)
        sheets = [_sheet(list(limited(rows, MOST_ROWS))) for rows in every]
    except FileUnreadable:
        raise
    except Exception as error:  # openpyxl raises many kinds on broken workbooks
        raise FileUnreadable("not_excel") from error
    roots, repeats = _Sheet(), _Sheet()
    for sheet in sheets:
        (repeats if sheet.has_text else roots).rows += sheet.rows
        roots.unknown += sheet.unknown
    return _joined(roots, repeats, "index")


def _flat(data: bytes) -> Forms:
    """A single CSV: with one statement a row, or (Kobo's) without its repeats."""
    sheet = _csv_sheet(data)
    if not any("guide_id" in row for row in sheet.rows):
        raise FileUnreadable("no_forms")
    forms = tuple(Form(row, (row,) if row.get("text") else ()) for row in sheet.rows)
    notes = () if sheet.has_text else ("repeats_missing",)
    return Forms(forms, tuple(dict.fromkeys(sheet.unknown)), notes)


def _joined(roots: _Sheet, repeats: _Sheet, by: str) -> Forms:
    if not any("guide_id" in row for row in roots.rows):
        raise FileUnreadable("no_forms")
    said: dict[str, list[dict[str, str]]] = {}
    for row in repeats.rows:
        said.setdefault(row.get("parent", ""), []).append(row)
    forms = tuple(Form(row, tuple(said.pop(row.get(by, ""), ()))) for row in roots.rows)
    notes = ("orphans",) if said else ()
    return Forms(forms, tuple(dict.fromkeys(roots.unknown)), notes)


def _csv_sheet(data: bytes) -> _Sheet:
    text, _ = decode(data)
    return _sheet(list(csv_rows(text, ";,", MOST_ROWS)))


def _sheet(lines: list[Any]) -> _Sheet:
    if not lines:
        return _Sheet()
    names = {label: name for name, labels in FIELDS.items() for label in labels}
    columns: dict[int, str] = {}
    unknown = []
    for place, head in enumerate(lines[0]):
        plain = str(head or "").strip().casefold()
        short = plain.replace("/", "-").rsplit("-", 1)[-1]
        found = names.get(plain) or names.get(short)
        if found and found not in columns.values():
            columns[place] = found
        elif plain and short not in DROPPED and plain not in DROPPED:
            unknown.append(str(head))
    return _Sheet([row for line in lines[1:] if (row := _cells(line, columns))], unknown)


def _cells(line: Iterable[Any], columns: Mapping[int, str]) -> dict[str, str]:
    found = {columns[n]: _plain(cell) for n, cell in enumerate(line) if n in columns}
    return found if any(found.values()) else {}


def _plain(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()
