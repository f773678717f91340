"""Tables from files people have: CSV, Excel and JSON lines, with every fault in words."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 100_000_000
MAX_ROWS = 200_000
MAX_ENTRIES, MAX_RATIO = 2_000, 100  # of a zip archive, which an .xlsx file is
CONTROL = {chr(c) for c in range(32)} - set("\t\n\r")


class FileUnreadable(ValueError):
    """The file cannot be read as a table. `code` says why; `detail` names the place.

    Codes: empty, too_large, too_many_rows, no_text_column, encoding, not_excel, protected,
    suspicious_archive, bad_json, unknown_type, no_rows.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Table:
    """Column names as they stand in the file, and rows as (number in the file, cells by column).

    `notes` are codes of what was guessed on the way (for example "cp1252").
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, Any]], ...]
    notes: tuple[str, ...] = ()


def read_table(name: str, data: bytes) -> Table:
    """The table in `data`; the type follows from the file's name. Raises FileUnreadable."""
    if not data.strip():
        raise FileUnreadable("empty")
    if len(data) > MAX_BYTES:
        raise FileUnreadable("too_large", str(MAX_BYTES // 1_000_000))
    ending = name.lower().rsplit(".", 1)[-1]
    readers = {"csv": _csv, "txt": _csv, "tsv": _csv, "jsonl": _jsonl, "xlsx": _xlsx}
    if ending not in readers:
        raise FileUnreadable("unknown_type", ending)
    table = readers[ending](data)
    if not table.rows:
        raise FileUnreadable("no_rows")
    return table


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Text from bytes and what had to be guessed. Raises FileUnreadable."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _strict(data, "utf-16"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), ("cp1252",)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileUnreadable("encoding", str(error.start)) from error
    if any(c in CONTROL for c in text[:20_000]):
        raise FileUnreadable("encoding")
    return text


def _limited(rows: Iterator[Any]) -> Iterator[Any]:
    for n, row in enumerate(rows):
        if n > MAX_ROWS:
            raise FileUnreadable("too_many_rows", str(MAX_ROWS))
        yield row


def _csv(data: bytes) -> Table:
    text, notes = decode(data)
    if "\x00" in text:
        raise FileUnreadable("encoding")
    first = text.split("\n", 1)[0]
    separator = max(";,\t|", key=first.count)
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        columns = tuple(c.strip() for c in next(reader))
        rows = tuple(
            (number, dict(zip(columns, row, strict=False)))
            for number, row in enumerate(_limited(reader), 2)
            if any(cell.strip() for cell in row)
        )
    except csv.Error as error:
        raise FileUnreadable("encoding", str(reader.line_num)) from error
    return Table(columns, rows, notes)


def _jsonl(data: bytes) -> Table:
    text, notes = decode(data)
    columns: dict[str, None] = {}
    rows = []
    for number, line in enumerate(_limited(iter(text.splitlines())), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise FileUnreadable("bad_json", str(number)) from error
        if not isinstance(row, dict):
            raise FileUnreadable("bad_json", str(number))
        columns |= dict.fromkeys(row)
        rows.append((number, row))
    return Table(tuple(columns), tuple(rows), notes)


def _xlsx(data: bytes) -> Table:
    check_archive(data)
    from openpyxl import load_workbook  # half a second that only an Excel file costs

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        found = _limited(iter(sheet.iter_rows(values_only=True)))
        header = next(found, ())
        columns = tuple(str(c).strip() if c is not None else "" for c in header)
        rows = tuple(
            (number, dict(zip(columns, row, strict=False)))
            for number, row in enumerate(found, 2)
            if any(cell not in (None, "") for cell in row)
        )
    except FileUnreadable:
        raise
    except Exception as error:  # openpyxl raises many kinds on broken workbooks
        raise FileUnreadable("not_excel") from error
    return Table(columns, rows)


def check_archive(data: bytes) -> None:
    """Nothing for a sound zip archive. Raises FileUnreadable for bombs and other files."""
    if data[:8] == bytes.fromhex("d0cf11e0a1b11ae1"):  # an OLE file: old Excel, or a password
        raise FileUnreadable("protected")
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as error:
        raise FileUnreadable("not_excel") from error
    whole = sum(e.file_size for e in entries)
    squeezed = max(sum(e.compress_size for e in entries), 1)
    if len(entries) > MAX_ENTRIES or whole > 2 * MAX_BYTES or whole / squeezed > MAX_RATIO:
        raise FileUnreadable("suspicious_archive")
