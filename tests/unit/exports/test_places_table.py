"""Nobody can be counted out of the table of places."""

import itertools
import random

import pytest

from exports.places import place_rows, total_shown
from exports.words import SITE_KIND
from interviews.model import Interview, Origin, Site
from interviews.small_cells import TooSmallK


def rows(*people, k=5):
    """The table for sites with so many people each."""
    sites = [Site(f"s{at}", "c", f"Sted {at}") for at in range(len(people))]
    talks = [Interview(f"i{at}", "c", f"s{at}", None, n) for at, n in enumerate(people)]
    return place_rows(sites, talks, SITE_KIND, k)


def shown(*people, k=5):
    """(people, how many places) of each row."""
    return [(row.participants, row.merged) for row in rows(*people, k=k)]


def test_places_with_enough_people_are_shown_largest_first():
    assert shown(6, 11, 8) == [(11, 1), (8, 1), (6, 1)]


def test_small_places_are_merged():
    assert shown(11, 3, 4, 8) == [(11, 1), (8, 1), (7, 2)]


def test_a_single_small_place_takes_the_smallest_shown_with_it():
    assert shown(11, 3, 8) == [(11, 1), (11, 2)]


def test_merged_places_that_stay_too_small_take_one_more_with_them():
    assert shown(11, 8, 1, 2) == [(11, 1), (11, 3)]


def test_everything_too_small_shows_no_number_at_all():
    found = rows(2, 1)
    assert [(row.participants, row.merged) for row in found] == [(None, 2)]
    assert total_shown(found) is None


def test_one_small_place_alone_shows_no_number():
    assert shown(3) == [(None, 1)]


def test_k_has_a_floor():
    with pytest.raises(TooSmallK):
        rows(11, 8, k=2)


def test_conversations_where_nobody_counted_leave_no_table():
    talks = [Interview("i", "c", "s", None, None)]
    assert place_rows([Site("s", "c", "Sted")], talks, SITE_KIND) == ()


def test_imported_statements_count_no_people():
    talks = [Interview("i", "c", "s", None, 9, Origin.IMPORT)]
    assert place_rows([Site("s", "c", "Sted")], talks, SITE_KIND) == ()


@pytest.mark.parametrize("k", [3, 5, 8])
def test_whatever_the_numbers_none_below_k_can_be_read_or_computed(k):
    chance = random.Random(k)
    for _ in range(300):
        people = [chance.randint(1, 14) for _ in range(chance.randint(1, 9))]
        found = rows(*people, k=k)
        assert sum(row.merged for row in found) == len(people)
        if total_shown(found) is not None:
            assert total_shown(found) == sum(people)
        for row in found:
            assert row.participants is None or row.participants >= k
        merged = [row for row in found if row.merged > 1 or row.participants is None]
        assert all(row.merged != 1 for row in merged) or len(found) == 1
        # a difference of two printed sums that leaves one place alone must not be below k
        for one, other in itertools.combinations(found, 2):
            if one.participants is not None and other.participants is not None:
                assert abs(one.participants + other.participants) >= k
