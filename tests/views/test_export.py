"""Print: each form, what stops it, and what the file holds."""

import io
import zipfile

import openpyxl
import pytest

from exports.check import Fault, PrintStopped
from storage import open_store
from tests.views.conftest import words


@pytest.fixture
def made(monkeypatch):
    """The bytes of the file the page offers, by calling what the page calls."""
    from exports.documents import print_plan

    files = []

    def keep(*args, **kwargs):
        files.append(print_plan(*args, **kwargs))
        return files[-1]

    monkeypatch.setattr("exports.documents.print_plan", keep)
    return files


def make(app):
    app.button(key="make_file").click().run()
    assert not app.exception
    return app


def test_nothing_to_print_is_said(home, visit):
    from interviews.setup import create_consultation

    with open_store() as store:
        create_consultation(store, "Tom", "Egeby", ())
    assert "Der er ingen udsagn at skrive ud endnu." in words(visit("export"))


def test_the_plan_comes_as_word(planned, visit, made):
    app = make(visit("export"))
    assert "Filen er klar." in words(app)
    with zipfile.ZipFile(io.BytesIO(made[0])) as parts:
        text = parts.read("word/document.xml").decode()
    assert "at der bygges skæve boliger" in text
    assert app.get("download_button")[0].proto.label == "Gem filen"


def test_statements_come_as_a_spreadsheet(planned, visit, made):
    app = visit("export")
    app.button_group(key="export_form").set_value("xlsx").run()
    make(app)
    sheet = openpyxl.load_workbook(io.BytesIO(made[0])).active
    assert sheet.max_row == 9


def test_statements_come_as_csv(planned, visit, made):
    app = visit("export")
    app.button_group(key="export_form").set_value("csv").run()
    make(app)
    assert made[0].decode("utf-8-sig").count("U-00") == 8


def test_what_stops_a_print_is_told_by_number_and_kept_in_the_trail(planned, visit, monkeypatch):
    def stop(*_args, **_kwargs):
        raise PrintStopped([Fault("U-003", "identifier", "PERSON"), Fault("Forord", "too_small")])

    monkeypatch.setattr("exports.documents.print_plan", stop)
    app = make(visit("export"))
    said = words(app).replace("\\", "")
    assert "Filen er ikke lavet." in said
    assert "**U-003**: teksten peger på en person" in said
    assert "**Forord**: gruppen er så lille" in said
    assert not app.get("download_button")


def test_every_reason_of_the_gate_has_words(planned, visit, monkeypatch):
    from exports.check import Fault as AnyFault

    reasons = [r.strip('",. \n') for r in AnyFault.__doc__.split('"')[3::2]]
    assert len(reasons) >= 13

    def stop(*_args, **_kwargs):
        raise PrintStopped([Fault("U-001", reason) for reason in reasons])

    monkeypatch.setattr("exports.documents.print_plan", stop)
    said = words(make(visit("export")))
    assert all(f"U\\-001**: {reason}" not in said for reason in reasons)


def test_a_template_that_is_no_word_file_is_refused(planned, visit):
    app = visit("export")
    app.file_uploader[0].upload("skabelon.docx", b"ikke Word").run()
    make(app)
    assert "Skabelonen kan ikke læses." in words(app)
