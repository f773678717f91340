"""What changed between two texts: nothing lost, nothing added, whole words."""

import pytest

from strategy.word_changes import Piece, word_changes

TEXTS = [
    ("", ""),
    ("", "ny"),
    ("gammel", ""),
    ("at der bygges to boliger", "at der bygges tre små boliger"),
    ("Bygger på U-012, U-045.", "Bygger på U-045, U-112."),
    ("æ  ø\nå 😀", "æ ø\n\nå 😀!"),
]


@pytest.mark.parametrize(("old", "new"), TEXTS)
def test_the_pieces_are_both_texts_to_the_letter(old, new):
    pieces = word_changes(old, new)
    assert "".join(text for kind, text in pieces if kind is not Piece.NEW) == old
    assert "".join(text for kind, text in pieces if kind is not Piece.GONE) == new
    assert all(text for _, text in pieces)


def test_words_are_not_cut_and_a_number_is_one_word():
    assert word_changes("to boliger", "tre boliger") == (
        (Piece.GONE, "to"),
        (Piece.NEW, "tre"),
        (Piece.SAME, " boliger"),
    )
    assert (Piece.GONE, "U-012") in word_changes("U-012", "U-045")


def test_a_blank_between_two_changed_words_goes_with_them():
    assert word_changes("en to fem", "ni ti fem")[:2] == (
        (Piece.GONE, "en to"),
        (Piece.NEW, "ni ti"),
    )
