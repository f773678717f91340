"""The statements as spreadsheets."""

import csv
import io
from dataclasses import replace

import openpyxl
import pytest
from plans import DAY, answered, small_base, with_text

from exports.gate import publish
from exports.outline import draw
from exports.sheets import HEAD, CellTooLong, CsvRenderer, ExcelRenderer
from strategy.model import Milestone

FORMULAS = ["=1+1", "+45 er for lidt", "-ingen svarer", "@alle", "\tindrykket", "'citeret'"]


def as_csv(base):
    """The rows of the CSV, without the head."""
    content = publish(draw(base, DAY), base, CsvRenderer())
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert tuple(rows[0]) == HEAD
    return {row[0]: row for row in rows[1:]}


def as_sheet(base):
    """The sheet of the .xlsx."""
    content = publish(draw(base, DAY), base, ExcelRenderer())
    return openpyxl.load_workbook(io.BytesIO(content))["Udsagn"]


def test_a_csv_opens_in_danish_excel():
    base = small_base()
    content = publish(draw(base, DAY), base, CsvRenderer())
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    assert content.splitlines()[1].count(b'";"') == len(HEAD) - 1


def test_a_row_says_all_about_a_statement_and_nothing_about_where():
    row = as_csv(small_base())["U-045"]
    assert row == [
        "U-045",
        "Lav nogle små boliger, man kan betale med kontanthjælp. Det behøver ikke være fint.",
        "Boliger",
        "ønske",
        "ordret",
        "Aktivitet, Ældre, Økonomi, Ågade",
        "I-01",
        "ja",
    ]


def test_what_may_not_be_quoted_is_counted_and_not_shown():
    row = as_csv(small_base())["U-102"]
    assert row[1] == "(gengives ikke af hensyn til borgeren)"
    assert row[7] == "nej"


@pytest.mark.parametrize("said", FORMULAS)
def test_a_csv_cell_is_never_a_formula(said):
    cell = as_csv(answered(with_text(small_base(), "u115", said)))["U-115"][1]
    assert cell == f"'{said}"


@pytest.mark.parametrize("said", FORMULAS)
def test_an_excel_cell_is_never_a_formula(said):
    sheet = as_sheet(answered(with_text(small_base(), "u115", said)))
    cell = next(row[1] for row in sheet.iter_rows(min_row=2) if row[0].value == "U-115")
    assert cell.data_type == "s"
    assert cell.value == said


def test_semicolons_quotes_and_lines_stay_in_their_cell():
    said = 'Hun sagde; "kom igen"\nog så gik jeg'
    assert as_csv(answered(with_text(small_base(), "u115", said)))["U-115"][1] == said


def test_the_sheet_has_a_fixed_head_and_a_filter():
    sheet = as_sheet(small_base())
    assert [cell.value for cell in sheet[1]] == list(HEAD)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H21"
    assert sheet.max_row == 21


def test_a_statement_that_no_cell_can_hold_is_named():
    base = with_text(small_base(), "u115", "ord " * 9000)
    with pytest.raises(CellTooLong, match="U-115"):
        publish(draw(base, DAY), base, ExcelRenderer())


def test_initiatives_stand_on_a_sheet_of_their_own_with_milestones_and_voices():
    base = small_base()
    first = replace(
        base.initiatives[0],
        milestones=(Milestone("=grund købt", "marts 2027", done=True), Milestone("lokalplan")),
    )
    base = replace(base, initiatives=(first, *base.initiatives[1:]))
    book = openpyxl.load_workbook(io.BytesIO(publish(draw(base, DAY), base, ExcelRenderer())))
    head, *rows = book["Initiativer"].iter_rows(values_only=True)
    row = dict(zip(head, next(r for r in rows if r[0] == first.label), strict=True))
    assert row["Milepæle"] == "=grund købt (marts 2027), nået; lokalplan"
    behind = {link.statement_id for link in base.links if link.target_id == first.id}
    assert all(f"U-{int(key[1:]):03d}" in row["Udsagn"] for key in behind)
    assert len(rows) == len(base.initiatives)
