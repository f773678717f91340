"""All pages and files together: no hidden number of a site can be had by comparing them."""

import itertools
import random
from collections.abc import Iterator
from zlib import crc32

import pytest

from exports.places import open_sites, place_rows
from exports.words import SITE_KIND
from interviews.model import Consultation, Interview, Settings, Site
from interviews.round import look_at_round
from interviews.small_cells import hide_small
from storage import Store

NAMES = ("Aparken", "Broen", "Caféen", "Dagcentret", "Krisecentret")
NUMBERS = (0, 1, 1, 1, 2, 2, 3, 4, 5, 6, 6, 7, 9)


def kept(store: Store, key: str, people: dict[str, int], k: int, planned: dict[str, int]) -> None:
    """A consultation of its own with so many people at each site, one conversation each."""
    store.add_consultation(Consultation(key, key, "Prøveby"))
    store.save_settings(Settings(key, k=k))
    for name, n in people.items():
        # The ids are in no order, as those the app gives.
        site = f"{crc32((name + key).encode()):x}"
        store.save_site(Site(site, key, name, planned=planned.get(name)))
        if n:
            store.add_interview(Interview(f"{key}{name}", key, site, "2026-01", n), [])


def told(store: Store, key: str, k: int) -> tuple[dict[str, int], set[str], list[int]]:
    """What a reader of everything knows: numbers by name, the hidden names, sums of the hidden.

    Fails where two views hide different sites or tell different numbers.
    """
    found = look_at_round(store, key)
    setup = hide_small({c.site.id: c.participants for c in store.site_counts(key)}, k)
    rows = place_rows(store.sites(key), store.interviews(key), SITE_KIND, k)
    shown = {one.site.name: one.people for one in found.sites if one.people is not None}
    hidden = {one.site.name for one in found.sites if one.people is None}
    assert {one.site.name: setup[one.site.id] for one in found.sites} == {
        one.site.name: one.people for one in found.sites
    }
    printed = {row.name: row.participants for row in rows if row.name}
    assert printed == {name: n for name, n in shown.items() if n}
    named = open_sites(store.sites(key), store.interviews(key), k)
    assert named == {one.site.id for one in found.sites if one.people}
    merged = [row for row in rows if not row.name]
    assert sum(row.merged for row in merged) == len(hidden)
    sums = [row.participants for row in merged if row.participants is not None]
    if found.people is not None:
        sums.append(found.people - sum(shown.values()))
    return shown, hidden, sums


def splits(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to share `total` people among `parts` sites, at least one at each."""
    for cuts in itertools.combinations(range(1, total), parts - 1):
        yield tuple(b - a for a, b in itertools.pairwise((0, *cuts, total)))


def test_the_places_of_the_plan_are_those_of_the_pages(store: Store) -> None:
    """They were not: of two sites with six, one page hid the first and the plan the last."""
    kept(store, "d" * 32, {"Aparken": 6, "Broen": 6, "Krisecentret": 3}, 5, {})
    shown, hidden, sums = told(store, "d" * 32, 5)
    assert list(shown.values()) == [6]
    assert "Krisecentret" in hidden
    assert sums == [9, 9]


@pytest.mark.parametrize("k", [3, 4, 5, 6])
def test_every_hidden_number_could_be_another(store: Store, k: int) -> None:
    """Of all numbers that fit what is told (one of them small), each site has at least two."""
    rng = random.Random(k)
    for at in range(60):
        numbers = NUMBERS if at % 3 else (0, 1, 1, 1, 6)
        people = {name: rng.choice(numbers) for name in NAMES[: rng.randint(1, len(NAMES))]}
        key = f"{k}{at}".ljust(32, "x")
        kept(store, key, people, k, {})
        shown, hidden, sums = told(store, key, k)
        assert all(n == people[name] and not 0 < n < k for name, n in shown.items())
        assert len(set(sums)) <= 1
        if not sums or not hidden:
            continue  # nothing is hidden, or nobody is told what the hidden add up to
        fitting = [one for one in splits(sums[0], len(hidden)) if min(one) < k]
        assert all(len(set(values)) > 1 for values in zip(*fitting, strict=True)), people


@pytest.mark.parametrize("k", [3, 5])
def test_nor_does_who_is_missing_fix_a_hidden_number(store: Store, k: int) -> None:
    rng = random.Random(k)
    silent = 0
    for at in range(60):
        people = {name: rng.choice(NUMBERS) for name in NAMES}
        planned = {name: rng.randint(2, 12) for name in NAMES if rng.random() < 0.7}
        key = f"m{k}{at}".ljust(32, "x")
        kept(store, key, people, k, planned)
        sites = [one for one in look_at_round(store, key).sites if one.people is None]
        _shown, _hidden, sums = told(store, key, k)
        if not sites or sites[0].is_short is None:
            silent += bool(sites)
            continue
        names = [one.site.name for one in sites]
        assert [one.is_short for one in sites] == [people[n] < planned.get(n, 0) for n in names]
        if not sums:
            assert not any(name in planned for name in names)
            continue
        fitting = [
            one
            for one in splits(sums[0], len(sites))
            if min(one) < k
            and all(
                (n < planned.get(site.site.name, 0)) == site.is_short
                for n, site in zip(one, sites, strict=True)
            )
        ]
        assert all(len(set(values)) > 1 for values in zip(*fitting, strict=True)), people
    assert silent < 50
