"""Cutting prose and notes."""

import itertools

import pytest

from language.reader import sentences


def cut(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jeg bor her. Det er godt!", ["Jeg bor her.", "Det er godt!"]),
        ("Vi fik bl.a. mad. Og kaffe.", ["Vi fik bl.a. mad.", "Og kaffe."]),
        ("Hr. Olsen kom kl. 3. Vi gik.", ["Hr. Olsen kom kl. 3.", "Vi gik."]),
        ("Kom d. 3. Maj til mødet", ["Kom d. 3. Maj til mødet"]),
        ("- ingen bolig\n- venter på svar", ["ingen bolig", "venter på svar"]),
        ("1. mad\n2) varme\n\n  * søvn", ["mad", "varme", "søvn"]),
        ("»Hvornår?« Han svarede ikke.", ["»Hvornår?«", "Han svarede ikke."]),
        ("ingen punktum her", ["ingen punktum her"]),
        ("Det koster 1.250,50 kr. om måneden", ["Det koster 1.250,50 kr. om måneden"]),
        ("Hvad så … Nå.", ["Hvad så …", "Nå."]),
        ("", []),
        (" \n\t ", []),
        ("😀", ["😀"]),
    ],
)
def test_sentences(text, parts):
    assert cut(text) == parts


def test_nothing_but_blanks_and_bullets_is_left_out_and_nothing_is_read_twice():
    text = "Først det.\n\n- så det her uden punktum\n• Og 3. gang? Ja! " * 20
    spans = sentences(text)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    left = set(range(len(text))) - {i for start, end in spans for i in range(start, end)}
    assert {text[i] for i in left} <= set(" \n-•")
