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
        ("hun blev 41 i går den 2. april", "den 2. april"),
        ("var blevet 60 den 9. maj", "den 9. maj"),
        ("han har føs 17/10", "17/10"),
        ("født tredje juledag", "tredje juledag"),
        ("født Sankt Hans aften 1961 på landet", "Sankt Hans aften 1961"),
        ("min fødselsdag er pinselørdag", "pinselørdag"),
        ("født anden påskedag i 1958", "anden påskedag i 1958"),
        ("født Kristi himmelfartsdag 1980", "Kristi himmelfartsdag 1980"),
        ("Hun er fra nov. 63 og stadig rask", "nov. 63"),
        ("født i marts 58 på en kro", "marts 58"),
        ("født 9.IX.1949 siger attesten", "9.IX.1949"),
        ("født 9/IX 49", "9/IX 49"),
        ("kom til verden Feb 3rd 1992, hun", "Feb 3rd 1992"),
        ("hun er født February 3, 1992 i York", "February 3, 1992"),
        ("født 3rd of February 1992", "3rd of February 1992"),
        ("geboren 17. Oktober 1983", "17. Oktober 1983"),
        ("født mandag den 4. juni 1962", "mandag den 4. juni 1962"),
        ("født natten til den 4. maj 1977", "natten til den 4. maj 1977"),
        ("født enogtyvende juni nitten toogtres", "enogtyvende juni nitten toogtres"),
        ("født 4/4'64", "4/4'64"),
        ("født 03-3 58 i Thy", "03-3 58"),
        ("kom til verden 31. marts", "31. marts"),
        ("fødselsdag som min far, bare i 1970", "1970"),
        ("født sommeren 1964", "1964"),
        ("mit fødselsår er toogtres", "toogtres"),
        ("jeg er en 74'er", "74'er"),
        (
            "født 1964, nærmere betegnet den 26. i ottende",
            "1964, nærmere betegnet den 26. i ottende",
        ),
        ("bliver 50 til april, den 4.", "april, den 4."),
        ("min fødselsdag er den fjerde fjerde", "den fjerde fjerde"),
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
        "født i 80'erne som så mange",
        "påskedag holdt vi på herberget",
        "i maj 12 var der fest",
        "næste møde er torsdag den 8. maj 2025 kl. 17",
        "§ 110 og stk. 2",
    ],
)
def test_a_near_miss_is_no_date(text):
    assert found(text, layers=frozenset({"dates"})) == []
