"""In a table with totals no hidden number can be computed from the shown ones."""

import itertools
import random

import numpy as np
import pytest
from scipy.optimize import linprog

from interviews.small_cells import TooSmallK
from interviews.small_tables import protect

TOTALS = "I alt"


def entries(table):
    """All numbers of a table by place, None where hidden; the totals under TOTALS."""
    return {
        **table.cells,
        **{(row, TOTALS): n for row, n in table.row_totals.items()},
        **{(TOTALS, column): n for column, n in table.column_totals.items()},
        (TOTALS, TOTALS): table.total,
    }


def true_entries(counts, table):
    """All numbers of a table by place, none hidden."""
    full = {(r, c): counts.get((r, c), 0) for r in table.rows for c in table.columns}
    full |= {(r, TOTALS): sum(full[r, c] for c in table.columns) for r in table.rows}
    columns = (*table.columns, TOTALS)
    return full | {(TOTALS, c): sum(full[r, c] for r in table.rows) for c in columns}


def equations(table):
    """What is known of the hidden numbers: (their places, one row an equation, right-hand sides).

    Every line adds up to its total; the shown numbers are moved to the right.
    """
    shown = entries(table)
    hidden = [place for place, n in shown.items() if n is None]
    rows, columns = (*table.rows, TOTALS), (*table.columns, TOTALS)
    lines = [[(r, c) for c in columns] for r in rows] + [[(r, c) for r in rows] for c in columns]
    left, right = np.zeros((len(lines), len(hidden))), np.zeros(len(lines))
    for at, line in enumerate(lines):
        for place in line:
            sign = -1 if place == line[-1] else 1
            if shown[place] is None:
                left[at, hidden.index(place)] = sign
            else:
                right[at] -= sign * shown[place]
    return hidden, left, right


def tables(seed, times, rows=6, columns=5):
    """Random tables with the k they are protected by."""
    rng = random.Random(seed)
    for _ in range(times):
        places = itertools.product(range(rng.randint(1, rows)), range(rng.randint(1, columns)))
        counts = {at: rng.choice([0, 0, 1, 2, 3, 4, 5, 6, 9, 20]) for at in places}
        k = rng.randint(3, 6)
        yield counts, k, protect(counts, k)


def test_small_counts_are_hidden_and_zero_is_not():
    table = protect({("A", "x"): 2, ("A", "y"): 9, ("B", "x"): 0, ("B", "y"): 8})
    assert table.cells["A", "x"] is None
    assert table.cells["B", "x"] == 0
    assert table.total == 19


def test_a_table_without_small_numbers_is_shown_whole():
    counts = {("A", "x"): 12, ("A", "y"): 9, ("B", "x"): 0, ("B", "y"): 8}
    assert None not in entries(protect(counts)).values()


def test_hidden_totals_are_not_given_back_by_the_cells_of_their_row():
    table = protect({("A", "x"): 23, ("B", "x"): 3, ("C", "x"): 5}, 5)
    assert table.row_totals["A"] == 23
    for row in ("B", "C"):
        assert (table.cells[row, "x"], table.row_totals[row]) == (None, None)


def test_every_shown_number_is_true_and_every_small_one_hidden():
    for counts, k, table in tables(1, 300):
        true = true_entries(counts, table)
        for place, n in entries(table).items():
            assert n in (None, true[place])
            assert n is None or not 0 < n < k


def test_no_hidden_number_follows_from_the_sums():
    """A number follows where adding it as an equation does not raise the rank."""
    for _counts, _k, table in tables(2, 1500):
        hidden, left, _right = equations(table)
        rank = np.linalg.matrix_rank(left) if hidden else 0
        for at, place in enumerate(hidden):
            alone = np.eye(len(hidden))[at]
            assert np.linalg.matrix_rank(np.vstack([left, alone])) > rank, (place, table)


def test_no_hidden_number_follows_from_the_sums_and_from_being_at_least_one():
    for counts, _k, table in tables(3, 60, 4, 4):
        hidden, left, right = equations(table)
        true = true_entries(counts, table)
        least = [(min(true[place], 1), None) for place in hidden]
        for at, place in enumerate(hidden):
            aim = np.eye(len(hidden))[at]
            low = linprog(aim, A_eq=left, b_eq=right, bounds=least)
            high = linprog(-aim, A_eq=left, b_eq=right, bounds=least)
            assert high.status == 3 or -high.fun - low.fun > 0.9, (place, table)


def test_the_hidden_ones_of_a_line_with_a_total_are_k_people_or_more():
    for counts, k, table in tables(4, 300):
        shown, true = entries(table), true_entries(counts, table)
        for row in (*table.rows, TOTALS):
            away = sum(true[row, c] for c in table.columns if shown[row, c] is None)
            assert shown[row, TOTALS] is None or not 0 < away < k
        for column in (*table.columns, TOTALS):
            away = sum(true[r, column] for r in table.rows if shown[r, column] is None)
            assert shown[TOTALS, column] is None or not 0 < away < k


def test_a_large_table_is_protected_at_once():
    rng = random.Random(5)
    counts = {(r, c): rng.randint(0, 12) for r in range(60) for c in range(10)}
    table = protect(counts)
    assert sum(n is not None for n in table.cells.values()) > 200


def test_k_below_three_is_refused():
    with pytest.raises(TooSmallK):
        protect({("A", "x"): 1}, 2)
