"""Filled-in forms from ODK Central (.zip) and KoboToolbox (.xlsx), or a flat .csv of either.

What names people or devices is dropped unread. Columns are found by name or by label, in Danish
or English, with or without the path of their group.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interviews.reading_files import (
    BROKEN_ARCHIVE,
    FIRST_ROWS,
    MAX_BYTES,
    FileUnreadable,
    check_archive,
    check_workbook,
    csv_rows,
    decode,
    header_at,
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
    "root": ("rootuuid", "_submission__rootuuid"),
    "uuid": ("_uuid", "_submission__uuid"),
    "key": ("key",),
    "instance": ("instanceid",),
    "parent": ("parent_key", "_parent_index"),
    "index": ("_index",),
    "review": ("reviewstate", "_validation_status"),
    "status": ("status",),  # ODK Central's: why it could not open a form
}
NAMES = {label: name for name, labels in FIELDS.items() for label in labels}
IDS = ("root", "uuid", "key", "instance")  # an edited form keeps the first and changes the last
NUMBERS = ("guide_version", "participants", "parent", "index")
DROPPED = {  # people, devices, clocks and bookkeeping: never read
    *("submissiondate", "submitterid", "submittername", "deviceid", "attachmentspresent"),
    *("attachmentsexpected", "edits", "formversion", "_id", "_submission_time"),
    *("_notes", "_status", "_submitted_by", "__version__", "_tags", "_parent_table_name"),
    *("_submission__id", "_submission__uuid", "_submission__submission_time"),
    *("_uuid", "rootuuid", "_submission__rootuuid", "instanceid", "deprecatedid"),
    *("_submission__validation_status", "_submission__notes", "_submission__status"),
    *("_submission__submitted_by", "_submission___version__", "_submission__tags"),
    *("instancename", "foer_du_begynder", "skriv_aldrig", "laes_hoejt", "til_slut"),
}
OWN_NOTE = re.compile(r"spoergsmaal_\d+")  # the questions, read aloud and left without an answer


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


def form_ids(cells: Mapping[str, str]) -> tuple[str, ...]:
    """What a form is recognised by, the surest first: without "uuid:" and the place of a repeat."""
    keys = (cells.get(name, "").partition("/")[0] for name in IDS)
    return tuple(dict.fromkeys(bare for key in keys if (bare := key.removeprefix("uuid:"))))


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
            names = [n for n in sorted(archive.namelist()) if _is_table(n)]
            tables = [archive.read(name) for name in names]
    except BROKEN_ARCHIVE as error:
        raise FileUnreadable("not_archive") from error
    for table in tables:
        sheet = _csv_sheet(table)
        (repeats if sheet.has_text else roots).rows += sheet.rows
        roots.unknown += sheet.unknown
    return _joined(roots, repeats, "key")


def _is_table(name: str) -> bool:
    """Whether an entry is a table: a Mac puts a hidden twin beside each file it packs."""
    *folders, file = name.split("/")
    return file.lower().endswith(".csv") and file[0] != "." and "__MACOSX" not in folders


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
    """A single CSV: with one statement a row, or (Kobo's) without its repeats.

    Rows of one form are one conversation; a row that names no form is a conversation of its own.
    """
    sheet = _csv_sheet(data)
    if not any("guide_id" in row for row in sheet.rows):
        raise FileUnreadable("no_forms")
    talks: dict[object, list[dict[str, str]]] = {}
    for number, row in enumerate(sheet.rows):
        named = next(iter(form_ids(row)), "") or row.get("parent") or row.get("index")
        talks.setdefault(named or number, []).append(row)
    notes = () if sheet.has_text else ("repeats_missing",)
    forms = tuple(_together(rows) for rows in talks.values())
    return Forms(forms, tuple(dict.fromkeys(sheet.unknown)), notes)


def _together(rows: Sequence[dict[str, str]]) -> Form:
    """One form from its rows: of each field what is filled in first; equal rows count once."""
    different = list({tuple(row.items()): row for row in rows}.values())
    cells = {n: next((row[n] for row in different if row[n]), "") for n in different[0]}
    return Form(cells, tuple(row for row in different if row.get("text")))


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
    return _sheet(list(csv_rows(text, _named, MOST_ROWS)))


def _sheet(lines: Sequence[Sequence[Any]]) -> _Sheet:
    if not lines:
        return _Sheet()
    at = header_at(lines[:FIRST_ROWS], _named)
    heads = [str(head or "").strip() for head in lines[at]]
    columns = _places(heads)
    unknown = [h for n, h in enumerate(heads) if h and n not in columns and not _is_ours(h)]
    return _Sheet([row for line in lines[at + 1 :] if (row := _cells(line, columns))], unknown)


def _named(row: Sequence[Any]) -> int:
    return len(_places([str(cell or "") for cell in row]))


def _places(heads: Sequence[str]) -> dict[int, str]:
    """The field of each column that holds one; of two columns for one field the first."""
    columns: dict[int, str] = {}
    for place, head in enumerate(heads):
        found = next((NAMES[name] for name in _spellings(head) if name in NAMES), None)
        if found and found not in columns.values():
            columns[place] = found
    return columns


def _spellings(head: str) -> tuple[str, str]:
    """A column's name as it stands, and without the path of its group."""
    plain = head.strip().casefold()
    return plain, plain.replace("/", "-").rsplit("-", 1)[-1]


def _is_ours(head: str) -> bool:
    return any(name in DROPPED or OWN_NOTE.fullmatch(name) for name in _spellings(head))


def _cells(line: Iterable[Any], columns: Mapping[int, str]) -> dict[str, str]:
    found = {columns[n]: _plain(cell) for n, cell in enumerate(line) if n in columns}
    for name in found.keys() & set(NUMBERS):
        found[name] = re.sub(r"[.,]0+$", "", found[name])  # a sheet writes 1 as 1.0
    return found if any(found.values()) else {}


def _plain(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else str(cell).strip()
