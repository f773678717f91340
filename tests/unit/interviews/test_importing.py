"""Every row of a file is accounted for, and a bad file leaves nothing behind."""

import io
import json
import zipfile

import pytest
from openpyxl import Workbook

from interviews.importing import import_statements
from interviews.model import Kind, Wording
from interviews.reading_files import FileUnreadable
from interviews.setup import create_consultation, shared_themes
from storage import open_store


@pytest.fixture
def consultation(home):
    with open_store() as store:
        return create_consultation(store, "Prøve", "Egeby", shared_themes())


@pytest.fixture
def take(consultation):
    """Import bytes under a file name; the report and the statements there are then."""

    def run(name, data):
        with open_store() as store:
            report = import_statements(store, consultation.id, name, data)
        with open_store() as store:
            return report, store.statements(consultation.id)

    return run


def reasons(report):
    return {r.row: r.reason for r in report.rejected}


def excel(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_the_columns_that_are_there_are_used(take, consultation):
    data = (
        "Udsagn;Tema;Sted;Måned;Art;Ordlyd;Farve\n"
        "Der mangler billige boliger;Boliger;Varmestuen;maj 2024;ønske;ordret;rød\n"
        "Lægen lyttede til mig;health;varmestuen;2024-06;ros;;blå\n"
    ).encode("utf-8-sig")
    report, said = take("udsagn.csv", data)
    assert (report.read, report.taken, report.rejected) == (2, 2, ())
    assert report.unknown_columns == ("Farve",)
    by_theme = {s.theme_key: s for s in said}
    assert by_theme["housing"].kind is Kind.WISH
    assert by_theme["housing"].wording is Wording.VERBATIM
    assert by_theme["health"].wording is Wording.PARAPHRASED
    with open_store() as store:
        assert [s.name for s in store.sites(consultation.id)] == ["Varmestuen"]
        talks = store.interviews(consultation.id)
        assert {(t.month, t.participants) for t in talks} == {("2024-05", None), ("2024-06", None)}


def test_rows_that_cannot_be_taken_are_named_with_the_reason(take):
    rows = [
        ["tekst"],
        ["Jeg savner et sted at være om aftenen"],
        [""],
        ["=SUM(A1:A3)"],
        ["jeg savner et sted at være om aftenen!"],
        ["12345 -- 67"],
        ["mit cpr er 251248-9996"],
        ["x " * 30_000],
    ]
    data = "\n".join(json.dumps({"tekst": row[0]}) for row in rows[1:]).encode()
    report, said = take("a.jsonl", data)
    assert (report.read, report.taken) == (7, 1)
    assert reasons(report) == {
        2: "empty",
        3: "formula",
        4: "duplicate",
        5: "no_words",
        6: "identifier",
        7: "too_long",
    }
    assert len(said) == 1


def test_a_second_import_of_the_same_file_takes_nothing(take):
    data = b"tekst\nJeg vil gerne arbejde lidt\nMaden er god\n"
    take("a.csv", data)
    report, said = take("a.csv", data)
    assert report.taken == 0
    assert set(reasons(report).values()) == {"duplicate"}
    assert len(said) == 2


def test_a_possible_name_is_replaced_and_never_stored(take):
    data = b"tekst\nS\xc3\xa5 kom Kirsten forbi med mad\n"
    report, (said,) = take("a.csv", data)
    assert said.text == "Så kom [navn] forbi med mad"
    assert report.warnings == ("replaced:2",)


def test_windows_letters_are_read_and_said(take):
    report, (said,) = take("a.csv", "tekst\nBåde øl og æbler\n".encode("cp1252"))
    assert said.text == "Både øl og æbler"
    assert "cp1252" in report.warnings


def test_an_excel_sheet_with_a_formula_and_a_date_is_read(take):
    import datetime

    rows = [["tekst", "måned"], ["Godt sted", datetime.datetime(2024, 5, 7)], ["=1+1", None]]
    report, said = take("a.xlsx", excel(rows))
    assert reasons(report) == {3: "formula"}
    assert [s.text for s in said] == ["Godt sted"]


def test_unknown_values_are_taken_without_them_and_told(take):
    data = "tekst;tema;måned;art\nNoget om hunde;dyr;engang;sur\n".encode()
    report, (said,) = take("a.csv", data)
    assert (said.theme_key, said.kind) == (None, None)
    assert set(report.warnings) == {"unknown_theme:dyr", "unknown_month:2", "unknown_kind:sur"}


def bomb():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"0" * 30_000_000)
    return data.getvalue()


BAD = {
    "empty.csv": (b"", "empty"),
    "blank.csv": (b"  \n ", "empty"),
    "header.csv": (b"tekst\n", "no_rows"),
    "no_text.csv": (b"navn;alder\na;2\n", "no_text_column"),
    "binary.csv": (bytes(range(256)) * 4, "encoding"),
    "zeros.csv": (b"tekst\n\x00\x00\n", "encoding"),
    "half.jsonl": (b'{"tekst": "a"}\n{"tekst', "bad_json"),
    "list.jsonl": (b'["a"]\n', "bad_json"),
    "renamed.xlsx": (b"MZ\x90\x00 this is a program", "not_excel"),
    "truncated.xlsx": (excel([["tekst"], ["a"]])[:200], "not_excel"),
    "locked.xlsx": (bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 600, "protected"),
    "bomb.xlsx": (bomb(), "suspicious_archive"),
    "program.exe": (b"MZ", "unknown_type"),
    "empty_sheet.xlsx": (excel([]), "no_rows"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_reason_and_nothing_is_stored(name, take, consultation):
    data, code = BAD[name]
    with pytest.raises(FileUnreadable) as error:
        take(name, data)
    assert error.value.code == code
    with open_store() as store:
        assert store.statements(consultation.id) == ()
        assert store.interviews(consultation.id) == ()


def test_too_many_rows_are_refused(take, monkeypatch):
    monkeypatch.setattr("interviews.reading_files.MAX_ROWS", 10)
    with pytest.raises(FileUnreadable, match="too_many_rows"):
        take("a.csv", ("tekst\n" + "ord\n" * 12).encode())
