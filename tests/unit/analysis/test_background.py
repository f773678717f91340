"""How vectors are made comparable, within a theme and across."""

import numpy as np

from analysis.background import centre, project, taught_axes
from analysis.space import place
from tests.unit.analysis.sample import ALL, vectors

AXES = taught_axes()
MADE = vectors(ALL)
MOVED = MADE + np.random.default_rng(0).normal(0, 0.2, (len(ALL), AXES.shape[1])) @ AXES.T


def test_the_axes_are_sixteen_directions_of_their_own():
    np.testing.assert_allclose(AXES.T @ AXES, np.eye(16), atol=1e-5)


def test_what_the_model_was_taught_does_not_count_within_a_theme():
    np.testing.assert_allclose(centre(MOVED), centre(MADE), atol=1e-5)
    np.testing.assert_allclose(place(ALL, MOVED), place(ALL, MADE), atol=1e-3)


def test_across_themes_it_counts_for_more_than_it_does_in_the_vectors():
    inside, across = centre(MOVED), centre(MOVED, across=True)
    along = np.linalg.norm(across @ AXES, axis=1)
    assert (np.linalg.norm(inside @ AXES, axis=1) < 1e-4).all()
    assert (along > 1.5 * np.linalg.norm((MOVED - MOVED.mean(axis=0)) @ AXES, axis=1)).mean() > 0.9
    np.testing.assert_allclose(across - across @ AXES @ AXES.T, inside, atol=1e-5)


def test_rows_have_length_one_along_the_sixty_directions():
    for across in (False, True):
        rows = project(MADE, across)
        assert rows.shape == (len(ALL), 60)
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
