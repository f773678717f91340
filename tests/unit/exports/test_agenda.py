"""The agenda item: prefilled from the plan, people's own texts kept, sound in Word."""

import io
import re

import pytest
from carriers import LETTERHEAD, letterhead, parts, saved, shown
from docx import Document
from openxml_audit import OpenXmlValidator
from word_rules import faults

from exports.agenda_documents import print_agenda
from exports.agenda_outline import FORM, outline_agenda, prefilled
from exports.check import PrintStopped
from interviews.model import Interview, Role, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from strategy.adoption import adopt_plan
from strategy.follow_up.texts import write_text
from strategy.goals import add_goal, add_initiative
from strategy.hearing import add_point, decide_point, note_received, open_hearing
from strategy.model import HearingDecision
from strategy.plan_names import is_nobodys_name
from strategy.versions import save_version

DAY, BY, COUNCIL = "2026-04-01", Role.CONSULTANT, "Rådet for Socialt Udsatte"


@pytest.fixture
def base(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        site = add_site(store, made.id, "A")
        said = [Statement(f"u{n}", n, made.id, "talk", f"Et ønske {n}", "housing") for n in (1, 2)]
        store.add_interview(Interview("talk", made.id, site.id, "2026-01", 6), said)
        add_goal(
            store, made.id, "housing", "at færre er hjemløse",
            indicator="Hjemløse", baseline="150", target="25% færre", year=2029,
        )  # fmt: skip
        add_initiative(
            store, made.id, "housing", "at der bygges", cost="2 mio. kr.", responsible="Bolig"
        )
        add_initiative(store, made.id, "health", "at tandlægen kommer ud")
    return made


def heard(base):
    with open_store() as store:
        save_version(store, base.id, BY, "2026-03-01")
        held = open_hearing(store, base.id, 1, "2026-03-02", "2026-03-16", [COUNCIL, "Naboen"])
        note_received(store, held, COUNCIL, "2026-03-10")
        point = add_point(store, held, COUNCIL, "I-01", "Tid", "Skriv hvornår.")
        decide_point(store, point, HearingDecision.FOLLOWED, BY, DAY)


def texts(base):
    with open_store() as store:
        given = prefilled(store, base.id, DAY)
    return {key: text.replace("\u00a0", " ") for key, text in given.items()}


def made(base):
    with open_store() as store:
        return print_agenda(store, base.id, BY, DAY)


def test_it_is_prefilled_from_the_plan(base):
    given = texts(base)
    assert given["summary"] == (
        "Her forelægges strategiplanen for socialt udsatte i Egeby Kommune. Planen har ét mål og "
        "to initiativer. Den bygger på to udsagn fra én samtale på ét sted med borgere, som er "
        "anonyme."
    )
    assert given["goals"] == (
        "- M-01 at færre er hjemløse (Hjemløse, i dag 150, måltal 25 % færre, i 2029)"
    )
    assert given["economy"].splitlines() == [
        "Planen har disse skøn:",
        "- I-01 at der bygges: 2 mio. kr.",
        "For ét initiativ er der ikke angivet en udgift.",
    ]
    assert "- Boliger: ét mål og ét initiativ" in given["presentation"].splitlines()
    assert given["hearing"] == "Planen har ikke været i høring."
    assert given["recommendation"].endswith("- at planen sendes i høring")


def test_after_a_hearing_it_tells_of_it_and_asks_for_adoption(base):
    heard(base)
    given = texts(base)
    assert given["hearing"].splitlines() == [
        "Version 1 har været i høring fra den 2. marts 2026 til den 16. marts 2026 (15 dage). "
        "Af to parter har én svaret med ét punkt.",
        "- Taget til følge: 1",
    ]
    assert given["recommendation"].endswith("- at planen vedtages")
    assert given["annexes"].splitlines()[-1] == "- Kommenteret høringsnotat"
    assert "version 1" in given["annexes"]


def adopted(base):
    heard(base)
    with open_store() as store:
        adopt_plan(store, base.id, Role.STEERING, DAY)


def test_an_adopted_plan_is_told_of(base):
    adopted(base)
    given = texts(base)
    assert given["recommendation"].endswith("tages til efterretning")
    assert given["summary"].endswith("Version 1 blev vedtaget den 1. april 2026.")


def test_a_plan_that_was_changed_after_its_adoption_is_to_be_adopted_again(base):
    adopted(base)
    with open_store() as store:
        add_initiative(store, base.id, "health", "at der lyttes")
        add_point(store, store.hearings(base.id)[0], "Naboen", "", "Tid", "Vent.")
    given = texts(base)
    assert given["summary"].endswith(
        "Version 1 blev vedtaget den 1. april 2026. Planen er ændret siden. "
        "Ét punkt fra høringen mangler en beslutning."
    )
    assert given["recommendation"].splitlines() == [
        "- at der tages stilling til ét punkt fra høringen",
        "- at ændringerne siden den vedtagne version 1 godkendes",
        "- at den ændrede plan vedtages",
    ]
    assert "som den står nu (ændret siden version 1)" in given["annexes"]
    assert "Af to parter har to svaret med to punkter." in given["hearing"]


def test_ones_own_words_stay_and_the_rest_follows_the_plan(base):
    with open_store() as store:
        write_text(store, base.id, FORM, "summary", "Vores egne ord.", BY, DAY)
        add_goal(store, base.id, "health", "at flere kommer til lægen")
        told = outline_agenda(store, base.id, DAY)
    assert told.text("summary") == "Vores egne ord."
    assert "M-02 at flere kommer til lægen" in told.text("goals")


def test_the_file_is_valid_accessible_and_has_room_for_the_decision(base, tmp_path):
    with open_store() as store:
        write_text(store, base.id, FORM, "committee", "Socialudvalget & <andre>", BY, DAY)
    content = made(base)
    path = tmp_path / "punkt.docx"
    path.write_bytes(content)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert faults(content) == []
    document = Document(io.BytesIO(content))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        *("Resumé", "Sagsfremstilling", "Mål", "Økonomi", "Høring", "Indstilling"),
        *("Beslutning", "Bilag"),
    ]
    room = next(p for p in document.paragraphs if p.text == "Føres til protokol på mødet.")
    assert room.paragraph_format.space_after.cm > 4
    bullets = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert "at planen sendes i høring" in bullets
    assert document.tables[0].cell(1, 1).text == "Socialudvalget & <andre>"


