"""Full dates, dates of birth and ages.

Definition: GDPR art. 4(1) and recital 26 name no date format; a date of birth is the first part of
a CPR number (https://cpr.dk) and therefore identifies. ISO 8601 and Dansk Sprognævn's date forms
("12. marts 1984", "12.3.1984", "12/3-84") are read.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_MONTH = (
    r"(?:jan(?:n?uar)?|feb(?:r?uar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|a(?:ug|gu)(?:u?st)?"
    r"|sep(?:t(?:em[bp]er)?)?|okt(?:o[bp]er)?|nov(?:em[bp]er)?|de[cs](?:em[bp]er)?)\.?"
)
_DAY = r"(?:den\s+|d\.\s*)?(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = (
    r"(?:den\s+)?(?:(?:en|to|tre|fir|fem|seks|syv|otte|ni)og)?(?:første|anden|tredje|fjerde|femte"
    r"|sjette|syvende|ottende|niende|tiende|ellevte|tolvte|trettende|fjortende|femtende|sekstende"
    r"|syttende|attende|nittende|tyvende|tredivte)"
)
_YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
_CUT = r"[./\-–—−]"
_TEN = r"(?:ti|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)"
_ONE = r"(?:en|et|to|tre|fire|fem|seks|syv|otte|ni)"
_SPOKEN_YEAR = (
    r"(?:nitten|(?:to\s?)?tusind)(?:\s?hundred[e]?)?"
    rf"(?:\s+og)?(?:\s?(?:{_ONE}\s?og\s?{_TEN}|{_TEN}|[a-zæøå]{{1,4}}ten|elleve|tolv|{_ONE}))?"
)
_SHORT_YEAR = rf"(?:(?:{_ONE}og)?{_TEN})"
_NTH_MONTH = (
    r"(?:første|anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende|ellevte|tolvte)"
)
_FULL = re.compile(
    rf"(?<![\d.,/])(?:{_DAY}\.?\s*{_MONTH}(?:/[a-z]{{3}})?[\s,]*{_YEAR}"
    rf"|{_DAY}\s?{_CUT}\s?(?:0?[1-9]|1[0-2])\s?{_CUT}?\s?(?:19|20)\d\d"
    rf"|{_DAY}\s?{_CUT}\s?(?:0?[1-9]|1[0-2])\s?{_CUT}\s?['’]?\d\d"
    rf"|{_DAY}\.?\s+i\s+(?:0?[1-9]|1[0-2])\.?\s+(?:i\s+)?['’]?(?:(?:19|20)\d\d|\d\d)"
    rf"|(?:{_DAY}\.?|{_ORDINAL})\s+i\s+{_NTH_MONTH}\s+(?:{_YEAR}|{_SPOKEN_YEAR}|{_SHORT_YEAR})"
    rf"|{_DAY}\.?\s*{_MONTH}\s+(?:{_SPOKEN_YEAR}|{_SHORT_YEAR})"
    rf"|(?:19|20)\d\d{_CUT}(?:0[1-9]|1[0-2]){_CUT}(?:0[1-9]|[12]\d|3[01])"
    rf"|(?:19|20)\d\d[\s,]+{_DAY}\.?\s*{_MONTH}"
    rf"|{_ORDINAL}\s+(?:i\s+)?{_MONTH}\s+(?:{_SPOKEN_YEAR}|{_SHORT_YEAR}))(?:(?!\w)|(?=[a-zæøå]{{4}}))",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?<![\d.,/])(?:(?:(?:{_DAY}\.?|{_ORDINAL})\s*)?{_MONTH}\s+(?:i\s+)?(?:19\d\d|20[01]\d)(?!\d)"
    rf"|{_DAY}\s?/\s?(?:0?[1-9]|1[0-2])\s+['’]?(?:(?:19|20)\d\d|\d\d)(?!\d)|(?:{_DAY}\.?|{_ORDINAL})\s*{_MONTH}(?![\wæøå])|{_DAY}\s?/\s?(?:0?[1-9]|1[0-2])(?![\d/])"
    rf"|(?:{_DAY}\.?|{_ORDINAL})\s+i\s+(?:{_NTH_MONTH}(?:\s+måned)?|(?:0?[1-9]|1[0-2])\.?(?!\w)))",
    re.IGNORECASE,
)
_SHORT = re.compile(  # these name a day only where a birth is spoken of
    rf"(?<![\d.,/])(?:{_DAY}\.(?:0?[1-9]|1[0-2])(?!\.?[\d/]|,\d)\.?|(?:(?:lille\s+)?juleaften|(?:[12]\.\s*)?juledag|nytårsaften|nytårsdag"
    r"|sankt\s?hans|sct\.?\s?hans|grundlovsdag)\w*(?:\s+(?:i\s+)?(?:19|20)\d\d)?)",
    re.IGNORECASE,
)
_SPACED = re.compile(
    r"(?<![\d.,/])(?:0?[1-9]|[12]\d|3[01])[\s.]+(?:0?[1-9]|1[0-2])[\s.]+(?:(?:19|20)\d\d|\d\d)(?!\d)"
)
_SIX_DIGITS = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d(?:\d\d)?(?!\d)")
_BIRTH = re.compile(
    r"\b(?:fødsels\w*|fø[ds]{1,3}(?:els?)?da\w*|rund(?:e|er)?\s+(?:føds\w*|dag)|årgang|geburtsdag\w*|b-?day|fødedato\w*|b-?dag\w*|født\w*|fødd?\.?|f\."
    r"|runder\s+\d\d|bli(?:ve)?r\s+\d\d\s+(?:år\s+)?(?:på|den|d\.|$)|fylder(?!\s+\d\d?\s*år(?!\s+(?:på|den|d\.|$)))|fyldte|fødedag|kom\s+til\s+verden)",
    re.IGNORECASE,
)
_BIRTH_YEAR = re.compile(
    r"\b(?:født|fødselsår|årgang|fra\s+årgang|fødsels?år)\s+(?:er\s+)?(?:i\s+)?((?:19|20)\d\d|['’]\d\d|\d\d)\b(?!\s*år)",
    re.IGNORECASE,
)
_IN_FORCE = re.compile(r"(?:den\s+|d\.\s*)?1\.\s*(?:januar|juli)", re.IGNORECASE)  # of laws
_SPOKEN_PARTS = (
    "nitten",
    "tusind",
    "fød",
    "føs",
    "f. ",
    "geburt",
    "bday",
    "b-day",
    "b-dag",
    "bdag",
)
_NTH_OF_NTH = re.compile(rf"(?:de|te|je|en)\s+i\s+{_NTH_MONTH}")
_AGE_ONLY = re.compile(
    r"\b(?:er|var|blev|bliver|fylder|fyldte|på|ham|hende|alder\w*)\s+(?:nu\s+|selv\s+|kun\s+)?(\d{1,2}\s?år)\b(?!\s+siden)"
    r"|\b(\d{1,2}[\s-]?årig\w*)\b|\b(\d{1,2}\s?år\s+gammel)\b",
    re.IGNORECASE,
)


def find(text: Text) -> Iterator[Finding]:
    """Yield dates of birth (certain), other full dates and birth years (likely), ages (hints)."""
    spoken = any(part in text.lowered for part in _SPOKEN_PARTS)
    if not (text.has_digit or spoken or _NTH_OF_NTH.search(text.lowered)):
        return
    full = list(_FULL.finditer(text.raw))
    for match in full:
        if _tells_birth(text.raw, match.start(), match.end()) or _old(match.group()):
            yield _birth(match.start(), match.end(), Certainty.CERTAIN, "rule:birth_date")
        else:
            sure = Certainty.HINT if _IN_FORCE.match(match.group()) else Certainty.LIKELY
            yield Finding(match.start(), match.end(), FindingKind.DATE, sure, "rule:date", "[dato]")
    for pattern in (_PART, _SHORT, _SPACED, _SIX_DIGITS):
        for match in pattern.finditer(text.raw):
            if _tells_birth(text.raw, match.start(), match.end()):
                yield _birth(match.start(), match.end(), Certainty.LIKELY, "rule:birth_day")
    for match in _BIRTH_YEAR.finditer(text.raw):
        yield _birth(match.start(1), match.end(1), Certainty.LIKELY, "rule:birth_year")
    for match in _AGE_ONLY.finditer(text.raw):
        group = next(number for number in (1, 2, 3) if match[number])
        yield Finding(
            match.start(group),
            match.end(group),
            FindingKind.AGE,
            Certainty.HINT,
            "rule:age",
            "[alder]",
        )


def _tells_birth(raw: str, start: int, end: int) -> bool:
    """True where the words within 40 characters before or 25 after speak of a birth."""
    return bool(
        _BIRTH.search(raw[max(0, start - 40) : start]) or _BIRTH.search(raw[end : end + 25])
    )


def _old(date: str) -> bool:
    """True for a year that most likely is one of birth: two digits 30-99 or before 2005."""
    year = re.search(r"(\d{4}|\d\d)$", date) or re.match(r"(\d{4})-", date)
    if year is None:
        return False
    number = int(year[1])
    return number < 2005 if number > 99 else number >= 30


def _birth(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    kind = FindingKind.DATE_OF_BIRTH
    return Finding(start, end, kind, certainty, reason, "[fødselsdato]")
