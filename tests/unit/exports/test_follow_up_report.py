"""The follow-up report: how each row stands, figures with an index, what is late; sound in Word."""

import io
import re

import openpyxl
import pytest
from carriers import LETTERHEAD, letterhead, parts, saved, shown
from docx import Document
from openxml_audit import OpenXmlValidator
from word_rules import Opened, faults

from exports.check import PrintStopped
from exports.follow_up_documents import print_follow_up
from exports.follow_up_outline import outline_follow_up
from exports.sheets import CellTooLong
from interviews.model import Role
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from strategy.follow_up.figures import set_figure
from strategy.follow_up.model import Progress
from strategy.follow_up.rounds import mark_row, open_round, recommend
from strategy.goals import add_goal, add_initiative
from strategy.plan_names import is_nobodys_name

DAY, LATER = "2026-02-01", "2027-02-01"
BY = Role.CONSULTANT


@pytest.fixture
def base(home):
    """Two rounds on a goal with figures and three initiatives, one of them taken out since."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        goal = add_goal(
            store, made.id, "housing", "at færre er hjemløse",
            indicator="Hjemløse", baseline="150 i 2014", target="25% færre", year=2026,
        )  # fmt: skip
        for text, end, who in (
            ("at der bygges & <bygges>", "2026", "Bolig"),
            ("at nogen kommer ud", "løbende", ""),
            ("at slå to huse sammen", "2030", "Bolig"),
        ):
            add_initiative(store, made.id, "housing", text, end=end, responsible=who)
        for year, value in ((2013, 23344224), (2014, 24237654), (2016, 20982934)):
            set_figure(store, made.id, goal.id, "Udgift i kr.", year, value)
        first, _second, third = store.initiatives(made.id)
        one = open_round(store, made.id, BY, DAY)
        mark_row(store, one, first, Progress.NOT_BEGUN, BY, DAY)
        two = open_round(store, made.id, BY, LATER, "Skrevet af styregruppen.\nÅret er gået.")
        mark_row(store, two, goal, Progress.DONE, BY, LATER, "Tallet er faldet.")
        mark_row(
            store, two, first, Progress.BEHIND, BY, LATER, "Grunden er købt.\nIntet er bygget."
        )
        mark_row(store, two, third, Progress.DROPPED, BY, LATER, "Huset er solgt.")
        recommend(store, two, "at vi tæller hvert år", "Juli 2027", "Hjemløseteamet")
        store.delete_initiative(third.id)
    return made


def latest(base):
    with open_store() as store:
        return store.follow_ups(base.id)[-1]


def made(base, form="docx"):
    with open_store() as store:
        return print_follow_up(store, latest(base).id, BY, LATER, form)


def tables(content):
    return [
        [[c.text.replace("\u00a0", " ") for c in row.cells] for row in table.rows]
        for table in Document(io.BytesIO(content)).tables
    ]


def test_the_report_tells_how_rows_stand_and_what_moved(base):
    with open_store() as store:
        told = outline_follow_up(store, latest(base).id)
    assert [text.replace("\u00a0", " ") for text in told.lead] == [
        "Planen har fire mål og initiativer. Én af dem er nået.",
        "Siden den 1. februar 2026 har én fået en anden status.",
    ]
    assert told.overview == (
        ("Mål", (1, 0, 0, 0, 0, 0, 0)),
        ("Initiativer", (0, 0, 1, 0, 0, 1, 1)),
    )
    (theme,) = told.themes
    assert (theme.goals[0].standing, theme.goals[0].before) == ("nået", "")
    assert [(r.label, r.standing, r.before) for r in theme.initiatives] == [
        ("I-01", "forsinket", "ikke begyndt"),
        ("I-02", "ikke gjort op", ""),
    ]
    assert [(r.label, r.standing, r.reason) for r in told.gone] == [
        ("I-03", "opgivet", "Huset er solgt.")
    ]


def test_what_is_late_unowned_or_without_a_time_is_listed(base):
    with open_store() as store:
        lists = {w.title: w.rows for w in outline_follow_up(store, latest(base).id).watch}
    assert lists["Over tiden"] == (
        ("I-01", "at der bygges & <bygges>", "skulle være færdigt 31.12.2026"),
    )
    assert [row[0] for row in lists["Uden ansvarlig"]] == ["I-02"]
    assert lists["Uden tid"] == (("I-02", "at nogen kommer ud", "løbende"),)


def test_the_word_file_is_valid_and_accessible(base, tmp_path):
    content = made(base)
    path = tmp_path / "opfoelgning.docx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert faults(content) == []


def test_figures_stand_in_danish_numbers_with_an_index_and_a_bar_that_can_be_heard(base):
    content = made(base)
    figure = next(t for t in tables(content) if t[0][0] == "År")
    assert figure == [
        ["År", "Antal", "Indeks (2013 = 100)", "Udvikling"],
        ["2013", "23.344.224", "100", ""],
        ["2014", "24.237.654", "104", ""],
        ["2016", "20.982.934", "90", ""],
    ]
    heard = Opened(content).all("//wp:docPr/@descr")
    assert "Udgift i kr. i 2016: 20.982.934" in heard
    widths = Opened(content).all("//w:tc//wp:extent/@cx")
    assert int(widths[1]) == max(map(int, widths))


def test_recommendations_have_opstart_and_ansvarlig(base):
    assert tables(made(base))[-1] == [
        ["Nr.", "Anbefaling", "Opstart", "Ansvarlig"],
        ["A-01", "at vi tæller hvert år", "Juli 2027", "Hjemløseteamet"],
    ]


def test_the_spreadsheet_holds_the_same(base):
    book = openpyxl.load_workbook(io.BytesIO(made(base, "xlsx")))
    status = list(book["Status"].iter_rows(min_row=2, values_only=True))
    assert [(row[0], row[3]) for row in status] == [
        ("M-01", "nået"),
        ("I-01", "forsinket"),
        ("I-02", "ikke gjort op"),
        ("I-03", "opgivet"),
    ]
    assert [row[2:] for row in book["Tal"].iter_rows(min_row=2, values_only=True)] == [
        (2013, 23344224, 100),
        (2014, 24237654, 104),
        (2016, 20982934, 90),
    ]


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_possible_name_stops_the_report_until_it_is_answered(base, form):
    with open_store() as store:
        recommend(store, latest(base), "at spørge Gunhild igen")
    with pytest.raises(PrintStopped) as error:
        made(base, form)
    assert {(f.label, f.reason, f.detail) for f in error.value.faults} == {
        ("A-02", "name_in_plan", "Gunhild")
    }
    with open_store() as store:
        is_nobodys_name(store, base.id, "Gunhild", Role.STEERING, DAY)
    assert made(base, form)


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_name_that_is_certain_cannot_be_answered_away(base, form):
    with open_store() as store:
        recommend(store, latest(base), "Mvh Gunhild Frost")
        for word in ("Gunhild", "Frost", "Gunhild Frost"):
            is_nobodys_name(store, base.id, word, Role.STEERING, DAY)
    with pytest.raises(PrintStopped) as error:
        made(base, form)
    assert {(f.label, f.reason, f.detail) for f in error.value.faults} == {
        ("A-02", "identifier", "PERSON")
    }


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_what_identifies_somebody_stops_the_report(base, form):
    with open_store() as store:
        recommend(store, latest(base), "at ringe til 20 30 40 50")
    with pytest.raises(PrintStopped) as error:
        made(base, form)
    assert {(f.label, f.detail) for f in error.value.faults} == {("A-02", "PHONE")}
    with open_store() as store:
        assert "follow_up_printed" not in {e.action for e in store.audit(base.id)}


def test_a_reason_too_long_for_a_cell_is_told_and_fits_in_word(base):
    with open_store() as store:
        second = store.initiatives(base.id)[1]
        mark_row(store, latest(base), second, Progress.BEHIND, BY, LATER, "Det tager tid. " * 3000)
    with pytest.raises(CellTooLong, match="I-02"):
        made(base, "xlsx")
    assert faults(made(base)) == []


def test_a_plan_nobody_has_looked_at_can_be_printed(home):
    with open_store() as store:
        empty = create_consultation(store, "Tom", "", shared_themes())
        add_goal(store, empty.id, "health", "at alle har en læge")
        open_round(store, empty.id, BY, DAY)
    assert faults(made(empty)) == []


def test_a_letterhead_is_kept_and_visible_numbers_stay_on_one_line(base):
    with open_store() as store:
        content = print_follow_up(store, latest(base).id, BY, LATER, carrier=saved(letterhead()))
    found = parts(content)
    assert any(LETTERHEAD[1] in shown(text) for name, text in found.items() if "/footer" in name)
    assert not re.search(r"\b[A-Z]-\d\d", shown(found["word/document.xml"]))
    assert "<w:noBreakHyphen/>" in found["word/document.xml"]
