import numpy as np
import pytest

from analysis.carry_on import carry_on, modularity
from analysis.clusters import partition_space
from analysis.neighbours import graph
from analysis.space import place
from tests.unit.analysis.sample import ALL, vectors

ROWS = place(ALL, vectors(ALL))  # ten statements on each of three matters
EDGES = graph(ROWS, 4)
EVERY = np.arange(30)
MATTERS = np.repeat([0, 1, 2], 10)


def without(labels, *new):
    start = labels.copy()
    start[list(new)] = -1
    return start


def test_old_statements_stay_and_new_ones_join_their_neighbours():
    carried = carry_on(ROWS, EVERY, EDGES, without(MATTERS, 3, 14, 25), MATTERS)
    assert carried is not None
    assert (carried == MATTERS).sum() >= 29


def test_groups_that_no_longer_hold_are_not_carried_on():
    mixed = np.arange(30) % 3
    assert carry_on(ROWS, EVERY, EDGES, mixed, MATTERS) is None


def test_with_a_third_new_statements_or_many_more_groups_the_cut_is_made_anew():
    assert carry_on(ROWS, EVERY, EDGES, without(MATTERS, *range(0, 30, 2)), MATTERS) is None
    assert carry_on(ROWS, EVERY, EDGES, MATTERS, np.repeat(np.arange(5), 6)) is None
    assert carry_on(ROWS, EVERY, EDGES, np.full(30, -1), MATTERS) is None


def test_a_new_cut_is_made_where_somebody_asks_for_it():
    start = np.repeat([0, 1, 2, 3, 4], 6)
    asked = partition_space(ROWS, finer=0, start=start, rest=False).labels
    assert (asked == partition_space(ROWS, finer=0, rest=False).labels).all()


def test_modularity_is_nothing_for_one_group_and_high_for_groups_apart():
    apart = graph(np.repeat(np.eye(3, dtype=np.float32), 10, axis=0), 4)
    assert modularity(EDGES, np.zeros(30, dtype=np.intp)) == pytest.approx(0, abs=1e-6)
    assert modularity(apart, MATTERS) > 0.6
