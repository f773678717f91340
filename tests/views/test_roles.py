"""Who sees what: pages by role, the language, the consultation, and an empty base."""

import pytest

from interviews.setup import create_consultation, shared_themes
from storage import open_store
from storage.errors import DatabaseNewer, MigrationNeeded
from tests.views.conftest import words

PAGES = {
    "interviewer": {"capture", "paper", "workshop", "round", "guides"},
    "consultant": {
        *("capture", "guides", "review", "clusters", "plan", "coverage", "quotes"),
        *("matrix", "paper", "workshop", "round"),
        *("hearing", "export", "returned", "phones", "documents", "precedents", "setup"),
        *("privacy", "followup", "answers"),
    },
    "steering": {
        *("clusters", "plan", "coverage", "quotes", "hearing", "export", "returned"),
        *("matrix", "workshop", "round", "followup", "answers"),
    },
    "administrator": {"round", "guides", "phones", "export", "setup", "privacy"},
}
ALL = sorted(PAGES["consultant"])


@pytest.mark.parametrize("role", PAGES)
def test_each_role_opens_its_own_pages_and_no_others(base, visit, role):
    app = visit(role=role)
    for page in ALL:
        path = f"views/{page}_page.py"
        if page in PAGES[role]:
            app.switch_page(path).run()
            assert not app.exception, (page, app.exception)
            assert app.title, page
        else:
            with pytest.raises(ValueError, match="Could not find a navigation page"):
                app.switch_page(path)


@pytest.mark.parametrize("page", ["start", *ALL])
def test_every_page_has_something_to_say_when_there_is_no_consultation(home, visit, page):
    app = visit(page)
    assert "Der er ingen undersøgelse endnu." in words(app)


@pytest.mark.parametrize("role", PAGES)
def test_without_a_consultation_each_role_learns_who_can_make_one(home, visit, role):
    app = visit(role=role)
    told = "En udviklingskonsulent eller administrator kan oprette en." in words(app)
    assert told == (role in ("interviewer", "steering"))


@pytest.mark.parametrize("page", ["start", *ALL])
def test_no_page_breaks_on_a_consultation_without_themes_or_statements(home, visit, page):
    with open_store() as store:
        create_consultation(store, "Tom", "Egeby", ())
    app = visit(page)
    assert app.title


def test_the_language_changes_every_word_of_a_page(base, visit):
    app = visit("guides")
    assert app.title[0].value == "Spørgeguider"
    app.sidebar.button_group[0].set_value("en").run()
    assert app.title[0].value == "Interview guides"
    assert not app.exception


def test_changing_the_role_brings_the_visitor_home_from_a_page_that_role_has_not(base, visit):
    app = visit("review")
    app.sidebar.selectbox(key="role").set_value("interviewer").run()
    assert not app.exception
    assert app.title[0].value == "Prøve"


def test_the_chosen_consultation_is_the_one_shown(base, visit):
    with open_store() as store:
        other = create_consultation(store, "Anden", "Egeby", shared_themes())
    app = visit()
    app.sidebar.selectbox(key="consultation").set_value(other.id).run()
    assert app.title[0].value == "Anden"
    app.sidebar.selectbox(key="consultation").set_value(base.id).run()
    assert app.title[0].value == "Prøve"


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (DatabaseNewer("2", "1"), "nyere udgave"),
        (MigrationNeeded("1", "2"), "start.py migrate"),
    ],
)
def test_a_database_that_does_not_fit_is_told_in_words(visit, monkeypatch, error, what):
    def fail():
        raise error

    monkeypatch.setattr("storage.open_store", fail)
    app = visit()
    assert what in app.error[0].value
