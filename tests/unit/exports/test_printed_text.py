"""Characters no document can hold, and wordings that are repeated."""

import pytest

from exports.text import REPLACEMENT, by_direction, printable, repeats


def test_what_can_be_printed_is_not_touched():
    text = "Æøå, 👍🏽 og مرحبا; 50 % – «citat»\tog\nny linje"
    assert printable(text) == text


def test_what_cannot_is_replaced_one_for_one():
    assert printable("a\x00b\x1fc\ufffed\ud800e") == f"a{REPLACEMENT}b{REPLACEMENT}c" + (
        f"{REPLACEMENT}d{REPLACEMENT}e"
    )


def test_line_ends_become_alike():
    assert printable("en\r\nto\rtre\n") == "en\nto\ntre\n"


def test_pieces_by_direction_make_the_whole():
    text = "fra مرحبا til שלום."
    pieces = by_direction(text)
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, turned in pieces if turned] == ["مرحبا", "שלום"]
    assert by_direction("") == [("", False)]


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("at der bygges et hus til hunde og mennesker", "byg ET hus til hunde og mennesker", True),
        ("at der bygges et hus til hunde", "et hus til katte", False),
        ("at der er mere tid", "Mere tid.", True),
        ("at der er tid", "", False),
    ],
)
def test_five_words_in_a_row_are_a_repetition(text, said, found):
    assert repeats(text, said) is found
