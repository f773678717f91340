"""Sentence vectors."""

import numpy as np
import pytest

from language.vectors import DIMENSIONS, default_embedder

TEXTS = ["Jeg mangler en bolig.", "Jeg har brug for et sted at bo.", "Maden er god i dag."]


@pytest.fixture(scope="module")
def vectors():
    return default_embedder().embed(TEXTS)


def test_a_row_of_length_one_for_each_text(vectors):
    assert vectors.shape == (3, DIMENSIONS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_statements_that_mean_the_same_are_nearer(vectors):
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_order_and_company_do_not_change_a_vector(vectors):
    again = default_embedder().embed([TEXTS[2], "x", TEXTS[0]])
    np.testing.assert_allclose(again[[2, 0]], vectors[[0, 2]], atol=1e-6)


def test_no_texts_and_odd_texts():
    assert default_embedder().embed([]).shape == (0, DIMENSIONS)
    odd = default_embedder().embed(["", "😀", "مرحبا", "ord " * 5000, "12345", "a\0b"])
    assert np.isfinite(odd).all()
    np.testing.assert_allclose(np.linalg.norm(odd, axis=1), 1, atol=1e-5)


def test_a_nul_does_not_hide_the_rest_of_a_text():
    plain, cut, whole = default_embedder().embed(["bolig", "bolig\0mangler", "bolig mangler"])
    assert np.allclose(cut, whole)
    assert not np.allclose(cut, plain)


def test_the_name_says_model_and_prefix():
    assert default_embedder().name == "taleroer-e5-1/query"
