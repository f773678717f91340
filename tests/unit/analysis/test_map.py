import numpy as np
import pytest

from analysis.map import lay_out
from tests.unit.analysis.sample import ALL, ids, vectors

IDS = ids(len(ALL))


def coordinates(points):
    return np.array([(point.x, point.y) for point in points])


def test_the_map_is_the_same_every_time_and_within_its_frame():
    first, second = lay_out(IDS, vectors(ALL)), lay_out(IDS, vectors(ALL))
    assert first == second
    assert [point.statement_id for point in first] == IDS
    assert np.abs(coordinates(first)).max() <= 1


def test_statements_on_one_matter_stand_together():
    places = coordinates(lay_out(IDS, vectors(ALL)))
    within = np.mean([places[i : i + 10].std(axis=0).mean() for i in (0, 10, 20)])
    assert within < 0.7 * places.std(axis=0).mean()


def test_nobody_moves_when_a_few_come_and_the_new_one_stands_by_its_like():
    before = lay_out(IDS[:-1], vectors(ALL[:-1]))
    after = lay_out(IDS, vectors(ALL), before)
    assert after[:-1] == before


def test_a_map_drawn_anew_is_turned_onto_the_old_one():
    before = lay_out(IDS[:22], vectors(ALL[:22]))
    after = lay_out(IDS, vectors(ALL), before)
    old, new = coordinates(before), coordinates(after[:22])
    assert np.corrcoef(old[:, 0], new[:, 0])[0, 1] > 0.5
    assert np.corrcoef(old[:, 1], new[:, 1])[0, 1] > 0.5


@pytest.mark.parametrize("count", [0, 1, 2, 3, 9, 11])
def test_any_number_of_statements_has_a_map(count):
    points = lay_out(IDS[:count], vectors(ALL[:count]))
    assert len(points) == count
    assert all(np.isfinite((point.x, point.y)).all() for point in points)


def test_statements_without_content_are_on_the_map_too():
    points = lay_out(ids(12), np.zeros((12, 384), dtype=np.float32))
    assert len(points) == 12
