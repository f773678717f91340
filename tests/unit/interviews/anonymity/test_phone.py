"""Telephone numbers, Danish and foreign; sums, years and dates are none."""

import pytest
from guard_tables import found

from interviews.model import FindingKind


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring på 20 12 34 56.", "20 12 34 56"),
        ("mit nummer er 20123456", "20123456"),
        ("jeg fik 3 5 77 21 09 af hende", "3 5 77 21 09"),
        ("tlf. 2012 3456", "2012 3456"),
        ("hendes fastnet 57 8 3 2 0 4 6", "57 8 3 2 0 4 6"),
        ("kaldte fra 40 1 9 5 2 8 3", "40 1 9 5 2 8 3"),
        ("kan nås på 26 91 44 o3", "26 91 44 o3"),
        ("whatsapp+40 722 318 905", "+40 722 318 905"),
        ("31-22-33-44 er nyt", "31-22-33-44"),
        ("mobil 42.11.22.33", "42.11.22.33"),
        ("601 23 456", "601 23 456"),
        ("28 901 234", "28 901 234"),
        ("6012 34 56", "6012 34 56"),
        ("+45 20 12 34 56", "+45 20 12 34 56"),
        ("+4520123456", "+4520123456"),
        ("0045 31 22 33 44", "0045 31 22 33 44"),
        ("(+45) 60 12 34 56", "(+45) 60 12 34 56"),
        ("ring til Kriseteamet på 70 20 12 34", "70 20 12 34"),
        ("+46 70 123 45 67 i Malmø", "+46 70 123 45 67"),
        ("0049 151 23456789", "0049 151 23456789"),
        ("+48 512 345 678", "+48 512 345 678"),
        (
            "min mors nummer er tres tolv fireogtredive seksoghalvtreds",
            "tres tolv fireogtredive seksoghalvtreds",
        ),
        ("Ring på 28451903 lokal 12 i dag", "28451903 lokal 12"),
        ("(28) 45 19 03 er mit", "(28) 45 19 03"),
        ("tlf: 28 45 xx 03 står der", "28 45 xx 03"),
        ("nummeret er 28 45, og så 19 03 husk det", "28 45, og så 19 03"),
        ("nummer otteogtyve femogfyrre 19 03 altså", "otteogtyve femogfyrre 19 03"),
        (
            "telefon plus femogfyrre otteogtyve femogfyrre nitten nul tre",
            "plus femogfyrre otteogtyve femogfyrre nitten nul tre",
        ),
        (
            "otteogtyve femogfyrre nitten nul tre er mit nummer",
            "otteogtyve femogfyrre nitten nul tre",
        ),
        ("to otte ni nul en to tre fire", "to otte ni nul en to tre fire"),
    ],
)
def test_a_number_is_found_whole(text, number):
    assert found(text, FindingKind.PHONE) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "12.345.678 kr i alt",
        "det kostede 20 000 000 kr",
        "2019 2020 var hårde",
        "fra 2015-2020",
        "ring 112 eller 1813",
        "116 117",
        "cvr 20123456",
        "ordrenummer 20123456",
        "kl. 12.30 til 14.45",
        "en to tre fire",
        "tyve tredive fyrre halvtreds år",
        "§ 110, § 85 og § 107",
        "+45",
        "tal som 1 2 3 4 5 6 7 8 9",
    ],
)
def test_a_near_miss_is_no_telephone_number(text):
    assert found(text, FindingKind.PHONE) == []
