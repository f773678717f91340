"""Small numbers are hidden, and what is hidden cannot be computed back."""

import itertools
import random

import pytest

from interviews.small_cells import (
    TooSmallK,
    at_least,
    coarser,
    hidden_group,
    hide_small,
    merge_small,
    told_sum,
    uniqueness,
)


def test_places_with_few_people_hide_another_with_them():
    shown = hide_small({"a": 2, "b": 8, "c": 11, "d": 30}, 5)
    assert shown == {"a": None, "b": None, "c": 11, "d": 30}
    assert hide_small({"a": 2, "b": 4, "c": 11}, 5) == {"a": None, "b": None, "c": 11}
    assert hide_small({"a": 9, "b": 8}, 5) == {"a": 9, "b": 8}


def test_two_hidden_ones_that_make_fewer_than_k_together_take_a_third():
    assert hide_small({"a": 1, "b": 2, "c": 11, "d": 9}, 5) == {
        "a": None,
        "b": None,
        "c": 11,
        "d": None,
    }


def test_equal_numbers_are_hidden_in_the_same_order_whatever_order_they_come_in():
    counts = {"aparken": 6, "broen": 6, "krisecentret": 3}
    for order in itertools.permutations(counts):
        given = {key: counts[key] for key in order}
        assert hidden_group(given, 5) == {"aparken", "krisecentret"}
        assert set(merge_small(given, 5)[1]) == {"aparken", "krisecentret"}
        assert hide_small(given, 5) == {"aparken": None, "broen": 6, "krisecentret": None}


def test_one_person_at_each_takes_another_with_them():
    assert hidden_group({"a": 1, "b": 1, "c": 1, "d": 8, "e": 9}, 3) == {"a", "b", "c", "d"}
    assert told_sum([1, 1, 1], 3) is None
    assert told_sum([1, 2], 3) == 3
    assert told_sum([1, 2], 5) is None
    assert told_sum([], 5) == 0


def test_zero_is_never_hidden_nor_merged():
    assert hide_small({"a": 3, "b": 0}, 5) == {"a": None, "b": 0}
    assert merge_small({"a": 3, "b": 0, "c": 9}, 5) == (["b"], ["c", "a"])


def test_k_below_three_is_refused():
    for of in (hidden_group, hide_small, merge_small):
        with pytest.raises(TooSmallK):
            of({"a": 1}, 2)


def test_uniqueness_counts_people_not_groups():
    people = [(("A", "18-29"), 1), (("A", "30-49"), 2), (("B", "18-29"), 6), (("A", "30-49"), 1)]
    assert uniqueness(people, 5) == (1, 4)


def test_one_number_is_hidden_from_one_to_below_k():
    assert [at_least(n, 5) for n in (0, 1, 4, 5)] == [0, None, None, 5]
    with pytest.raises(TooSmallK):
        at_least(9, 2)


def test_what_is_merged_is_never_one_alone_nor_fewer_than_k_together():
    rng = random.Random(5)
    for _ in range(300):
        counts = {at: rng.choice([1, 2, 3, 4, 5, 6, 9, 30]) for at in range(rng.randint(1, 8))}
        alone, merged = merge_small(counts, 5)
        assert sorted(alone + merged) == sorted(counts)
        assert all(counts[key] >= 5 for key in alone)
        if merged and alone:
            assert len(merged) > 1
            assert sum(counts[key] for key in merged) >= 5


def test_the_trait_to_ask_less_about_is_the_one_that_hides_most_people():
    people = [(("a", age, "x"), 2) for age in ("young", "old", "older")]
    assert uniqueness(people) == (0, 6)
    assert coarser(people) == (1, 0, 0)
    assert coarser([(("a", "old", "x"), 9)]) is None
    assert coarser([]) is None
