"""Danish words for a time, read as days: "3. kvartal 2026", "ultimo marts 2027", "efteråret 2018".

What people write as the start and end of an initiative is free text; only what can be read is
ever called late, and what cannot is told.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_NAMES = "januar februar marts april maj juni juli august september oktober november december"
_MONTHS = {name[:3]: at for at, name in enumerate(_NAMES.split(), 1)}
_ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "sidste": 0}
_ORDINALS |= {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SEASONS = {"vinter": (1, 2), "forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11)}
_THIRDS = {
    **dict.fromkeys(("primo", "start", "starten", "begyndelsen"), 0),
    **dict.fromkeys(("medio", "midt", "midten"), 1),
    **dict.fromkeys(("ultimo", "slut", "slutningen", "udgangen"), 2),
}
_BEFORE = re.compile(r"\b(?:inden|før)\s*$", re.IGNORECASE)
_OUT = ("udgangen", "årsskiftet")  # "inden" these still ends with them

_MONTH = (
    r"(?P<month>jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY, _WEEK, _GAP = r"(?P<day>\d{1,2})", r"uge\s*(?P<week>\d{1,2})", r"(?:[\s,/]+|(?<=\.))(?:i\s+)?"
_NUMBER = r"(?P<number>\d{1,2})"
_WHICH = r"(?:\d|første|anden|andet|tredje|fjerde|sidste|i{1,3}|iv)"
_QUARTER = (
    rf"(?:(?P<quarter>{_WHICH})\.?\s*kv(?:art(?:al)?|r?t)?\b\.?"
    r"|kv(?:art(?:al)?|r?t)?\b\.?\s*(?P<after>[1-4])|[QK]\s?(?P<q>[1-4]))"
)
_HALF = rf"(?P<half>{_WHICH})\.?\s*(?:halvår|halvdel)(?:\s+af)?"
_SEASON = r"(?P<season>vinter|forår|sommer|efterår)(?:en|et)?"
_THIRD = rf"(?:(?P<third>{'|'.join(sorted(_THIRDS, key=len, reverse=True))})\s+(?:i\s+|af\s+)?)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    rf"{_YEAR}-{_NUMBER}(?:-{_DAY})?",
    rf"{_DAY}[./-]\s?{_NUMBER}(?:[./-]\s?|\s)(?:{_YEAR}|(?P<short>\d\d))",
    rf"{_DAY}\.?\s*{_MONTH}\s*{_YEAR}",
    rf"{_WEEK}{_GAP}{_YEAR}",
    rf"{_YEAR},?\s*{_WEEK}",
    rf"{_THIRD}{_QUARTER}{_GAP}{_YEAR}",
    rf"{_YEAR}[\s,/]*{_QUARTER}",
    rf"{_THIRD}{_HALF}{_GAP}{_YEAR}",
    rf"årsskiftet\s*{_YEAR}(?:\s*[/–-]\s*(?P<turned>\d\d(?:\d\d)?))?",
    r"skoleåret\s*(?P<school>\d{4})\s*[/–-]\s*\d\d(?:\d\d)?",
    rf"{_YEAR}\s*/\s*(?P<next>\d\d)",
    rf"{_THIRD}{_SEASON}{_GAP}{_YEAR}",
    rf"{_THIRD}{_MONTH}{_GAP}{_YEAR}",
    rf"{_THIRD}{_YEAR}",
)
_TIMES = tuple(re.compile(rf"(?<![\w.]){form}(?!\d)", re.IGNORECASE) for form in _FORMS)


@dataclass(frozen=True, order=True)
class Period:
    """A time as people write it: its first and its last day."""

    first: date
    last: date


def read_periods(text: str) -> tuple[Period, ...]:
    """Every time that `text` names, in its order; () where it names none that can be read.

    A quarter, half, season or month needs its year. "Inden" and "før" a time end the day before
    it, but "inden udgangen af" a time ends with it.
    """
    return tuple(_read(text))


def begins(text: str) -> Period | None:
    """When something whose start is written as `text` was to begin: the first time it names."""
    return next(iter(read_periods(text)), None)


def ends(text: str) -> Period | None:
    """When something whose end is written as `text` was to be over: the last time it names."""
    found = read_periods(text)
    return max(found, key=lambda period: period.last) if found else None


def _read(text: str) -> Iterator[Period]:
    at = 0
    while here := [m for time in _TIMES if (m := time.search(text, at))]:
        # the earliest; of those that begin together the one that says most
        match = min(here, key=lambda m: (m.start(), -m.end()))
        at = match.end()
        said = {k: v.lower() for k, v in match.groupdict().items() if v}
        period = _period(said)
        if period is None:
            continue
        closes = any(word in match.group().lower() for word in _OUT)
        if _BEFORE.search(text[: match.start()]) and not closes:
            eve = period.first - timedelta(days=1)
            period = Period(eve, eve)
        yield period


def _period(said: dict[str, str]) -> Period | None:
    """The days of one match; None for a day that is none, such as 31. februar."""
    try:
        whole = _whole(said)
    except ValueError:
        return None
    return _third(whole, _THIRDS[said["third"]]) if "third" in said else whole


def _whole(said: dict[str, str]) -> Period:
    if "school" in said:
        first = int(said["school"])
        return Period(date(first, 8, 1), date(first + 1, 7, 31))
    year = int(said["year"]) if "year" in said else 2000 + int(said["short"])
    if "day" in said:
        day = date(year, _month(said), int(said["day"]))
        return Period(day, day)
    if "week" in said:
        monday = date.fromisocalendar(year, int(said["week"]), 1)
        return Period(monday, monday + timedelta(days=6))
    if "next" in said:
        return Period(date(year, 1, 1), date(year + 1, 12, 31))
    if "turned" in said:
        return Period(date(year, 12, 31), date(year, 12, 31))
    first, last = _months(said)
    return Period(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _months(said: dict[str, str]) -> tuple[int, int]:
    """The first and the last month of a match that names no day. Raises ValueError."""
    if "month" in said or "number" in said:
        return _month(said), _month(said)
    if "season" in said:
        return _SEASONS[said["season"]]
    for name, length in (("q", 3), ("quarter", 3), ("after", 3), ("half", 6)):
        if name in said:
            which = _which(said[name], 12 // length)
            return (which - 1) * length + 1, which * length
    return 1, 12


def _month(said: dict[str, str]) -> int:
    return int(said["number"]) if "number" in said else _MONTHS[said["month"][:3]]


def _which(said: str, most: int) -> int:
    """A counting word as a number from 1 to `most`; "sidste" is the last."""
    number = int(said) if said.isdigit() else _ORDINALS[said] or most
    if not 1 <= number <= most:
        raise ValueError(said)
    return number


def _third(whole: Period, which: int) -> Period:
    """The beginning, the middle or the end of a time."""
    days = (whole.last - whole.first).days + 1
    first = whole.first + timedelta(days=days * which // 3)
    last = whole.first + timedelta(days=days * (which + 1) // 3 - 1)
    return Period(first, last)
