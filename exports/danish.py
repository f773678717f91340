"""Danish numbers, dates, ranges, lists and alphabet, without any installed locale.

Rules: Retskrivningsordbogen (aa is sorted as å, Å last; dash between limits) and the custom of
Danish public texts (numbers up to ten in words, points between thousands, a space that does not
break before % and after §).
"""

import re
from datetime import date

NBSP = "\u00a0"
DASH = "–"

_MONTHS = "januar februar marts april maj juni juli august september oktober november december"
MONTHS = _MONTHS.split(" ")
_WORDS = ["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"]
_ALPHABET = {c: i for i, c in enumerate("abcdefghijklmnopqrstuvwxyzæøå")}
_LETTER_TWINS = str.maketrans({"é": "e", "è": "e", "ä": "æ", "ö": "ø", "ü": "y", "á": "a"})


def number(value: int) -> str:
    """`value` in digits with points between thousands: 24237654 gives "24.237.654"."""
    return f"{value:,}".replace(",", ".")


def decimal(value: float, places: int = 1) -> str:
    """`value` with a decimal comma: 45.4 gives "45,4"."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def in_words(value: int, neuter: bool = False) -> str:
    """Numbers up to ten in words, others in digits; one is "én", or "ét" if `neuter`."""
    if value == 1:
        return "ét" if neuter else "én"
    return _WORDS[value] if 0 <= value <= 10 else number(value)


def counted(value: int, one: str, many: str, neuter: bool = False) -> str:
    """A number with its noun: counted(3, "samtale", "samtaler") gives "tre samtaler"."""
    return f"{in_words(value, neuter)}{NBSP}{one if value == 1 else many}"


def percent(part: int, whole: int) -> str:
    """`part` of `whole` in whole percent, "25 %"; "0 %" when there is no whole."""
    share = round(100 * part / whole) if whole else 0
    return f"{share}{NBSP}%"


def long_date(day: str) -> str:
    """The day "2011-11-28" as "28. november 2011"."""
    value = date.fromisoformat(day)
    return f"{value.day}.{NBSP}{MONTHS[value.month - 1]} {value.year}"


def short_date(day: str) -> str:
    """The day "2026-02-01" as "1.2.2026", for tables."""
    value = date.fromisoformat(day)
    return f"{value.day}.{value.month}.{value.year}"


def month(value: str) -> str:
    """The month "2026-03" as "marts 2026"."""
    year, number_of_month = value.split("-")
    return f"{MONTHS[int(number_of_month) - 1]} {year}"


def month_range(months: list[str]) -> str:
    """First to last of `months` ("YYYY-MM"): "marts–maj 2026", or "" when there are none."""
    if not months:
        return ""
    first, last = min(months), max(months)
    if first == last:
        return month(first)
    if first[:4] == last[:4]:
        return f"{MONTHS[int(first[5:]) - 1]}{DASH}{month(last)}"
    return f"{month(first)} {DASH} {month(last)}"


def listing(items: list[str]) -> str:
    """Items joined as in a sentence: "a, b og c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} og {items[-1]}"


def tidy(text: str) -> str:
    """`text` of ours with Danish spacing: "§ 110", "25 %" unbroken, "18–25 år" with a dash.

    Never use it on citizens' words: they are printed as they stand.
    """
    text = re.sub(r"(§+)\s*(?=\d)", rf"\1{NBSP}", text)
    text = re.sub(r"(?<=\d)\s*%", f"{NBSP}%", text)
    text = re.sub(r"(?<![\d.-])(\d{1,4})\s?[-–]\s?(\d{1,4})(?![\d.-])", rf"\1{DASH}\2", text)
    return re.sub(r"(?<=\d) (?=(?:år|kr\.|mio\.|mia\.|timer|dage|uger)(?!\w))", NBSP, text)


def sort_key(text: str) -> tuple[tuple[int, ...], str]:
    """A key that sorts as Danish does: a–z, æ, ø, å; aa as å; case only breaks ties."""
    folded = text.lower().replace("aa", "å").translate(_LETTER_TWINS)
    return tuple(100 + _ALPHABET[c] if c in _ALPHABET else ord(c) % 100 for c in folded), text
