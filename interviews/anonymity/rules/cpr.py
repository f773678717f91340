"""CPR numbers (Danish personal identification numbers), also replacement numbers and halves.

Definition: CPR-kontoret, "Personnummeret i CPR", https://cpr.dk/media/12066/personnummeret-i-cpr.pdf
DDMMYY-SSSS. Numbers without a valid modulus 11 check digit have been issued since 2007, so only
the date is checked. Replacement numbers add 60 to the day (administrative numbers) or carry letters
among the last four (numbers issued at hospitals).
"""

import re
from collections.abc import Iterator

from interviews.anonymity.rules.spoken import SPOKEN_WORD
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_SEP = r"[\s.\-–—‐‑−/_:*·]"
_LINE = rf"(?:{_SEP}{{0,6}}|\s*(?:bindestreg|streg|minus)\s*)"
_WHOLE = re.compile(
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}(\d\d){_LINE}"
    rf"(\d(?:{_SEP}?\d){{3}})(?![\d])"
)
_CUT_ANYWHERE = re.compile(r"(?<![\d+])(?<!\d[ .\-])\d(?:[ .\-]?\d){9}(?![ .\-]?\d)")
_WHOLE_YEAR = re.compile(  # a dash or nothing before the last four: "12-03-2019 2500" is an amount
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}(?:19|20)\d\d(?:\s?[.\-–—‐‑−/]\s?)?\d{{4}}(?!\d)"
)
_LETTERED = re.compile(
    rf"(?<!\w)(\d{{2}})(\d{{2}})(\d{{2}}){_SEP}{{0,3}}((?=[\dA-ZÆØÅ]*\d)[\dA-ZÆØÅ]{{4}}|(?=\d*[xX*])[\dxX*]{{4}})(?!\w)"
)
_LABELLED = re.compile(
    r"\b(?:cpr|personnummer|person\s?nr|cpr[\s-]?n(?:r|ummer)\w*)\b[^\d\n]{0,20}"
    r"(\d{2}[ .]?\d{2}[ .]?\d{2}(?:[\s\-–—.]{0,4}[\dxX*]{1,4})?"
    r"|\d{1,2}\.?\s*[a-z]{3,9}\.?\s*(?:19|20)?\d\d[\s\-–—.]{0,3}\d{4})(?!\d)",
    re.IGNORECASE,
)
_FOUR_SPOKEN = re.compile(
    r"\b(?:sidste\s+(?:fire|4)|(?:fire|4)\s+sidste)(?:\s+cifre)?(?:\s+(?:er|var|hedder))?[\s:,]+"
    rf"({SPOKEN_WORD}(?:[\s,\-]+{SPOKEN_WORD}){{1,3}})\b",
    re.IGNORECASE,
)
_THEN = re.compile(  # "170585, så 1441"
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}\d\d,?\s+(?:og\s+)?(?:så|derefter|bagefter|dernæst|og)"
    r"\s+\d{4}(?!\d)",
    re.IGNORECASE,
)
_PARTED = re.compile(  # "120384 og de sidste fire er 1233"
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}\d\d(?:\d\d)?(?!\d)[^\d\n]{{1,25}}?"
    r"(?:sidste\s+(?:fire|4)|(?:fire|4)\s+sidste)(?:\s+(?:cifre|tal))?(?:\s+(?:er|var|hedder))?[\s:,]+"
    rf"(?:\d(?:[ .\-]?\d){{3}}(?!\d)|{SPOKEN_WORD}(?:[\s,\-]+{SPOKEN_WORD}){{1,3}}\b)",
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?<![\d.,/\-–])\d(?:[ .\-]?\d){3}(?![\d]|[.,/\-–]\d)")
_ABOUT_FOUR = re.compile(
    r"\bcpr|\bpersonnum|\bsidste\s+(?:fire|4)\b(?!\s+(?:år|måned|uge|dag|gang|møde))"
    r"|\b(?:fire|4)\s+(?:sidste|cifre)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:i|år|siden|fra)\s+$", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"\b(?:cvr|p-n(?:r|ummer)|ordre|faktura|kvittering|kundenummer|ean)\w*\.?\s*(?:\w{1,2}\.?|:)?\s*$",
    re.IGNORECASE,
)
_LETTER_FOR_ZERO = re.compile(r"(?<=\d)[oO](?=\d)|(?<!\w)[oO](?=\d{5})")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_cpr_date(day: int, month: int) -> bool:
    """True where day and month can stand first in a CPR number (days 61-91 in replacements)."""
    if not 1 <= month <= 12:
        return False
    real = day - 60 if day > 60 else day
    return 1 <= real <= _DAYS[month - 1]


def find(text: Text) -> Iterator[Finding]:
    """Yield every CPR number; certain, except four last digits on their own, which are likely."""
    if "sidste" in text.lowered:
        for match in _FOUR_SPOKEN.finditer(text.raw):
            yield _finding(match.start(1), match.end(1), "rule:cpr_last_four")
    if not text.has_digit:
        return
    raw = _LETTER_FOR_ZERO.sub("0", text.raw)  # as long as before: places stay
    for match in _CUT_ANYWHERE.finditer(raw):
        digits = re.sub(r"\D", "", match.group())
        if _is_number(text, match, int(digits[:2]), int(digits[2:4])):
            yield _finding(match.start(), match.end(), "rule:cpr")
    for pattern in (_WHOLE, _WHOLE_YEAR, _LETTERED, _PARTED, _THEN):
        for match in pattern.finditer(raw):
            if _is_number(text, match, int(match[1]), int(match[2])):
                yield _finding(match.start(), match.end(), "rule:cpr")
    for match in _LABELLED.finditer(raw):
        yield _finding(match.start(1), match.end(1), "rule:cpr_labelled")
    if _ABOUT_FOUR.search(text.raw):
        for match in _FOUR.finditer(text.raw):
            if _is_last_four(text.raw, match.start(), match.end()):
                yield _finding(match.start(), match.end(), "rule:cpr_last_four")


def _is_number(text: Text, match: re.Match[str], day: int, month: int) -> bool:
    """True where the digits begin with a day and a month and no other number is announced."""
    return is_cpr_date(day, month) and not _OTHER_NUMBER.search(text.raw[: match.start()])


def _is_last_four(raw: str, start: int, end: int) -> bool:
    """True for four digits 45 characters after, or 60 before, words about a CPR number's last."""
    if raw[start : start + 2] in ("19", "20") and _YEAR.search(raw[:start]):
        return False
    return bool(_ABOUT_FOUR.search(raw[max(0, start - 45) : start] + " … " + raw[end : end + 60]))


def _finding(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, FindingKind.CPR, Certainty.CERTAIN, reason, "[CPR-nummer]")
