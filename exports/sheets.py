"""The statements as a spreadsheet: .xlsx and .csv, one row a statement.

No interview and no place stands in a row, so that rows cannot be put together to a conversation.
Cells that a spreadsheet would take for a formula are stored as text (.xlsx) or begin with an
apostrophe (.csv), as the OWASP page on CSV injection advises.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from exports import sheet_plan, words
from exports.gate import Cleared, Printed
from exports.model import Excerpt, Outline, SheetRow
from exports.text import printable

HEAD = ("Nr.", "Udsagn", "Tema", "Art", "Ordlyd", "Koder", "Initiativer", "Må citeres")
_WIDTHS = (9, 80, 30, 12, 12, 34, 18, 12)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_TEXT_COLUMN = HEAD.index("Udsagn")
LONGEST_CELL = 32767  # characters an .xlsx cell can hold


class CellTooLong(ValueError):
    """A statement is longer than a cell of a spreadsheet can hold; names the statement."""

    code = "cell_too_long"


def cells(row: SheetRow) -> tuple[str, ...]:
    """The row as texts, in the order of HEAD."""
    return (
        f"U-{row.number:03d}",
        printable(row.excerpt.text) if row.excerpt else words.NOT_PRINTED_CELL,
        row.theme,
        words.KIND[row.kind],
        words.WORDING[row.wording],
        ", ".join(row.tags),
        ", ".join(row.initiatives),
        "ja" if row.quotable else "nej",
    )


def _voices(outline: Outline) -> Iterator[Excerpt]:
    return (row.excerpt for row in outline.rows if row.excerpt)


def _printed(rows: Iterable[tuple[str, ...]]) -> Iterator[Printed]:
    for row in rows:
        for at, text in enumerate(row):
            voice = at == _TEXT_COLUMN and text != words.NOT_PRINTED_CELL
            yield Printed(row[0], text, is_voice=voice)


class CsvRenderer:
    """Makes a .csv that Danish Excel opens as it is: semicolons, UTF-8 with its mark."""

    suffix = ".csv"

    def render(self, cleared: Cleared) -> bytes:
        """The finished file."""
        target = io.StringIO(newline="")
        writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(HEAD)
        for row in cleared.outline.rows:
            writer.writerow([_harmless(text) for text in cells(row)])
        return target.getvalue().encode("utf-8-sig")

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Every statement that may be quoted."""
        return _voices(outline)

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every cell, read back from the bytes, without the apostrophe before formula signs."""
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        rows = csv.reader(text, delimiter=";")
        next(rows)
        return _printed(tuple(_restored(cell) for cell in row) for row in rows)


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(("'", *_FORMULA_SIGNS)) else text


def _restored(text: str) -> str:
    return (
        text[1:] if text.startswith(tuple(f"'{sign}" for sign in ("'", *_FORMULA_SIGNS))) else text
    )


class ExcelRenderer:
    """Makes an .xlsx: the statements, and the initiatives on a sheet of their own."""

    suffix = ".xlsx"

    def render(self, cleared: Cleared) -> bytes:
        """The finished file. Raises CellTooLong."""
        rows = [_fitting(cells(row)) for row in cleared.outline.rows]
        plan = [_fitting(row) for row in sheet_plan.initiative_rows(cleared.outline)]
        book = openpyxl.Workbook(write_only=True)
        _sheet(book, "Udsagn", HEAD, _WIDTHS, rows)
        if plan:
            _sheet(book, sheet_plan.TITLE, sheet_plan.HEAD, sheet_plan.WIDTHS, plan)
        _name(book, cleared.outline)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    def voices(self, outline: Outline) -> Iterable[Excerpt]:
        """Every statement that may be quoted."""
        return _voices(outline)

    def read(self, content: bytes) -> Iterator[Printed]:
        """Every cell, read back from the bytes."""
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
        rows = book["Udsagn"].iter_rows(min_row=2, values_only=True)
        yield from _printed(tuple(str(cell or "") for cell in row) for row in rows)
        if sheet_plan.TITLE in book.sheetnames:
            for row in book[sheet_plan.TITLE].iter_rows(min_row=2, values_only=True):
                yield from (Printed(str(row[0]), str(cell or "")) for cell in row)
        book.close()


def _sheet(
    book: openpyxl.Workbook,
    title: str,
    head: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[str]],
) -> None:
    """A sheet of `book` with a fixed head, wrapped text and a filter."""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    letters = [get_column_letter(n) for n in range(1, len(head) + 1)]
    for letter, width in zip(letters, widths, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(rows) + 1}"
    sheet.append([head_cell(sheet, text) for text in head])
    for row in rows:
        sheet.append([text_cell(sheet, text) for text in row])


def head_cell(sheet: object, text: str) -> WriteOnlyCell:
    """A cell of the row that names the columns."""
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True, color="1B4B5A")
    cell.fill = PatternFill("solid", fgColor="E6EEF0")
    return cell


_TOP = Alignment(wrap_text=True, vertical="top")


def _fitting(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The row's cells, before a book is begun: half a book leaves a temporary file behind."""
    if max(map(len, texts)) > LONGEST_CELL:
        raise CellTooLong(texts[0])
    return texts


def text_cell(sheet: object, text: str) -> WriteOnlyCell:
    """A cell that holds text whatever it begins with."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.alignment = _TOP
    return cell


def _name(book: openpyxl.Workbook, outline: Outline) -> None:
    """Who made it is the municipality; when, the day."""
    props = book.properties
    props.title = f"Udsagn – {outline.title}"
    props.creator = outline.municipality
    props.created = props.modified = datetime.fromisoformat(outline.day)
