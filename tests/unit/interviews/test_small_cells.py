"""Small numbers are hidden, and what is hidden cannot be computed back."""

import itertools
import random

import pytest

from interviews.small_cells import (
    TooSmallK,
    at_least,
    coarser,
    hide_small,
    merge_small,
    protect,
    uniqueness,
)


def possible(table, cell, k):
    """All values a hidden cell could have, given everything that is shown.

    Solved as intervals: each row and column total bounds its hidden cells. Returns (low, high).
    """
    row, column = cell
    bounds = []
    for line, total in (
        ([(row, c) for c in table.columns], table.row_totals[row]),
        ([(r, column) for r in table.rows], table.column_totals[column]),
    ):
        if total is None:
            continue
        shown = sum(table.cells[x] or 0 for x in line)
        away = [x for x in line if table.cells[x] is None]
        bounds.append((total - shown) if len(away) > 1 else None)
        if len(away) == 1:
            return (total - shown, total - shown)
    high = min((b for b in bounds if b is not None), default=None)
    return (0, high)


def test_small_counts_are_hidden_and_zero_is_not():
    table = protect({("A", "x"): 2, ("A", "y"): 9, ("B", "x"): 0, ("B", "y"): 8})
    assert table.cells["A", "x"] is None
    assert table.total == 19


def test_no_hidden_cell_stands_alone_in_a_row_or_column_with_a_total():
    rng = random.Random(4)
    for _ in range(300):
        rows, columns = rng.randint(1, 6), rng.randint(1, 5)
        counts = {
            (r, c): rng.choice([0, 1, 2, 3, 4, 5, 9, 20])
            for r, c in itertools.product(range(rows), range(columns))
        }
        table = protect(counts, 5)
        for cell, shown in table.cells.items():
            if 0 < counts[cell] < 5:
                assert shown is None
            if shown is None and 0 < counts[cell] < 5:
                low, high = possible(table, cell, 5)
                assert (low, high) != (counts[cell], counts[cell]) or rows * columns == 1


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


def test_k_below_three_is_refused():
    with pytest.raises(TooSmallK):
        protect({("A", "x"): 1}, 2)


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
