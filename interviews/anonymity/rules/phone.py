"""Telephone numbers, Danish and foreign, in digits or spoken as number words.

Definition: Styrelsen for Dataforsyning og Infrastruktur, the Danish numbering plan: eight digits,
first digit 2-9, country code 45; https://www.itu.int/oth/T0202000038/en. Foreign numbers are
parsed with Google's libphonenumber metadata through `phonenumbers`.
"""

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from interviews.anonymity.rules.spoken import SPOKEN_WORD, TENS
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_S = r"[\s.·\-–—−/]{0,3}"
_T = r"[\s.\-–—−/]{1,3}"
_DANISH = re.compile(
    rf"(?<![\d§+])(?<!\d[.,])(?:\(?(?:\+|00)\s?{_S}45\)?{_S}(?:\(0\){_S})?|\(45\){_S}|45{_S}(?=\d(?:\W{{0,3}}\d){{7}}(?!\d)))?"
    rf"([2-9]\d(?:{_S}\d\d){{3}}|[2-9]\d{{3}}{_S}\d{{4}}|[2-9]\d\d{_T}\d\d{_T}\d{{3}}"
    rf"|[2-9](?:[ .\-]\d){{7}}(?![ .\-]\d)"
    rf"|[2-9]\d{{2}}{_T}\d{{3}}{_T}\d{{2}}|[2-9]\d{_T}\d{{3}}{_T}\d{{3}})(?!\d|[.,]\d|\s?(?:kr|kroner|%))"
)
_INTERNATIONAL = re.compile(r"(?:(?<!\w)\(?00|(?<!\d)\(?\+)\s?\d[\d\s().\-–/]{6,20}\d")
_YEARS = re.compile(r"^(?:19|20)\d\d\W{1,3}(?:19|20)\d\d$")
_DATE = re.compile(
    r"^(?:[0-3]?\d[.\-/\s][01]?\d[.\-/\s](?:19|20)\d\d|(?:19|20)\d\d[.\-/][01]\d[.\-/][0-3]\d)$"
)
_COUNTING = re.compile(r"\d[ .\-]$")
_OTHER_NUMBER = re.compile(
    r"\b(?:cvr|p-?n(?:r|ummer)|ordre|faktura|ean|kvittering)\w*\.?\s*(?:\w{1,2}\.?|:)?\s*$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\b(?:tlf|telefon\w*|mobil\w*|mob|nummer|nummeret|nr|ring\w*|sms\w*|skriv\s+til|kontakt\w*"
    r"|fastnet\w*|nås\s+på|kaldte?|whatsapp)\b[^\d\n]{0,30}(?<![\d+])([2-9](?:[\s.,·\-–—/]{0,3}[\doO]){7})"
    r"(?!\d|[.,]\d|\s?(?:kr|kroner|%))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"\b{SPOKEN_WORD}(?:[\s,\-]+(?:(?:binde)?streg\s+)?{SPOKEN_WORD}){{3,9}}\b"
    r"(?!\s+(?:år|kr|kroner|timer|dage|gange|personer|mennesker|stk))",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:telefon|tlf|mobil|nummer|ring)\w*\b[^\d\n.]{0,25}$", re.IGNORECASE)
_SPOKEN_TENS = re.compile(TENS, re.IGNORECASE)


@cache
def _library() -> ModuleType:
    import phonenumbers

    return phonenumbers


def find(text: Text) -> Iterator[Finding]:
    """Yield every telephone number; certain in digits, likely in words."""
    for match in _DANISH.finditer(text.raw):
        if _is_danish(match[1], text.raw[max(0, match.start() - 30) : match.start()]):
            yield _finding(match.start(), match.end(), Certainty.CERTAIN, "rule:phone")
    for match in _LABELLED.finditer(text.raw):
        if _is_danish(match[1], text.raw[max(0, match.start(1) - 30) : match.start(1)]):
            yield _finding(match.start(1), match.end(1), Certainty.CERTAIN, "rule:phone")
    for match in _INTERNATIONAL.finditer(text.raw):
        if _is_international(match.group()):
            yield _finding(match.start(), match.end(), Certainty.CERTAIN, "rule:phone_foreign")
    for match in _SPOKEN.finditer(text.raw):
        words = re.split(r"[\s,\-]+", match.group())
        tens = len(_SPOKEN_TENS.findall(match.group()))
        called = len(words) > 3 and _CALLED.search(text.raw[: match.start()])
        if len(words) >= 6 or (len(words) == 4 and tens > 1) or called:
            yield _finding(match.start(), match.end(), Certainty.LIKELY, "rule:phone_words")


def _is_danish(number: str, before: str) -> bool:
    """True unless the digits are two years, a date, counting, or labelled as another number."""
    if _YEARS.match(number) or _DATE.match(number):
        return False
    if number[1:2] in " .-" and _COUNTING.search(before):
        return False
    return not _OTHER_NUMBER.search(before)


def _is_international(number: str) -> bool:
    """True where libphonenumber can read it; test numbers need not be in use."""
    library = _library()
    plain = "+" + re.sub(r"\D", "", re.sub(r"^\W*00", "", number))
    try:
        return bool(library.is_possible_number(library.parse(plain, None)))
    except library.NumberParseException:
        return False


def _finding(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    return Finding(start, end, FindingKind.PHONE, certainty, reason, "[telefonnummer]")
