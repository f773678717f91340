from itertools import pairwise

import numpy as np
import pytest

from analysis.contradiction import find_dissent, find_oppositions, opposition
from analysis.polarity import read_polarity
from analysis.space import place
from tests.unit.analysis.sample import vectors


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Personalet er venligt og hjælpsomt", 1),
        ("Personalet er ikke venligt", -1),
        ("Det er dårligt", -1),
        ("Det er ikke så dårligt", 1),
        ("Jeg bor i byen", 0),
        ("", 0),
    ],
)
def test_a_text_is_for_or_against(text, sign):
    assert np.sign(read_polarity(text).sign) == sign


def test_opposite_words_on_one_matter_oppose():
    one, other = read_polarity("Bussen er hurtig"), read_polarity("Bussen er langsom")
    assert opposition(one, other, 0.5) > 0.6


def test_praise_and_blame_of_different_matters_do_not_oppose():
    one, other = read_polarity("Maden er god"), read_polarity("Bussen er dårlig")
    assert opposition(one, other, 0.0) == 0


def test_the_order_of_two_statements_does_not_matter():
    texts = ("Maden er god", "Maden er dårlig", "Jeg får aldrig mad", "Mad er mad")
    for a, b in pairwise(map(read_polarity, texts)):
        assert opposition(a, b, 0.3) == opposition(b, a, 0.3)


GROUP = (
    "Gratis tandlæge er en god hjælp",
    "Tandlægen er god ved os",
    "Tandlægen er flink",
    "Tandlægen er dårlig og grov",
)


def test_the_untypical_statement_of_a_group_dissents():
    assert find_dissent(GROUP, place(GROUP, vectors(GROUP))) == (3,)


def test_a_group_that_agrees_has_no_dissent():
    assert find_dissent(GROUP[:3], place(GROUP[:3], vectors(GROUP[:3]))) == ()


def test_oppositions_come_surest_first():
    found = find_oppositions(GROUP, place(GROUP, vectors(GROUP)))
    assert [pair.score for pair in found] == sorted((p.score for p in found), reverse=True)
