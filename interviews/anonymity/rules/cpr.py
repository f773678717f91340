"""CPR numbers (Danish personal identification numbers), also replacement numbers and halves.

Definition: CPR-kontoret, "Personnummeret i CPR", https://cpr.dk/media/12066/personnummeret-i-cpr.pdf
DDMMYY-SSSS. Numbers without a valid modulus 11 check digit have been issued since 2007, so only
the date is checked. Replacement numbers add 60 to the day (administrative numbers) or carry letters
among the last four (numbers issued at hospitals).
"""

import re
from collections.abc import Iterator

from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_SEP = r"[\s.\-–—‐‑/]"
_WHOLE = re.compile(
    rf"(?<![\d+])(\d{{2}}){_SEP}?(\d{{2}}){_SEP}?(\d{{2}}){_SEP}{{0,3}}"
    rf"(\d(?:{_SEP}?\d){{3}})(?![\d])"
)
_LETTERED = re.compile(
    rf"(?<!\w)(\d{{2}})(\d{{2}})(\d{{2}}){_SEP}{{0,3}}((?=[\dA-ZÆØÅ]*\d)[\dA-ZÆØÅ]{{4}}|[xX*]{{4}})(?!\w)"
)
_LABELLED = re.compile(
    r"\b(?:cpr|personnummer|person\s?nr|cpr[\s-]?n(?:r|ummer)\w*)\b[^\d\n]{0,20}"
    r"((\d{2})[ .]?(\d{2})[ .]?(\d{2})(?:[\s\-–—.]{0,3}[\dxX*]{1,4})?)(?!\d)",
    re.IGNORECASE,
)
_LAST_FOUR = re.compile(
    r"\bsidste\s+(?:fire|4)\b(?:\s+(?:cifre|tal|numre))?(?:\s+(?:i|på|af|fra)\s+(?:mit|min|hans|hendes|dit)?"
    r"\s*(?:cpr\S*|personnummer\S*|nummer))?[\s,:]*(?:er|var|hedder|lyder|=)?[\s,:]*"
    r"(\d(?:[ .\-]?\d){3})(?!\d)",
    re.IGNORECASE,
)
_OTHER_NUMBER = re.compile(
    r"(?:\bcvr|\bp-?n(?:r|ummer)|\bordre|\bfaktura|\bkvittering|\bkundenummer|\bean)\S*\s*\S{0,4}\s*$",
    re.IGNORECASE,
)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_cpr_date(day: int, month: int) -> bool:
    """True where day and month can stand first in a CPR number (days 61-91 in replacements)."""
    if not 1 <= month <= 12:
        return False
    real = day - 60 if day > 60 else day
    return 1 <= real <= _DAYS[month - 1]


def find(text: Text) -> Iterator[Finding]:
    """Yield every CPR number; certain, except four last digits on their own, which are likely."""
    if not text.has_digit:
        return
    for pattern in (_WHOLE, _LETTERED):
        for match in pattern.finditer(text.raw):
            dated = is_cpr_date(int(match[1]), int(match[2]))
            if dated and not _OTHER_NUMBER.search(text.raw[: match.start()]):
                yield _finding(match.start(), match.end(), "rule:cpr")
    for match in _LABELLED.finditer(text.raw):
        if is_cpr_date(int(match[2]), int(match[3])):
            yield _finding(match.start(1), match.end(1), "rule:cpr_labelled")
    for match in _LAST_FOUR.finditer(text.raw):
        yield _finding(match.start(1), match.end(1), "rule:cpr_last_four")


def _finding(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, FindingKind.CPR, Certainty.CERTAIN, reason, "[CPR-nummer]")
