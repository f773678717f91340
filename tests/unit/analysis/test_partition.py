import numpy as np

from analysis.neighbours import follow, graph, nearest
from analysis.partition import choose_number, cut, spectrum
from analysis.space import place
from tests.unit.analysis.sample import ALL, vectors

ROWS = place(ALL, vectors(ALL))


def test_the_number_of_groups_is_where_the_eigenvalues_jump():
    values = np.array([0, 0.02, 0.03, 0.05, 0.5, 0.52, 0.55, 0.56])
    assert choose_number(values, 100) == 4


def test_of_two_clear_jumps_the_finer_division_counts():
    values = np.array([0, 0.01, 0.02, 0.30, 0.31, 0.51, 0.52])
    assert choose_number(values, 100) == 5


def test_few_statements_are_not_cut_into_many_groups():
    values = np.linspace(0, 1, 25)
    assert choose_number(values, 12) <= 3
    assert choose_number(values[:3], 3) == 1


def test_the_graph_is_symmetric_and_nobody_is_their_own_neighbour():
    edges = graph(ROWS, 4)
    assert abs(edges - edges.T).max() < 1e-6
    assert edges.diagonal().sum() == 0
    assert (edges.getnnz(axis=1) >= 4).all()


def test_the_nearest_of_a_row_is_itself():
    places, cosines = nearest(ROWS, ROWS, 1)
    assert places.ravel().tolist() == list(range(30))
    assert np.allclose(cosines, 1, atol=1e-4)


def test_a_row_gets_the_label_of_its_nearest_leaders():
    labels = np.repeat([0, 1, 2], 10)
    assert (follow(ROWS, ROWS, labels, count=1) == labels).all()


def test_a_cut_is_the_same_for_the_same_seed():
    patterns = spectrum(graph(ROWS, 4))
    assert (cut(patterns, 3, seed=1) == cut(patterns, 3, seed=1)).all()
