"""CPR numbers however they are written; numbers that only look like them are left."""

import pytest
from guard_tables import found

from interviews.anonymity.rules.cpr import is_cpr_date
from interviews.model import FindingKind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mit cpr er 251248-9996.", "251248-9996"),
        ("mit cpr er 251248 9996 tror jeg", "251248 9996"),
        ("skriv 2512489996 på", "2512489996"),
        ("310190–1233, sagde hun", "310190–1233"),
        ("310190—1233, sagde hun", "310190—1233"),
        ("310190‑1233, sagde hun", "310190‑1233"),
        ("310190 - 1233", "310190 - 1233"),
        ("07.07.61.4285", "07.07.61.4285"),
        ("07 07 61 4285 er mit", "07 07 61 4285"),
        ("14-05-81-9873", "14-05-81-9873"),
        ("140581/9873", "140581/9873"),
        ("140581 98 73 på sedlen", "140581 98 73"),
        ("140581 9873", "140581 9873"),
        ("Cpr nr  140581  -  9873 mangler", "140581  -  9873"),
        ("erstatningsnummer 610185-2233", "610185-2233"),
        ("fra sygehuset: 010190-1AB2", "010190-1AB2"),
        ("det er 070761-xxxx", "070761-xxxx"),
        ("cpr: 070761", "070761"),
        ("cpr 319999-1234 er slået forkert", "319999-1234"),
        ("mine sidste fire er 4285", "4285"),
        ("jeg er 120384 og de sidste fire er 1233", "120384 og de sidste fire er 1233"),
        ("120384 sidste fire 0877", "120384 sidste fire 0877"),
        ("12.03.1984, de sidste 4: 1233", "12.03.1984, de sidste 4: 1233"),
        ("de sidste 4 cifre er 42 85", "42 85"),
        ("hun læste de fire sidste op, 1235, så alle hørte det", "1235"),
        ("det ender på 1235, mit cpr altså", "1235"),
        ("290200-1234 er en skudårsdag", "290200-1234"),
        ("hun spurgte om kontrolcifrene, og jeg sagde 2314, så", "2314"),
        ("de fire bagerste er 2281", "2281"),
        ("mit løbenummer er 4417", "4417"),
        ("min brors ender på 1506, vi blandes sammen", "1506"),
        ("mit nummer ender på 4417 resten har jeg glemt", "4417"),
        ("kontrolcifre tolv treogtredive", "tolv treogtredive"),
    ],
)
def test_a_cpr_number_is_found_whole(text, number):
    assert found(text, FindingKind.CPR) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "321299-1234",
        "101399-1234",
        "ordrenummer 2512489996",
        "fakturanr. 2512489996",
        "cvr 2512489996 er for langt",
        "1.234.567.890 kroner",
        "den 12-03-2019 2500 kroner",
        "vi var 251248 mennesker",
        "de sidste fire år",
        "de sidste fire, i 2019",
        "vi begyndte 01.02.2020, de sidste fire måneder var 2000 kroner",
        "fra 2015-2020 og 2021-2024",
        "mellem 01.02.2021-28.02.2021 var der lukket",
        "prisen ender på 1500 kr om måneden",
        "det ender med 2000 kroner i bøde",
        "kontrakten slutter med 2024",
        "året endte med 1234 besøg på herberget",
    ],
)
def test_a_near_miss_is_no_cpr_number(text):
    assert found(text, FindingKind.CPR, frozenset({"cpr"})) == []


def test_two_endings_in_one_breath_are_both_found():
    assert found("hendes ender med 0917 og min med 0918", FindingKind.CPR) == ["0917", "0918"]


def test_modulus_11_dismisses_nothing():
    assert all(found(f"nr 010190-{tail:04d}", FindingKind.CPR) for tail in range(1000, 1030))


@pytest.mark.parametrize(("day", "month"), [(1, 1), (31, 12), (29, 2), (61, 1), (91, 12)])
def test_days_and_replacement_days_stand_first(day, month):
    assert is_cpr_date(day, month)


@pytest.mark.parametrize(("day", "month"), [(0, 1), (32, 1), (30, 2), (60, 5), (92, 1), (5, 13)])
def test_no_other_day_does(day, month):
    assert not is_cpr_date(day, month)
