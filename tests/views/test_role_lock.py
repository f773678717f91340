"""The lock on roles, as it is met on screen."""

import pytest

from interviews import role_codes
from interviews.model import Role
from interviews.role_codes import set_role_code
from storage import open_store
from tests.views.conftest import words

CODE = "en lang kode"


@pytest.fixture
def locked(base):
    role_codes._wrong.clear()
    with open_store() as store:
        set_role_code(store, Role.ADMINISTRATOR, CODE)
        set_role_code(store, Role.STEERING, CODE)
    return base


def test_a_locked_role_shows_nothing_but_the_question_until_the_code_is_there(locked, visit):
    app = visit(role="steering")
    assert app.title[0].value == "Styregruppe"
    assert not app.metric
    app.switch_page("views/quotes_page.py").run()
    assert app.title[0].value == "Styregruppe"
    app.text_input[0].set_value("forkert kode")
    app.button[0].click().run()
    assert app.error[0].value == "Koden passer ikke."
    app.text_input[0].set_value(CODE)
    app.button[0].click().run()
    assert app.title[0].value == "Citater"


def test_the_other_roles_stay_open_and_a_code_opens_one_role_only(locked, visit):
    app = visit(role="interviewer")
    assert app.title[0].value == "Prøve"
    app.sidebar.selectbox(key="role").set_value("administrator").run()
    assert app.title[0].value == "Administrator"
    app.text_input[0].set_value(CODE)
    app.button[0].click().run()
    assert app.title[0].value == "Prøve"
    app.sidebar.selectbox(key="role").set_value("steering").run()
    assert app.title[0].value == "Styregruppe"


def test_whoever_starts_the_program_can_open_it(locked, visit, monkeypatch):
    monkeypatch.setenv("TALEROER_OPEN_ROLES", "1")
    assert visit(role="administrator").title[0].value == "Prøve"


def test_the_administrator_sets_a_code_and_the_trail_says_so(base, visit):
    app = visit("privacy", role="administrator")
    field = next(t for t in app.text_input if t.label.startswith("Ny kode"))
    field.set_value(CODE)
    next(b for b in app.button if b.label == "Gem koden").click().run()
    assert not app.exception
    assert "Administrator: har kode" in words(app)
    with open_store() as store:
        assert [(e.action, e.detail) for e in store.audit(base.id)] == [
            ("role_code", "administrator")
        ]


def test_other_roles_do_not_meet_the_form(base, visit):
    assert "Gem koden" not in words(visit("privacy", role="consultant"))
