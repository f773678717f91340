"""Print: each form, what stops it, and what the file holds."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from docx import Document

from exports.check import Fault, PrintStopped
from exports.office import OfficeFailed
from exports.word.base import base as word_base
from interviews.model import Role
from storage import open_store
from strategy.evidence import link_evidence, release_quote
from strategy.model import Stance, TargetKind
from tests.views.conftest import DAY, uid, words


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


def test_a_template_is_kept_for_the_consultation_until_one_goes_back_to_ours(planned, visit, made):
    with open_store() as store:
        store.save_carrier(planned.id, "gammel.docx", b"x")
        store.delete_carrier(planned.id)
    app = visit("export")
    app.file_uploader[0].upload("Egeby skabelon.dotx", word_base()).run()
    with open_store() as store:
        assert (store.carrier(planned.id), store.carrier_name(planned.id)) == (
            word_base(),
            "Egeby skabelon.dotx",
        )
    assert "Egeby skabelon" in words(app).replace("\\", "")
    app = make(visit("export"))
    assert zipfile.is_zipfile(io.BytesIO(made[0]))
    app.button(key="drop_carrier").click().run()
    with open_store() as store:
        assert store.carrier(planned.id) is None


def test_pdf_is_offered_where_libreoffice_is_and_comes_from_the_checked_word_file(
    planned, visit, made, monkeypatch
):
    monkeypatch.setattr("views.export_words.program", lambda: None)
    assert "Strategiplanen som PDF" not in visit("export").button_group(key="export_form").options
    monkeypatch.setattr("views.export_words.program", lambda: "soffice")
    monkeypatch.setattr("exports.documents.to_pdf", lambda content: b"%PDF " + content[:2])
    app = visit("export")
    app.button_group(key="export_form").set_value("pdf").run()
    make(app)
    assert made == [b"%PDF PK"]
    with open_store() as store:
        assert [d.form for d in store.documents(planned.id)] == ["pdf"]


def test_a_pdf_that_libreoffice_cannot_make_is_told_and_leaves_no_trace(
    planned, visit, monkeypatch
):
    def fail(_content):
        raise OfficeFailed("broken")

    monkeypatch.setattr("views.export_words.program", lambda: "soffice")
    monkeypatch.setattr("exports.documents.to_pdf", fail)
    app = visit("export")
    app.button_group(key="export_form").set_value("pdf").run()
    assert "LibreOffice kunne ikke lave PDF-filen." in words(make(app))
    with open_store() as store:
        assert store.documents(planned.id) == ()


def test_quotes_chosen_for_thought_stand_by_themselves(planned, visit, made):
    with open_store() as store:
        quote = release_quote(store, uid(3), Role.STEERING, DAY)
        one = store.initiatives(planned.id)[0]
        link_evidence(
            store, uid(3), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
    make(visit("export"))
    chosen = f"export_quotes_{planned.id}"
    stale, app = visit("export"), visit("export")
    app.multiselect(key=chosen).set_value([quote.id]).run()
    stale.run()  # a page left open does not take the choice back
    assert stale.multiselect(key=chosen).value == [quote.id]
    make(app)
    thought = ["Stof til eftertanke" in xml(content) for content in made]
    assert thought == [False, True]
    app = visit("export")
    assert app.multiselect(key=chosen).value == [quote.id]
    app.multiselect(key=chosen).set_value([]).run()
    make(visit("export"))
    assert "Stof til eftertanke" not in xml(made[-1])


def xml(content):
    return zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()


def test_what_the_template_prints_on_every_page_is_shown_once_it_is_chosen(planned, visit, made):
    document = Document()
    document.sections[0].footer.paragraphs[0].text = "Torvet 1 · 9999 Solby · Tlf. 99 99 99 99"
    for line in ("Kontakt: Jens Hansen", "[[INDHOLD]]"):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    app = visit("export")
    assert "Skabelonen skriver" not in words(app)
    app.file_uploader[0].upload("brevpapir.docx", target.getvalue()).run()
    said = words(app).replace("\\", "")
    assert "Skabelonen skriver på hver side: Torvet 1 · 9999 Solby · Tlf. 99 99 99 99" in said
    assert "Skabelonen skriver før og efter planen: Kontakt: Jens Hansen" in said
    app = make(app)
    assert "Filen er klar." in words(app)
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        footers = [package.read(n).decode() for n in package.namelist() if "/footer" in n]
    assert all("Udkast" in text for text in footers)


def test_a_place_without_a_number_is_told_in_words(planned, visit, monkeypatch):
    def stop(*_args, **_kwargs):
        raise PrintStopped([Fault("Sidefod", "identifier", "PHONE")])

    monkeypatch.setattr("exports.documents.print_plan", stop)
    assert "**Sidefod**: teksten peger på en person" in words(make(visit("export")))


def test_a_name_in_the_plans_own_words_stops_the_print_until_it_is_answered(planned, visit, made):
    with open_store() as store:
        (act, *_) = store.initiatives(planned.id)
        store.save_initiative(replace(act, text="at der laves en fast aftale med Kirsten"))
    app = visit("export", role="steering")
    app.button(key="make_file").click().run()
    assert any("Kirsten" in line.value for line in app.markdown)
    app.button(key="nobody_Kirsten").click().run()
    app.button(key="make_file").click().run()
    assert not app.exception
    assert "klar" in app.success[0].value
    with open_store() as store:
        assert "kirsten" not in store.settings(planned.id).allowed_words
        store.save_initiative(replace(act, text="at der skrives under: jeg hedder Kirsten"))
    app.button(key="make_file").click().run()
    assert "teksten peger på en person" in words(app)  # what is certain is not answered away


def test_the_final_plan_tells_how_many_statements_wait_for_a_release(planned, visit):
    with open_store() as store:
        (act, *_) = store.initiatives(planned.id)
        link_evidence(
            store, uid(4), TargetKind.INITIATIVE, act.id, Stance.SUPPORTS, Role.STEERING, DAY
        )
        waiting = store.count_unreleased(planned.id, None, only_linked=True)
    assert waiting == 1
    app = visit("export", role="steering")
    assert not [w for w in app.warning if "ikke frigivet" in w.value]
    app.toggle(key="export_draft").set_value(False).run()
    assert [w for w in app.warning if str(waiting) in w.value and "ikke frigivet" in w.value]
