"""Tables from files people have: CSV, Excel and JSON lines, with every fault in words."""

import csv
import io
import json
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from interviews.columns import column_map, known_columns, long_texts

MAX_BYTES = 100_000_000
MAX_ROWS = 200_000
MAX_ENTRIES, MAX_RATIO = 2_000, 100  # of a zip archive, which an .xlsx file is
PROLOG = 65_536  # bytes of an XML part in which a DOCTYPE would stand
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
BROKEN_ARCHIVE = (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError)
ONE_COLUMN = "\x1f"  # parts nothing: a single column of texts may hold any other sign
SEPARATORS = ONE_COLUMN + ";,\t|"
SAMPLE = 100_000  # characters in which the separator is looked for
DECLARED = re.compile(r'\s*"?sep=([^\w"\r\n])"?[ ;,\t]*\r?\n', re.IGNORECASE)  # Excel's own line
FIRST_ROWS = 10  # a title and blank rows may stand above the header
CONTROL = {chr(c) for c in range(32)} - set("\t\n\r")


Known = Callable[[Sequence[Any]], int]  # how many cells of a row are names of columns


class FileUnreadable(ValueError):
    """The file cannot be read as a table. `code` says why; `detail` names the place.

    Codes: empty, too_large, too_many_rows, no_text_column, two_columns, encoding, not_excel,
    not_archive, protected, macros, doctype, suspicious_archive, bad_json, unknown_type, no_rows.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code} {detail}".strip())
        self.code = code
        self.detail = detail


@dataclass(frozen=True)
class Table:
    """Column names as they stand in the file, and rows as (number in the file, cells by column).

    `notes` are codes of what was guessed on the way ("cp1252", "sheet:" and the sheet's name).
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
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _strict(data, "cp1252"), ("cp1252",)
    if "\x00" in text:
        raise FileUnreadable("encoding")
    return text, ()


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileUnreadable("encoding", str(error.start)) from error
    if any(c in CONTROL for c in text[:20_000]):
        raise FileUnreadable("encoding")
    return text


def limited(rows: Iterator[Any], most: int | None = None) -> Iterator[Any]:
    """The rows, a header and `most` (else `MAX_ROWS`) more. Raises FileUnreadable."""
    most = MAX_ROWS if most is None else most
    for n, row in enumerate(rows):
        if n > most:
            raise FileUnreadable("too_many_rows", str(most))
        yield row


def _csv(data: bytes) -> Table:
    text, notes = decode(data)
    table = _table(csv_rows(text, known_columns), notes)
    if not table.columns:
        raise FileUnreadable("empty")
    return table


def _table(found: Iterator[Sequence[Any]], notes: tuple[str, ...] = ()) -> Table:
    """The table whose header is among the first rows; what stands above it is left out."""
    first = list(islice(found, FIRST_ROWS)) or [()]
    at = header_at(first, known_columns)
    columns = tuple("" if c is None else str(c).strip() for c in first[at])
    rows = tuple(
        (number, dict(zip(columns, row, strict=False)))
        for number, row in enumerate(chain(first[at + 1 :], found), at + 2)
        if _filled(row)
    )
    return Table(columns, rows, notes)


def header_at(rows: Sequence[Sequence[Any]], known: Known) -> int:
    """Which of a file's first rows is the header, from 0: the one with most known names.

    Where no row has any, it is the first with several cells, else with one, that has rows below.
    """
    named = [known(row) for row in rows]
    if any(named):
        return named.index(max(named))
    filled = [_filled(row) for row in rows[:-1]]
    return next((n for least in (2, 1) for n, has in enumerate(filled) if has >= least), 0)


def _filled(row: Sequence[Any]) -> int:
    return sum(cell is not None and bool(str(cell).strip()) for cell in row)


def csv_rows(text: str, known: Known, most: int | None = None) -> Iterator[list[str]]:
    """The rows of a .csv text, parted by the separator it was written with.

    Raises FileUnreadable while it is read: encoding, too_many_rows.
    """
    csv.field_size_limit(MAX_BYTES)
    try:
        if declared := DECLARED.match(text):
            sign, text = declared[1], "\n" + text[declared.end() :]  # rows keep their numbers
        else:
            sign = max(SEPARATORS, key=lambda s: _fit(text, s, known))
        yield from limited(csv.reader(io.StringIO(text, newline=""), delimiter=sign), most)
    except csv.Error as error:
        raise FileUnreadable("encoding") from error


def _fit(text: str, sign: str, known: Known) -> tuple[int, ...]:
    """How well a separator parts the first rows: known names and columns, else equal rows."""
    sample = csv.reader(io.StringIO(text[:SAMPLE], newline=""), delimiter=sign)
    rows = [row for row in islice(sample, FIRST_ROWS) if row]
    if not rows:
        return (0,)
    header = max(rows, key=known)
    if names := known(header):
        return names, len(header)
    (width, alike) = Counter(map(len, rows)).most_common(1)[0]
    return 0, alike if width > 1 else 0, width


def _jsonl(data: bytes) -> Table:
    text, notes = decode(data)
    columns: dict[str, None] = {}
    rows = []
    for number, line in enumerate(limited(iter(text.splitlines())), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise FileUnreadable("bad_json", str(number)) from error
        if not isinstance(row, dict):
            raise FileUnreadable("bad_json", str(number))
        columns |= dict.fromkeys(row)
        rows.append((number, row))
    return Table(tuple(columns), tuple(rows), notes)


def _xlsx(data: bytes) -> Table:
    check_workbook(data)
    from openpyxl import load_workbook  # half a second that only an Excel file costs

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        return _with_texts(book.worksheets)
    except FileUnreadable:
        raise
    except Exception as error:  # openpyxl raises many kinds on broken workbooks
        raise FileUnreadable("not_excel") from error


def _with_texts(sheets: Sequence[Any]) -> Table:
    """The first sheet with a column of texts, else with one of long texts, else the first."""
    tables = []
    for place, sheet in enumerate(sheets):
        notes = (f"sheet:{sheet.title}",) if place else ()
        table = _table(limited(sheet.iter_rows(values_only=True)), notes)
        if table.rows and "text" in column_map(table.columns):
            return table
        tables.append(table)
    long = (t for t in tables if long_texts(t.columns, (row for _, row in t.rows)))
    return next(long, tables[0])


def check_workbook(data: bytes) -> None:
    """Nothing for a sound .xlsx file without macros. Raises FileUnreadable."""
    check_archive(data, "not_excel")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.lower().endswith("vbaproject.bin"):
                    raise FileUnreadable("macros")
                if name.lower().endswith((".xml", ".rels")):
                    with archive.open(name) as part:
                        prolog = part.read(PROLOG)
                    if DOCTYPE.search(prolog.replace(b"\x00", b"")):  # without zeros of UTF-16
                        raise FileUnreadable("doctype")
    except FileUnreadable:
        raise
    except BROKEN_ARCHIVE as error:
        raise FileUnreadable("not_excel") from error


def check_archive(data: bytes, otherwise: str = "not_archive") -> None:
    """Nothing for a sound zip archive. Raises FileUnreadable for bombs and locked files, with the
    code `otherwise` for what is no archive."""
    if data[:8] == bytes.fromhex("d0cf11e0a1b11ae1"):  # an OLE file: old Excel, or a password
        raise FileUnreadable("protected")
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except BROKEN_ARCHIVE as error:
        raise FileUnreadable(otherwise) from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileUnreadable("protected")
    whole = sum(e.file_size for e in entries)
    squeezed = max(sum(e.compress_size for e in entries), 1)
    if len(entries) > MAX_ENTRIES or whole > 2 * MAX_BYTES or whole / squeezed > MAX_RATIO:
        raise FileUnreadable("suspicious_archive")
