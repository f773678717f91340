"""What the sentence model was taught to say."""

import numpy as np
import pytest

from analysis.heads import Heads, heads
from language.vectors import default_embedder
from tests.unit.analysis.readers import HashingEmbedder

AXES = np.eye(384, dtype=np.float32)[:, :3]
MADE = Heads(
    "made up",
    ("housing", "health", "other"),
    AXES,
    np.hstack([np.eye(3), np.zeros((3, 4)), -np.eye(3)[:, :1]]).astype(np.float32) * 8,
    np.zeros(8, dtype=np.float32),
)


def vector(place, length=0.6):
    row = np.zeros((1, 384), dtype=np.float32)
    row[0, place], row[0, 9] = length, np.sqrt(1 - length**2)
    return row


def test_probabilities_sum_to_one():
    rows = np.vstack([vector(0), vector(2)])
    for shown in (
        MADE.log_themes(rows, ("housing", "health")),
        MADE.log_kinds(rows),
        MADE.log_asking(rows),
    ):
        np.testing.assert_allclose(np.exp(shown).sum(axis=1), 1)


def test_themes_come_in_the_order_asked_for():
    assert MADE.log_themes(vector(0), ("health", "housing")).argmax() == 1
    assert MADE.log_themes(vector(2), ("health", "housing")).argmax() == 2


def test_a_theme_that_is_not_there_counts_as_none_of_these():
    shown = np.exp(MADE.log_themes(vector(1), ("housing",)))
    both = np.exp(MADE.log_themes(vector(1), ("housing", "health")))
    assert shown[0, 1] == pytest.approx(both[0, 1] + both[0, 2])


def test_what_is_asked_is_read_off_the_last_column():
    assert MADE.log_asking(vector(0))[0, 0] > MADE.log_asking(vector(0))[0, 1]


def test_they_belong_to_the_model_they_were_taught_with():
    assert heads(HashingEmbedder()) is None
    shipped = heads(default_embedder())
    assert shipped is not None
    np.testing.assert_allclose(shipped.axes.T @ shipped.axes, np.eye(16), atol=1e-5)


def test_the_shipped_ones_read_plain_sentences():
    said = {
        "housing": "Jeg har ventet tre år på en lejlighed, og huslejen er for høj.",
        "health": "Jeg drikker for meget og har ondt i kroppen, men lægen har ikke tid.",
        "encounter": "Hun talte ned til mig i skranken, og jeg følte mig som en forbryder.",
    }
    shipped = heads(default_embedder())
    vectors = default_embedder().embed(list(said.values()))
    keys = ("housing", "prevention", "health", "casework", "encounter")
    found = [keys[i] for i in shipped.log_themes(vectors, keys)[:, :-1].argmax(axis=1)]
    assert found == list(said)
