"""Danish numbers, dates, spacing and alphabet."""

import pytest

from exports import danish


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (1000, "1.000"), (24237654, "24.237.654")]
)
def test_thousands_are_parted_by_points(value, text):
    assert danish.number(value) == text


def test_a_decimal_has_a_comma():
    assert danish.decimal(45.4) == "45,4"
    assert danish.decimal(1234.5, 2) == "1.234,50"


def test_numbers_up_to_ten_are_words_and_one_has_an_accent():
    assert danish.in_words(1) == "én"
    assert danish.in_words(1, neuter=True) == "ét"
    assert danish.in_words(10) == "ti"
    assert danish.in_words(11) == "11"
    assert danish.counted(1, "samtale", "samtaler") == "én\u00a0samtale"
    assert danish.counted(54, "samtale", "samtaler") == "54\u00a0samtaler"


def test_percent_does_not_break_and_survives_an_empty_whole():
    assert danish.percent(1, 4) == "25\u00a0%"
    assert danish.percent(0, 0) == "0\u00a0%"


def test_dates_are_long_in_text_and_short_in_tables():
    assert danish.long_date("2011-11-28") == "28.\u00a0november 2011"
    assert danish.short_date("2026-02-01") == "1.2.2026"


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ([], ""),
        (["2026-03"], "marts 2026"),
        (["2026-05", "2026-03"], "marts–maj 2026"),
        (["2025-12", "2026-01"], "december 2025 – januar 2026"),
    ],
)
def test_a_period_runs_from_the_first_month_to_the_last(months, text):
    assert danish.month_range(months) == text


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        ("efter § 110", "efter §\u00a0110"),
        ("efter §110", "efter §\u00a0110"),
        ("25% færre", "25\u00a0% færre"),
        ("unge 18-25 år", "unge 18–25\u00a0år"),
        ("2013 - 2015", "2013–2015"),
        ("4,5 mio. kr.", "4,5\u00a0mio. kr."),
        ("ring 12-34-56", "ring 12-34-56"),
        ("U-012 og M-01", "U-012 og M-01"),
        ("COVID-19", "COVID-19"),
    ],
)
def test_our_own_texts_get_danish_spacing(typed, tidy):
    assert danish.tidy(typed) == tidy


def test_the_alphabet_ends_with_ae_oe_aa():
    names = ["Åse", "Aabenraa", "Ærø", "Øster", "Zoo", "anna", "Bo", "Andé", "Ande"]
    expected = ["Ande", "Andé", "anna", "Bo", "Zoo", "Ærø", "Øster", "Aabenraa", "Åse"]
    assert sorted(names, key=danish.sort_key) == expected


def test_a_list_ends_with_og():
    assert danish.listing([]) == ""
    assert danish.listing(["a"]) == "a"
    assert danish.listing(["a", "b", "c"]) == "a, b og c"
