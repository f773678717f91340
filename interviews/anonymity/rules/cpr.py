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
from language import lists

_SEP = r"[\s.\-–—‐‑−/_:*·]"
_LINE = rf"(?:{_SEP}{{0,6}}|\s*(?:bindestreg|streg|minus)\s*)"
_WHOLE = re.compile(
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}(\d\d){_LINE}"
    rf"(\d(?:{_SEP}?\d){{3}}|\d\d{_SEP}{{2,3}}\d\d)(?![\d])"
)
_PERIOD = re.compile(  # "01.01.2022-31.12.2022"
    r"(?<!\d)\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\s*[-–—]\s*\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d(?!\d)"
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
_LAST_FOUR = (  # every way to name the last four digits
    r"(?:(?:sidste|bag(?:er)?ste)\s+(?:fire|4|cifre|ciffer|tal)(?:\s+(?:cifre|tal))?"
    r"|(?:fire|4)\s+(?:sidste|bag(?:er)?ste?|cifre)(?:\s+(?:cifre|tal))?"
    r"|kontrol\s?(?:ciff?(?:er|re)|tal|nummer)\w*|kontrolcifr\w*|løbenummer\w*)"
)
_SAYS = r"(?:\s+(?:er|var|hedder|lyder))?[\s:,]+"
_FOUR_SPOKEN = re.compile(
    rf"\b{_LAST_FOUR}{_SAYS}({SPOKEN_WORD}(?:[\s,\-]+{SPOKEN_WORD}){{1,3}})\b", re.IGNORECASE
)
_NO_YEAR = r"(?!20[0-4]\d(?!\d))"
_ENDS_IN = re.compile(  # "hendes ender på 0917 og min på 0918"
    r"\b(?:ender?|slutter?|endte|sluttede|stopper)\s+(?:\w{2,6}\s+)?(?:på|med(?!\s+19\d\d\b))\s*:?\s*"
    rf"({_NO_YEAR}\d\d ?\d\d)(?:(?:\s+og|,)\s+(?:\w+\s+){{1,2}}(?:på|med)\s+({_NO_YEAR}\d{{4}}))?"
    r"(?!\d|[.,]\d|\s*[,%][-%]|\s*%)(?=\s+(\w+)|)",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(r"\b(?:nummer|nr|cpr|telefon|mobil|tlf|cifre)\w*\b", re.IGNORECASE)
_MONEY = re.compile(r"(?:kr|kroner|euro|dollar)\b", re.IGNORECASE)
_THEN = re.compile(  # "170585, så 1441"
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}\d\d,?\s+(?:og\s+)?(?:så|derefter|bagefter|dernæst|og)"
    r"\s+\d{4}(?!\d)",
    re.IGNORECASE,
)
_PARTED = re.compile(  # "120384 og de sidste fire er 1233"
    rf"(?<![\d+])(\d\d){_SEP}{{0,3}}(\d\d){_SEP}{{0,3}}\d\d(?:\d\d)?(?!\d)[^\d\n]{{1,25}}?"
    rf"{_LAST_FOUR}{_SAYS}"
    rf"(?:\d(?:[ .\-]?\d){{3}}(?!\d)|{SPOKEN_WORD}(?:[\s,\-]+{SPOKEN_WORD}){{1,3}}\b)",
    re.IGNORECASE,
)
_FOUR = re.compile(r"(?<![\d.,/\-–])\d(?:[ .\-]?\d){3}(?![\d]|[.,/\-–]\d)")
_ABOUT_FOUR = re.compile(
    r"\bcpr|\bpersonnum|\bsidste\s+(?:fire|4)\b(?!\s+(?:år|måned|uge|dag|gang|møde))"
    r"|\b(?:fire|4)\s+(?:sidste|bagerste?|bageste|cifre)\b|\b(?:sidste|bagerste)\s+(?:cifre|tal)\b"
    r"|\bkontrol\s?(?:cif|tal|nummer)|\bløbenummer",
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
    about = _ABOUT_FOUR.search(text.raw) is not None
    if about:
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
    yield from _endings(raw)
    if about:
        for match in _FOUR.finditer(text.raw):
            if _is_last_four(text.raw, match.start(), match.end()):
                yield _finding(match.start(), match.end(), "rule:cpr_last_four")


def _endings(raw: str) -> Iterator[Finding]:
    """Four digits that something "ends in": likely the last of a number that tells who it is."""
    for match in _ENDS_IN.finditer(raw):
        counts = match[3] and match[3].lower() not in lists.stop_words()
        of_number = _OF_NUMBER.search(raw, max(0, match.start() - 30), match.start())
        if counts and (not of_number or _MONEY.match(match[3])):
            continue  # "prisen ender på 1500 kroner"
        for group in (1, 2):
            if match[group]:
                start, end = match.span(group)
                reason = "rule:cpr_last_four"
                yield Finding(start, end, FindingKind.CPR, Certainty.LIKELY, reason, "[CPR-nummer]")


def _is_number(text: Text, match: re.Match[str], day: int, month: int) -> bool:
    """True where the digits begin with a day and a month, no other number is announced, and they
    are no part of a period of time."""
    if not is_cpr_date(day, month) or _OTHER_NUMBER.search(text.raw[: match.start()]):
        return False
    periods = _PERIOD.finditer(text.raw)
    return not any(p.start() <= match.start() and match.end() <= p.end() for p in periods)


def _is_last_four(raw: str, start: int, end: int) -> bool:
    """True for four digits 45 characters after, or 60 before, words about a CPR number's last."""
    if raw[start : start + 2] in ("19", "20") and _YEAR.search(raw[:start]):
        return False
    return bool(_ABOUT_FOUR.search(raw[max(0, start - 45) : start] + " … " + raw[end : end + 60]))


def _finding(start: int, end: int, reason: str) -> Finding:
    return Finding(start, end, FindingKind.CPR, Certainty.CERTAIN, reason, "[CPR-nummer]")
