"""Danish words for a time are read as days, and nothing else is."""

from datetime import date

import pytest

from strategy.follow_up.periods import begins, ends, read_periods

READ = {
    "3. kvartal 2026": ("2026-07-01", "2026-09-30"),
    "fjerde kvartal i 2026": ("2026-10-01", "2026-12-31"),
    "Q1 2026": ("2026-01-01", "2026-03-31"),
    "2. kv. 2026": ("2026-04-01", "2026-06-30"),
    "2. kv 2026": ("2026-04-01", "2026-06-30"),
    "2.kv.2026": ("2026-04-01", "2026-06-30"),
    "3. kvt. 2026": ("2026-07-01", "2026-09-30"),
    "4. kvart. i 2026": ("2026-10-01", "2026-12-31"),
    "kvartal 2, 2026": ("2026-04-01", "2026-06-30"),
    "2026, 2. kv.": ("2026-04-01", "2026-06-30"),
    "ultimo 2. kv. 2026": ("2026-05-31", "2026-06-30"),
    "2026 Q2": ("2026-04-01", "2026-06-30"),
    "II kvartal 2026": ("2026-04-01", "2026-06-30"),
    "marts 2026": ("2026-03-01", "2026-03-31"),
    "Feb. 2028": ("2028-02-01", "2028-02-29"),
    "1. marts 2026": ("2026-03-01", "2026-03-01"),
    "01.03.2026": ("2026-03-01", "2026-03-01"),
    "1/6-26": ("2026-06-01", "2026-06-01"),
    "1/6 2026": ("2026-06-01", "2026-06-01"),
    "2026-03-09": ("2026-03-09", "2026-03-09"),
    "2026-03": ("2026-03-01", "2026-03-31"),
    "uge 6, 2017": ("2017-02-06", "2017-02-12"),
    "2017, uge 6": ("2017-02-06", "2017-02-12"),
    "2026": ("2026-01-01", "2026-12-31"),
    "1. halvår 2026": ("2026-01-01", "2026-06-30"),
    "sidste halvdel af 2026": ("2026-07-01", "2026-12-31"),
    "første halvår af 2026": ("2026-01-01", "2026-06-30"),
    "primo 2027": ("2027-01-01", "2027-05-01"),
    "medio juni 2026": ("2026-06-11", "2026-06-20"),
    "ultimo marts 2027": ("2027-03-21", "2027-03-31"),
    "ultimo 3. kvartal 2026": ("2026-08-31", "2026-09-30"),
    "slutningen af 2016": ("2016-09-01", "2016-12-31"),
    "inden udgangen af september 2017": ("2017-09-21", "2017-09-30"),
    "efteråret 2018": ("2018-09-01", "2018-11-30"),
    "inden sommeren 2018": ("2018-05-31", "2018-05-31"),
    "før 1. juni 2026": ("2026-05-31", "2026-05-31"),
    "inden årsskiftet 2017/2018": ("2017-12-31", "2017-12-31"),
    "skoleåret 2026/27": ("2026-08-01", "2027-07-31"),
    "2026/27": ("2026-01-01", "2027-12-31"),
}
UNREAD = ("", "løbende", "er i gang", "31. februar 2026", "5. kvartal 2026", "3. halvår 2026")
UNREAD += ("5. kv. 2026",)
UNREAD += ("uge 60 2026", "snarest", "telefon 20262026", "1. juni", "😀", "13/13 2026")


@pytest.mark.parametrize("text", READ)
def test_a_time_is_read_as_its_first_and_last_day(text):
    (period,) = read_periods(text)
    assert (period.first.isoformat(), period.last.isoformat()) == READ[text]


@pytest.mark.parametrize("text", UNREAD)
def test_what_names_no_day_is_not_read(text):
    assert read_periods(text) == ()
    assert begins(text) is ends(text) is None


def test_where_several_are_named_it_begins_with_the_first_and_ends_with_the_last():
    text = "November 2017, og det er forventelig afsluttet inden sommeren 2018."
    assert begins(text).first == date(2017, 11, 1)
    assert ends(text).last == date(2018, 5, 31)
    assert ends("2016-2018").last == date(2018, 12, 31)


def test_a_very_long_text_is_read_in_no_time():
    assert len(read_periods("løbende i hele perioden, " * 2000 + "marts 2026")) == 1
