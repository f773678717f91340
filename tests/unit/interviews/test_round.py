"""The round: people by site and theme, what is small stays hidden, also from arithmetic."""

from random import Random

import pytest

from guides.loader import load_shared
from interviews.model import AgeBand, GuideRef, Interview, Settings, Statement
from interviews.round import look_at_round, plan_site
from interviews.setup import add_site
from storage import Store

CID = "c" * 32


@pytest.fixture
def held(store: Store):
    """Adds a conversation: held(site, people, themes)."""
    for guide in load_shared():
        store.save_guide(CID, guide)

    def add(site, people, *themes, **more):
        number = len(store.statements(CID)) + 1
        key = f"talk{len(store.interviews(CID))}"
        said = [
            Statement(f"u{number + n}", number + n, CID, key, "Ja", theme)
            for n, theme in enumerate(themes)
        ]
        store.add_interview(Interview(key, CID, site and site.id, "2026-01", people, **more), said)

    return add


def by_name(found):
    return {one.site.name: one for one in found.sites}


def test_people_are_counted_by_site_and_by_every_theme_they_spoke_of(store: Store, held) -> None:
    first, second = add_site(store, CID, "Å", planned=20), add_site(store, CID, "Ø", planned=10)
    held(first, 12, "housing", "health")
    held(first, 6, "housing")
    held(second, 7, guides=(GuideRef("health", 1),))
    held(None, 3, "housing")
    held(second, None, "housing")
    found = look_at_round(store, CID)
    assert (found.people, found.planned, found.conversations, found.uncounted) == (25, 30, 3, 2)
    rows = by_name(found)
    assert (rows["Å"].people, rows["Å"].conversations) == (18, 2)
    assert rows["Å"].themes == {"health": 12, "housing": 18}
    assert rows["Ø"].themes == {"health": 7, "housing": 0}


def test_one_small_site_hides_a_second_one_and_all_their_themes(store: Store, held) -> None:
    sites = [add_site(store, CID, name) for name in "ABCD"]
    for site, people in zip(sites, (30, 9, 2, 0), strict=True):
        if people:
            held(site, people, "housing")
    rows = by_name(look_at_round(store, CID))
    assert {name: one.people for name, one in rows.items()} == {
        "A": 30,
        "B": None,
        "C": None,
        "D": 0,
    }
    assert rows["B"].themes == rows["C"].themes == {"housing": None}
    assert (rows["B"].conversations, rows["D"].themes) == (None, {"housing": 0})


def test_no_number_below_k_is_ever_shown_and_none_is_hidden_alone(store: Store, held) -> None:
    rng = Random(5)
    sites = [add_site(store, CID, f"S{n}") for n in range(6)]
    for _ in range(25):
        held(
            rng.choice(sites), rng.randint(1, 4), *rng.sample(["housing", "health", "casework"], 2)
        )
    store.save_settings(Settings(CID, k=7))
    found = look_at_round(store, CID)
    shown = [one.people for one in found.sites]
    assert all(n is None or n == 0 or n >= 7 for n in shown)
    assert shown.count(None) != 1
    for one in found.sites:
        assert all(n is None or n == 0 or n >= 7 for n in one.themes.values())
        assert one.people is not None or all(not n for n in one.themes.values())


def test_age_is_there_only_where_it_is_asked_and_small_groups_are_hidden(
    store: Store, held
) -> None:
    site = add_site(store, CID, "A")
    for band, people in ((AgeBand.FROM_30, 8), (AgeBand.FROM_50, 6), (AgeBand.UNDER_30, 1)):
        for _ in range(people):
            held(site, 1, "housing", age_band=band)
    assert look_at_round(store, CID).ages is None
    store.save_settings(Settings(CID, ask_age=True))
    found = look_at_round(store, CID)
    assert found.genders is None
    assert found.ages == {
        AgeBand.UNDER_30: None,
        AgeBand.FROM_30: 8,
        AgeBand.FROM_50: None,
        AgeBand.FROM_67: 0,
        AgeBand.NO_ANSWER: 0,
    }


def test_an_empty_round_and_a_plan_for_it(store: Store) -> None:
    site = add_site(store, CID, "A")
    assert look_at_round(store, CID).people == 0
    plan_site(store, site, 12)
    (one,) = look_at_round(store, CID).sites
    assert (one.site.planned, one.people, one.themes) == (12, 0, {})
    plan_site(store, one.site, 0)
    assert store.sites(CID)[0].planned is None


def test_hidden_sites_below_plan_are_known_to_be_short_without_their_numbers(
    store: Store, held
) -> None:
    first, second = add_site(store, CID, "A", planned=10), add_site(store, CID, "B", planned=12)
    held(first, 2)
    held(second, 8)
    found = look_at_round(store, CID)
    assert [(one.people, one.is_short) for one in found.sites] == [(None, True), (None, True)]
    assert (found.people, found.planned) == (10, 22)


def test_where_being_short_would_tell_the_number_it_is_not_said(store: Store, held) -> None:
    first, second = add_site(store, CID, "A", planned=2), add_site(store, CID, "B", planned=12)
    held(first, 1)
    held(second, 8)
    assert [one.is_short for one in look_at_round(store, CID).sites] == [None, None]


def test_one_person_at_each_site_hides_how_many_there_are_in_all(store: Store, held) -> None:
    for name in "ABCDE":
        held(add_site(store, CID, name), 1)
    assert look_at_round(store, CID).people is None


def test_shown_sites_say_whether_they_reached_their_plan(store: Store, held) -> None:
    held(add_site(store, CID, "A", planned=10), 9)
    held(add_site(store, CID, "B", planned=10), 10)
    held(add_site(store, CID, "C"), 10)
    assert [one.is_short for one in look_at_round(store, CID).sites] == [True, False, False]
