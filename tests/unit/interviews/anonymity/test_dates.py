"""Dates of birth are certain, other full dates likely, ages a hint."""

import pytest
from guard_tables import found

from interviews.anonymity import check
from interviews.model import Certainty, FindingKind


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jeg er født 12. marts 1984.", "12. marts 1984"),
        ("født den 24/12-1975 på", "den 24/12-1975"),
        ("Jeg blev født 1.2.1990", "1.2.1990"),
        ("fødselsdato 05-11-68", "05-11-68"),
        ("født d. 14/5 81", "d. 14/5 81"),
        ("født den fjortende maj 1981", "den fjortende maj 1981"),
        ("født i maj 1981", "maj 1981"),
        ("født den 1. i 5. 1988", "den 1. i 5. 1988"),
        ("født 1981-05-14", "1981-05-14"),
        ("min fødselsdag er 3. maj", "3. maj"),
        ("fødselsdag 2/3", "2/3"),
        ("3. juni er min fødselsdag", "3. juni"),
        ("født 2. marts '74", "2. marts '74"),
        ("jeg er født i 1962", "1962"),
        ("født 140581 i Korsør", "140581"),
        ("fra 14/2 1979 er jeg", "14/2 1979"),
        ("født i 1958 den 9. maj", "1958 den 9. maj"),
        ("født 1976, 23. marts", "1976, 23. marts"),
        ("født d. 4 febuar 61", "d. 4 febuar 61"),
        ("b-dag 7/10 med kage", "7/10"),
        ("fødselsdg 12.10", "12.10"),
        ("har fødselsdag juleaftensdag", "juleaftensdag"),
        ("født sankthansaften 2011", "sankthansaften 2011"),
        ("hun runder 50 14/9", "14/9"),
        ("bliver 18 på 6. januar", "6. januar"),
    ],
)
def test_a_date_of_birth_is_found_whole(text, date):
    assert found(text, FindingKind.DATE_OF_BIRTH) == [date]


def test_another_full_date_must_be_answered():
    (finding,) = check("den 12. marts 2019 blev jeg sat ud")
    assert (finding.kind, finding.certainty) == (FindingKind.DATE, Certainty.LIKELY)


@pytest.mark.parametrize("text", ["jeg er 54 år", "min søn er 12 år gammel", "en 34-årig mand"])
def test_an_age_is_a_hint(text):
    (finding,) = check(text)
    assert (finding.kind, finding.certainty) == (FindingKind.AGE, Certainty.HINT)


def test_the_day_a_law_came_into_force_is_a_hint():
    assert found("Den 1. januar 2024 kom loven") == []


@pytest.mark.parametrize(
    "text",
    [
        "1/2 time om dagen",
        "3/4 af os",
        "åbent 24/7",
        "siden 1. januar har jeg ventet",
        "efter 15. maj lukker de",
        "for 3 år siden",
        "i 2019 fik jeg bolig",
        "kl. 8.15-16.30",
        "§ 110 og stk. 2",
    ],
)
def test_a_near_miss_is_no_date(text):
    assert found(text, layers=frozenset({"dates"})) == []
