"""The follow-up report as a spreadsheet: status, figures by year, recommendations."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

import openpyxl
from openpyxl.cell import WriteOnlyCell

from exports.follow_up_outline import FollowUpOutline
from exports.gate import Printed, publish_words
from exports.model import Allowed
from exports.sheets import LONGEST_CELL, CellTooLong, head_cell, text_cell
from exports.text import printable

STATUS = ("Nr.", "Tema", "Mål eller initiativ", "Status", "Før", "Begrundelse", "Ansvarlig", "Tid")
FIGURES = ("Mål", "Hvad", "År", "Antal", "Indeks")
RECOMMENDED = ("Nr.", "Anbefaling", "Opstart", "Ansvarlig")
_WIDTHS = {"A": 9, "B": 30, "C": 60, "D": 18, "E": 18, "F": 50, "G": 30, "H": 24}

Cell = str | int | float | None


def write_follow_up_sheet(outline: FollowUpOutline, allowed: Allowed) -> bytes:
    """The report as .xlsx bytes, read back and held to the guard.

    Raises PrintStopped, CellTooLong.
    """
    too_long = [r[0] for r in _status(outline) if any(len(str(c)) > LONGEST_CELL for c in r)]
    if too_long:
        raise CellTooLong(str(too_long[0]))
    book = openpyxl.Workbook(write_only=True)
    for name, head, rows in (
        ("Status", STATUS, _status(outline)),
        ("Tal", FIGURES, _figures(outline)),
        ("Anbefalinger", RECOMMENDED, iter(outline.recommendations)),
    ):
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        sheet.append([head_cell(sheet, text) for text in head])
        for row in rows:
            sheet.append([_cell(sheet, value) for value in row])
    book.properties.title = outline.title
    book.properties.creator = outline.municipality
    book.properties.created = book.properties.modified = datetime.fromisoformat(outline.day)
    target = io.BytesIO()
    book.save(target)
    content = target.getvalue()
    return publish_words(content, _read(content), allowed, lambda _text: outline.title)


def _status(outline: FollowUpOutline) -> Iterator[tuple[Cell, ...]]:
    for theme in outline.themes:
        for row in (*theme.goals, *theme.initiatives):
            yield (
                *(row.label, theme.name, row.text, row.standing),
                *(row.before, row.reason, row.responsible, row.time),
            )
    for row in outline.gone:
        yield (row.label, "", row.text, row.standing, row.before, row.reason, "", "")


def _figures(outline: FollowUpOutline) -> Iterator[tuple[Cell, ...]]:
    for theme in outline.themes:
        for item in theme.figures:
            for point in item.series.points:
                yield item.goal, item.series.name, point.year, point.value, point.index


def _cell(sheet: object, value: Cell) -> WriteOnlyCell:
    if isinstance(value, str):
        return text_cell(sheet, printable(value))
    return WriteOnlyCell(sheet, value)


def _read(content: bytes) -> Iterable[Printed]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            label = str(row[0] or "")
            yield from (Printed(label, cell) for cell in row if isinstance(cell, str))
    book.close()
