"""A role stands where a name stood, and nothing of the name is left."""

import pytest

from interviews.anonymity import check, replace


def test_each_stretch_is_replaced_in_any_order():
    text = "Mette bor på Skovvej 12"
    assert replace(text, [(13, 23, "[adresse]"), (0, 5, "[navn]")]) == "[navn] bor på [adresse]"


def test_no_edits_leave_the_text():
    assert replace("hej", []) == "hej"


def test_overlapping_edits_become_one_with_the_longest_ones_word():
    assert replace("Jens Peter Holm", [(0, 10, "[navn]"), (5, 15, "[en ven]")]) == "[navn]"
    assert replace("Jens Peter Holm", [(0, 4, "[a]"), (0, 15, "[b]")]) == "[b]"
    assert replace("abcdef", [(0, 2, "[1]"), (1, 6, "[2]")]) == "[2]"


def test_neighbours_stay_apart():
    assert replace("AB", [(0, 1, "[1]"), (1, 2, "[2]")]) == "[1][2]"


@pytest.mark.parametrize("edit", [(-1, 2, ""), (2, 1, ""), (0, 4, "")])
def test_an_edit_outside_the_text_is_an_error(edit):
    with pytest.raises(ValueError, match="outside a text of 3 characters"):
        replace("hej", [edit])


def test_what_was_found_and_replaced_is_not_found_again():
    text = "Min sagsbehandler Mette Holm, tlf. 20 12 34 56, bor på Skovvej 12 i Bisserup."
    safe = replace(text, [(one.start, one.end, one.replacement) for one in check(text)])
    assert check(safe) == ()
    assert not {"Mette", "Holm", "20", "Skovvej", "Bisserup"} & set(safe.replace(",", "").split())
