"""The start page names the one next step, for whoever is looking."""

import threading

import pytest

from analysis.model import Aspect, Decision
from interviews.model import Role, Theme
from interviews.setup import create_consultation, new_id, shared_themes
from storage import open_store
from strategy.evidence import link_evidence
from strategy.goals import add_initiative
from strategy.model import Stance, TargetKind
from tests.views.conftest import DAY, TEXTS, uid, words


def next_button(app):
    return [b.label for b in app.button if b.key == "next_step"]


def test_a_consultation_without_themes_is_sent_to_setup(home, visit):
    with open_store() as store:
        create_consultation(store, "Tom", "Egeby", ())
    assert next_button(visit()) == ["Gå til opsætning"]
    assert next_button(visit(role="steering")) == []


def test_without_statements_a_conversation_comes_first(home, visit):
    with open_store() as store:
        create_consultation(store, "Ny", "Egeby", shared_themes())
    assert next_button(visit()) == ["Begynd en samtale"]
    assert next_button(visit(role="administrator")) == ["Hent udsagn fra en fil"]
    waiting = visit(role="steering")
    assert next_button(waiting) == []
    assert "Det gør en udviklingskonsulent." in words(waiting)


def test_new_statements_are_read_at_one_press(base, visit, monkeypatch):
    read = threading.Event()
    monkeypatch.setattr("views.review_list.analyse", lambda *_, **__: read.set())
    app = visit()
    assert next_button(app) == ["Læs og foreslå temaer"]
    assert "8 udsagn er ikke læst" in words(app)
    app.button(key="next_step").click().run()
    assert app.title[0].value == "Gennemgang"
    assert read.wait(10)


def test_what_is_read_is_to_be_reviewed_and_then_drafted_from(read, visit):
    assert next_button(visit()) == ["Gennemgå forslagene"]
    with open_store() as store:
        store.add_decisions(
            Decision(uid(i), Aspect.THEME, "housing", True, Role.CONSULTANT, DAY) for i in TEXTS
        )
    assert next_button(visit()) == ["Lav et udkast"]


def test_a_plan_is_linked_and_then_printed(planned, visit):
    with open_store() as store:
        store.add_decisions(
            Decision(uid(i), Aspect.THEME, "housing", True, Role.CONSULTANT, DAY) for i in TEXTS
        )
    assert next_button(visit()) == ["Knyt udsagn til initiativer"]
    with open_store() as store:
        for one in store.initiatives(planned.id):
            link_evidence(
                store, uid(1), TargetKind.INITIATIVE, one.id, Stance.SUPPORTS, Role.STEERING, DAY
            )
    assert next_button(visit()) == ["Skriv planen ud"]
    assert next_button(visit(role="steering")) == ["Skriv planen ud"]


@pytest.mark.parametrize(
    ("role", "button"),
    [
        ("interviewer", "Gå til samtalen"),
        ("steering", "Arbejd med planen"),
        ("administrator", "Se opsætningen"),
    ],
)
def test_the_other_roles_go_to_their_own_work(planned, visit, role, button):
    app = visit(role=role)
    assert next_button(app) == [button]
    app.button(key="next_step").click().run()
    assert not app.exception


def test_the_numbers_are_those_of_the_consultation(base, visit):
    app = visit()
    assert {m.label: m.value for m in app.metric} == {
        "Samtaler": "2",
        "Borgere": "–",  # four are too few to be counted on a page
        "Udsagn": "8",
        "Initiativer": "0",
    }


def test_themes_with_danish_letters_and_html_are_shown_as_they_are(base, visit):
    with open_store() as store:
        store.save_theme(Theme(new_id(), base.id, "x", "Børn & <b>unge</b> [x](y)", position=9))
        add_initiative(store, base.id, "x", "at der åbnes en dør")
    app = visit("plan")
    assert not app.exception
