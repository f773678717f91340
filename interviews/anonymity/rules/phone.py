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
_BRACKETED = re.compile(rf"(?<![\w+])(\([2-9]\d\)(?:{_S}\d\d){{3}})(?!\d)")  # "(28) 45 19 03"
_ODD_GROUPS = re.compile(  # "2 4 88 13 07": eight digits, however they are grouped
    r"(?<![\d.,/:+\-])[2-9](?:[ .\-]?\d){7}(?![ .,\-]?\d|\s?(?:kr|kroner|%))"
)
_EXTENSION = re.compile(
    r"\s*,?\s*\(?(?:lokal(?:nummer|nr\.?)?|lok\.?|ext\.?|omstilling)\s*:?\s*\d{1,5}\)?",
    re.IGNORECASE,
)
_INTERNATIONAL = re.compile(r"(?:(?<!\w)\(?00|(?<!\d)\(?\+)\s?\d[\d\s().\-–/]{6,20}\d")
_YEARS = re.compile(r"^(?:19|20)\d\d\W{1,3}(?:19|20)\d\d$")
_DATE = re.compile(
    r"^(?:[0-3]?\d[.\-/\s][01]?\d[.\-/\s](?:19|20)\d\d|(?:19|20)\d\d[.\-/][01]\d[.\-/][0-3]\d)$"
)
_DATES = re.compile(r"(?:19|20)\d\d(?!\d)|\d\d\.\d\d\.\d\d|^\d[ .\-]\d[ .\-]\d[ .\-]\d\b")
_COUNTING = re.compile(r"\d[ .\-]$")
_OTHER_NUMBER = re.compile(
    r"\b(?:cvr|p-?n(?:r|ummer)|ordre|faktura|ean|kvittering)\w*\.?\s*(?:\w{1,2}\.?|:)?\s*$",
    re.IGNORECASE,
)
_LABEL = (
    r"\b(?:tlf|telefon\w*|mobil\w*|mob|nummer|nummeret|nr|ring\w*|sms\w*|skriv\s+til|kontakt\w*"
    r"|fastnet\w*|nås\s+på|kaldte?|whatsapp)\b[^\d\n]{0,30}(?<![\d+])"
)
_MASKED = re.compile(  # "tlf: 28 45 xx 03", "nummeret er 28 45, og så 19 03"
    rf"{_LABEL}((?=[^\n]{{0,20}}[xX*?_]{{2}})(?:[2-9]\d|[xX*?_]{{2}})(?:{_S}(?:\d\d|[xX*?_]{{2}})){{3}}(?![\dxX*])"
    rf"|[2-9]\d(?:(?:{_S}|[\s,]+(?:og\s+)?(?:så|derefter|bagefter|dernæst|og)\s+)\d\d){{3}})(?!\d|\s?(?:kr|kroner|%))",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"{_LABEL}([2-9](?:[\s.,·\-–—/]{{0,3}}[\doO]){{7}})"
    r"(?!\d|[.,]\d|\s?(?:kr|kroner|%))",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    rf"\b(?:plus\s+)?{SPOKEN_WORD}(?:[\s,\-]+(?:(?:(?:binde)?streg|minus|og\s+så|så)[\s,]+)?{SPOKEN_WORD}){{3,9}}\b"
    r"(?!\s+(?:år|kr|kroner|timer|dage|gange|personer|mennesker|stk))",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:telefon|tlf|mobil|nummer|ring)\w*\b[^\d\n.]{0,25}$", re.IGNORECASE)
_CALLED_AFTER = re.compile(r"[^\d\n.]{0,20}\b(?:telefon|tlf|mobil|nummer)", re.IGNORECASE)
_MIXED = re.compile(  # "nummer otteogtyve femogfyrre 19 03"
    rf"(?<![\w.,])(?=[^\n]{{0,60}}\d\d)(?:{SPOKEN_WORD}|\d\d)(?:[\s,\-]+(?:{SPOKEN_WORD}|\d\d)){{3,9}}(?![\w%]|\s+(?:år|kr|kroner)\b)",
    re.IGNORECASE,
)
_SPOKEN_TENS = re.compile(TENS, re.IGNORECASE)


@cache
def _library() -> ModuleType:
    import phonenumbers

    return phonenumbers


def find(text: Text) -> Iterator[Finding]:
    """Yield every telephone number; certain in digits, likely in words."""
    yield from _spoken(text.raw)
    if not text.has_digit:
        return
    for match in _BRACKETED.finditer(text.raw):
        yield _finding(text.raw, match.span(), Certainty.CERTAIN, "rule:phone")
    for match in _MASKED.finditer(text.raw):
        yield _finding(text.raw, match.span(1), Certainty.LIKELY, "rule:phone_part")
    for match in _ODD_GROUPS.finditer(text.raw):
        before = text.raw[max(0, match.start() - 30) : match.start()]
        if _is_danish(match.group(), before) and not _DATES.search(match.group()):
            yield _finding(text.raw, match.span(), Certainty.LIKELY, "rule:phone_part")
    for match in _DANISH.finditer(text.raw):
        if _is_danish(match[1], text.raw[max(0, match.start() - 30) : match.start()]):
            yield _finding(text.raw, match.span(), Certainty.CERTAIN, "rule:phone")
    for match in _LABELLED.finditer(text.raw):
        if _is_danish(match[1], text.raw[max(0, match.start(1) - 30) : match.start(1)]):
            yield _finding(text.raw, match.span(1), Certainty.CERTAIN, "rule:phone")
    for match in _INTERNATIONAL.finditer(text.raw):
        if _is_international(match.group()):
            yield _finding(text.raw, match.span(), Certainty.CERTAIN, "rule:phone_foreign")


def _spoken(raw: str) -> Iterator[Finding]:
    """Numbers in words: long, in pairs of tens, or short where a word says it is a telephone."""
    for match in _SPOKEN.finditer(raw):
        words = re.split(r"[\s,\-]+", match.group())
        tens = len(_SPOKEN_TENS.findall(match.group()))
        called = _CALLED.search(raw[: match.start()]) or _CALLED_AFTER.match(raw, match.end())
        if len(words) >= 6 or (len(words) >= 4 and tens > 1) or (len(words) > 3 and called):
            yield _finding(raw, match.span(), Certainty.LIKELY, "rule:phone_words")
    for match in _MIXED.finditer(raw):
        if not any(sign.isalpha() for sign in match.group()):
            continue
        if _CALLED.search(raw[: match.start()]) or _CALLED_AFTER.match(raw, match.end()):
            yield _finding(raw, match.span(), Certainty.LIKELY, "rule:phone_words")


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


def _finding(raw: str, span: tuple[int, int], certainty: Certainty, reason: str) -> Finding:
    start, end = span
    if extension := _EXTENSION.match(raw, end):
        end = extension.end()
    return Finding(start, end, FindingKind.PHONE, certainty, reason, "[telefonnummer]")