def test_a_possible_name_is_asked_about_until_it_is_answered(base):
    with open_store() as store:
        write_text(store, base.id, FORM, "economy", "Spørg Gunhild om prisen", BY, DAY)
    with pytest.raises(PrintStopped) as error:
        made(base)
    (fault,) = error.value.faults
    assert (fault.label, fault.reason, fault.detail) == ("Økonomi", "name_in_plan", "Gunhild")
    with open_store() as store:
        is_nobodys_name(store, base.id, "Gunhild", BY, DAY)
    assert made(base)


def test_a_name_that_is_certain_cannot_be_answered_away(base):
    with open_store() as store:
        write_text(store, base.id, FORM, "economy", "Mvh Gunhild Frost", BY, DAY)
        for word in ("Gunhild", "Frost", "Gunhild Frost"):
            is_nobodys_name(store, base.id, word, BY, DAY)
    with pytest.raises(PrintStopped) as error:
        made(base)
    (fault,) = error.value.faults
    assert (fault.label, fault.reason, fault.detail) == ("Økonomi", "identifier", "PERSON")


def test_what_identifies_somebody_stops_it_and_says_where(base):
    with open_store() as store:
        write_text(store, base.id, FORM, "economy", "Spørg på 20 30 40 50", BY, DAY)
    with pytest.raises(PrintStopped) as error:
        made(base)
    assert {(f.label, f.detail) for f in error.value.faults} == {("Økonomi", "PHONE")}
    with open_store() as store:
        assert store.audit(base.id) == ()


def test_a_letterhead_is_kept_and_visible_numbers_stay_on_one_line(base):
    with open_store() as store:
        content = print_agenda(store, base.id, BY, DAY, saved(letterhead()))
    found = parts(content)
    assert any(LETTERHEAD[1] in shown(text) for name, text in found.items() if "/footer" in name)
    assert not re.search(r"[MI]-\d\d", found["word/document.xml"])
    assert "<w:noBreakHyphen/>" in found["word/document.xml"]
