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
from views.messages import report_lines


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


def excel(rows, *more):
    book = Workbook()
    for place, sheet in enumerate((rows, *more)):
        page = book.create_sheet(f"Data{place}") if place else book.active
        for row in sheet:
            page.append(row)
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


LATE = "Jeg har ventet på en bolig i to år"
NIGHT = "Der er koldt på værelset, også om natten; det trækker"


@pytest.mark.parametrize(
    "text",
    [
        f"sep=;\ntekst;tema\n{LATE};Boliger\n",
        f'"sep=,"\r\ntekst,tema\r\n{LATE},Boliger\r\n',
        f"\n\n  \ntekst;tema\n{LATE};Boliger\n",
        f'tekst;"Køn, alder, by, eller andet";tema\n{LATE};x;Boliger\n',
        f"Dato:;3. maj\ntekst;tema\n{LATE};Boliger\n",
        f"Udtræk, lavet, i, maj\ntekst|tema\n{LATE}|Boliger\n",
    ],
)
def test_a_csv_is_read_whatever_parts_it_and_stands_above_it(take, text):
    report, (said,) = take("a.csv", text.encode())
    assert (said.text, said.theme_key, report.rejected) == (LATE, "housing", ())


def test_a_single_column_is_parted_by_nothing(take):
    report, said = take("a.csv", f"tekst\n{LATE}\n{NIGHT}\n".encode())
    assert {s.text for s in said} == {LATE, NIGHT}
    assert report.rejected == ()


def test_a_title_and_a_sheet_in_front_are_passed_over(take):
    data = [["Udsagn fra varmestuen"], [], ["tekst", "tema"], [LATE, "Boliger"], ["=1+1", None]]
    report, (said,) = take("a.xlsx", excel([["Forside"], ["Læs mig"]], data))
    assert (said.text, said.theme_key) == (LATE, "housing")
    assert (report.read, reasons(report)) == (2, {5: "formula"})
    assert report.warnings == ("sheet:Data1",)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", excel([["Udtræk"], ["Hvad mener du?", "Sted"], [LATE, "By"], [NIGHT, "By"]])),
        ("a.csv", f'Hvad mener du?;Sted\n{LATE};By\n"{NIGHT}";By\n'.encode()),
        ("a.jsonl", f'{{"Hvad mener du?": "{LATE}"}}\n{{"Hvad mener du?": "{NIGHT}"}}'.encode()),
    ],
)
def test_the_only_long_texts_are_taken_and_the_report_says_so(take, name, data):
    report, said = take(name, data)
    assert {s.text for s in said} == {LATE, NIGHT}
    assert report.warnings == ("text_column:Hvad mener du?",)
    assert report.unknown_columns == ()
    assert "»Hvad mener du?«" in report_lines(report, str)[-1]


@pytest.mark.parametrize(
    "rows",
    [
        [["Hvad mener du?", "Hvorfor?"], [LATE, NIGHT]],  # two of them
        [[LATE], [NIGHT]],  # the first is a statement, not a header
        [["Nøgle", "Alder"], ["6b1f0c9e-2f7a-4c55-9f7f-0a1b2c3d4e5f", 34]],  # long, but no words
    ],
)
def test_long_texts_that_may_be_something_else_are_not_guessed_at(take, rows):
    with pytest.raises(FileUnreadable) as error:
        take("a.xlsx", excel(rows))
    assert error.value.code == "no_text_column"


def test_a_word_in_a_row_does_not_make_it_the_header(take):
    data = f"Hvad mener du?;Gengivelse\n{LATE};citat\n{NIGHT.replace(';', ',')};citat\n"
    report, said = take("a.csv", data.encode())
    assert (len(said), report.unknown_columns) == (2, ("Gengivelse",))


def test_a_site_is_the_same_whatever_its_capitals_and_blanks(take, consultation):
    data = f"tekst;sted\n{LATE};Den  blå dør\nHer er rart at være; den BLÅ dør \n"
    take("a.csv", data.encode())
    with open_store() as store:
        assert [s.name for s in store.sites(consultation.id)] == ["Den blå dør"]
        assert len(store.interviews(consultation.id)) == 1


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


def test_a_site_that_tells_too_much_is_left_out(take, consultation):
    data = "udsagn;sted\nJeg venter på en bolig;Herberget tlf 31 41 59 26\n".encode()
    report, _ = take("a.csv", data)
    assert "telling_site:2" in report.warnings
    with open_store() as store:
        assert store.sites(consultation.id) == ()
