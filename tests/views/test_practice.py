"""Practice: the real pages with a made-up citizen, and nothing of it in the database."""

import html
from pathlib import Path

import pytest

from guides.loader import load_shared
from interviews import drafts
from interviews.model import Typed
from interviews.practice import PRACTICE, made_up_citizen
from storage import open_store
from storage.erase import scrub
from tests.views.conftest import words

TYPED = "Jeg bor hos min ven Torben, og månen er af grøn ost."


@pytest.fixture
def begun(base, visit):
    """The page after the first two steps of a practice."""
    app = visit("capture", role="interviewer")
    return press(press(app, "Begynd en øvelse"), "Ja, vi går i gang")


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def write(app):
    """What the field in the browser would send: a text for the question on the screen."""
    store = app.session_state["practice"]
    entry = store.draft(PRACTICE).entries[0]
    drafts.save_entry(store, PRACTICE, Typed(entry.id, TYPED, "w", 1, 0))
    drafts.move_to(store, PRACTICE, 99)
    return app.run()


def test_the_made_up_citizen_answers_questions_of_the_shared_guide_in_order():
    part = made_up_citizen()
    shared = next(g for g in load_shared() if g.id == part.guide.id)
    asked = [q.key for q in part.guide.questions]
    assert asked == [q.key for q in shared.questions][: len(asked)] == list(part.answers)
    assert len(asked) >= 3
    assert all(said.da and said.en for said in part.answers.values())


def test_a_practice_goes_the_whole_way_and_reaches_no_database(base, begun, home):
    said = made_up_citizen().answers["where-now"]
    shown = [one.proto.body for one in begun.get("html")]
    assert any(said.da in body or html.escape(said.en) in body for body in shown)
    app = write(begun)
    assert "Borgeren er opdigtet, og intet bliver gemt." in words(app)
    app.button_group(key=f"named_{PRACTICE}").set_value("no").run()
    press(app, "Aflever samtalen")
    assert "Noget kan stadig pege på en person. Svar på de markerede ord." in words(app)
    press(app, r"Erstat med \[navn\]")
    press(app, "Aflever samtalen")
    assert "Samtalen er afleveret" in words(app)
    assert r"min ven \[navn\]" in words(app)
    with open_store() as store:
        assert store.drafts(base.id) == ()
        assert len(store.statements(base.id)) == 8
        assert store.audit(base.id) == ()
    scrub()
    files = [path for path in Path(home).rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert "grøn ost".encode() not in path.read_bytes(), path.name
    press(app, "Ny samtale")
    assert "practice" not in app.session_state
    assert "Begynd en øvelse" in words(app)


def test_the_search_would_find_a_real_statement(base, home):
    scrub()
    held = [
        p.name for p in Path(home).rglob("*") if p.is_file() and b"Varmestuen" in p.read_bytes()
    ]
    assert held == ["taleroer.db"]


def test_stopping_and_a_new_session_leave_nothing(base, begun, visit):
    press(begun, "Stop øvelsen")
    assert "practice" not in begun.session_state
    fresh = visit("capture", role="interviewer")
    fresh.query_params["kladde"] = PRACTICE
    fresh.run()
    assert "Øvelsen er slut. Intet er gemt." in words(fresh)


def test_on_any_other_page_everything_is_real_again(base, begun):
    begun.switch_page("views/guides_page.py").run()
    assert "practice" not in begun.session_state
    begun.switch_page("views/paper_page.py").run()
    begun.checkbox(key="paper_consent").check().run()
    press(begun, "Tast noterne ind")
    with open_store() as store:
        assert len(store.drafts(base.id)) == 1


def test_another_draft_opened_in_the_middle_ends_the_practice(base, begun):
    with open_store() as store:
        real = drafts.start_draft(store, base.id, store.guides(base.id)[:1], "2024-06-01")
        drafts.give_consent(store, real.id)
    begun.query_params["kladde"] = real.id
    begun.run()
    assert not begun.exception
    assert "practice" not in begun.session_state
    assert "Stop øvelsen" not in words(begun)
