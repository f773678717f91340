"""Number plates, bank accounts and case numbers."""

import pytest
from guard_tables import found

from interviews.model import FindingKind


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("bilen AB 12 345 holdt der", FindingKind.PLATE, "AB 12 345"),
        ("AB12345 er væk", FindingKind.PLATE, "AB12345"),
        ("nummerplade xy12345", FindingKind.PLATE, "xy12345"),
        ("konto 1234 0012345678", FindingKind.ACCOUNT, "1234 0012345678"),
        ("kontonr. 5678 901 23456", FindingKind.ACCOUNT, "5678 901 23456"),
        ("DK50 0040 0440 1162 43", FindingKind.ACCOUNT, "DK50 0040 0440 1162 43"),
        ("kortet 4571 1234 5678 9012", FindingKind.ACCOUNT, "4571 1234 5678 9012"),
        ("Sagsnr. 27.12.00-G01-3-21", FindingKind.CASE_NUMBER, "27.12.00-G01-3-21"),
        ("sag 2021-004512 ligger stille", FindingKind.CASE_NUMBER, "2021-004512"),
        ("j.nr. 19/04512", FindingKind.CASE_NUMBER, "19/04512"),
        ("mit pasnummer er 204512345", FindingKind.CASE_NUMBER, "204512345"),
    ],
)
def test_a_number_is_found_whole(text, kind, number):
    assert found(text, kind) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "kl 12 345 mennesker",
        "vi var på 12 345",
        "sagen er 2 år gammel",
        "min sag har ligget 4 år",
        "kontoen er tom",
        "1234 dage",
        "§ 85 stk. 2",
        "SKP 2 gange",
    ],
)
def test_a_near_miss_is_none(text):
    assert found(text, layers=frozenset({"numbers"})) == []
