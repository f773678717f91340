"""A small consultation on every page: no number of people points at anybody."""

import re

import pytest
from test_roles import PAGES

from interviews.model import AgeBand, Gender, Interview, Statement
from interviews.setup import add_site, create_consultation, shared_themes
from storage import open_store
from tests.views.conftest import words

PEOPLE = {"Varmestuen": 9, "Herberget": 3, "Klubben": 6, "Skurvognen": 1}
COUNTED = re.compile(r"(\d+)(?: / \d+)? (?:borgere?|personer?|deltagere?|mennesker)\b")
LOW, K = 1, 5


@pytest.fixture
def small(home):
    """Nineteen people at four sites; two of the sites have fewer than five."""
    with open_store() as store:
        made = create_consultation(store, "Lille", "Egeby", shared_themes())
        for at, (name, people) in enumerate(PEOPLE.items()):
            site = add_site(store, made.id, name)
            talk = Interview(
                f"talk{at}", made.id, site.id, "2024-05", people,
                age_band=list(AgeBand)[at % 3], gender=list(Gender)[at % 2],
            )  # fmt: skip
            store.add_interview(
                talk, [Statement(f"u{at}", at + 1, made.id, talk.id, "der mangler ro", "housing")]
            )
    return made


def told(app):
    """Everything on a page with a number in it, tables and figures too."""
    tables = [str(frame.value.to_dict()) for frame in app.dataframe]
    figures = [f"{one.value} {one.label.lower()}" for one in app.metric]
    return "\n".join([words(app), *tables, *figures])


@pytest.mark.parametrize("role", PAGES)
def test_no_page_tells_a_number_of_people_below_the_smallest_group(small, visit, role):
    app = visit(role=role)
    for page in ["start", *sorted(PAGES[role])]:
        app.switch_page(f"views/{page}_page.py").run()
        assert not app.exception, page
        counts = {int(n) for n in COUNTED.findall(told(app))}
        assert not [n for n in counts if LOW <= n < K], (page, counts)
        talks = re.search(r"\b[1-4] samtaler?\b(?! · \d+ borgere)", told(app))
        assert not talks or page == "start", page  # there it is the whole consultation's


def test_a_hidden_number_cannot_be_had_from_the_total(home, visit):
    """One small site among three: a second is hidden with it."""
    with open_store() as store:
        made = create_consultation(store, "Lille", "Egeby", shared_themes())
        for at, people in enumerate((9, 2, 6)):
            site = add_site(store, made.id, f"Sted {at}")
            talk = Interview(f"talk{at}", made.id, site.id, "2024-05", people)
            store.add_interview(
                talk, [Statement(f"u{at}", at + 1, made.id, talk.id, "der mangler ro", "housing")]
            )
    app = visit("setup", role="administrator")
    lines = [box.label for box in app.expander if "Sted" in box.label]
    assert [("vises ikke" in line) for line in lines] == [False, True, True]
    assert "9 borgere" in lines[0]
