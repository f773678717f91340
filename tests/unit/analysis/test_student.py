import numpy as np
import pytest

from analysis.student import Student, embed_many, features
from tests.unit.analysis.sample import ALL, vectors


def test_the_student_recognises_what_it_was_taught():
    student = Student().fit(ALL, vectors(ALL))
    assert np.einsum("ij,ij->i", student.embed(ALL), vectors(ALL)).mean() > 0.7


def test_the_student_puts_a_new_text_beside_its_like():
    student = Student().fit(ALL[:-1], vectors(ALL[:-1]))
    likeness = vectors(ALL[:-1]) @ student.embed(ALL[-1:])[0]
    assert likeness[20:].mean() > likeness[:20].mean()


def test_pieces_give_the_same_as_the_whole():
    student = Student().fit(ALL, vectors(ALL))
    pieces = np.vstack([student.embed(ALL[:7]), student.embed(ALL[7:])])
    assert np.allclose(pieces, student.embed(ALL), atol=1e-6)


def test_few_texts_are_all_read_by_the_model_itself():
    assert np.array_equal(embed_many(ALL, vectors), vectors(ALL))


def test_many_texts_are_read_by_the_student_but_for_the_sample():
    read = []

    def embed(texts):
        read.extend(texts)
        return vectors(texts)

    found = embed_many(ALL, embed, sample=12, above=20)
    assert len(read) == 12
    assert found.shape == (30, 384)
    exact = np.isclose(found, vectors(ALL), atol=1e-6).all(axis=1)
    assert exact.sum() >= 12


@pytest.mark.parametrize("text", ["", "123", "😀", "أين بيتي", "ord " * 5000])
def test_odd_texts_have_a_vector_of_length_one(text):
    student = Student().fit(ALL, vectors(ALL))
    assert np.linalg.norm(student.embed([text])[0]) == pytest.approx(1, abs=1e-3)


def test_features_depend_on_the_text_only():
    alone, among = features(ALL[:1]), features(ALL)[:1]
    assert (alone != among).nnz == 0
