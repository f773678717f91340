"""Compounds apart, other words whole."""

import pytest

from benchmarks.language import COMPOUNDS, measure_compounds
from language.words import compound_parts


def test_the_labelled_words_are_split_as_well_as_the_model_card_says(capsys):
    count = measure_compounds(COMPOUNDS)
    assert "unsplit" in capsys.readouterr().out
    assert count["n"] >= 240
    assert count["simplex"] >= 60
    assert count["right"] / count["n"] >= 0.92
    assert count["false_splits"] / count["simplex"] <= 0.03


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("gadesygeplejerske", ("gade", "sygeplejerske")),
        ("Sagsbehandlerskift", ("sagsbehandler", "skift")),
        ("arbejdspladser", ("arbejde", "plads")),
        ("børnefamilier", ("barn", "familie")),
        ("boligstøttekontor", ("bolig", "støtte", "kontor")),
    ],
)
def test_links_belong_to_no_part_and_parts_are_lemmas(word, parts):
    assert compound_parts(word) == parts


@pytest.mark.parametrize("word", ["", "bo", "hus", "123456", "hjem-løs", "😀😀😀😀😀", "a" * 500])
def test_what_is_no_compound_has_no_parts(word):
    assert compound_parts(word) == ()
