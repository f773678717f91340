"""Full dates, dates of birth and ages.

Definition: GDPR art. 4(1) and recital 26 name no date format; a date of birth is the first part of
a CPR number (https://cpr.dk) and therefore identifies. The forms of a date are in `date_forms`;
here is what makes one a birth: the words around it, or a year in which people of age were born.
"""

import re
from collections.abc import Iterator

from interviews.anonymity.rules import date_forms
from interviews.anonymity.text import Text
from interviews.model import Certainty, Finding, FindingKind

_BIRTH = re.compile(
    r"\b(?:fødsels\w*|fø[ds]{1,3}(?:els?)?da\w*|rund(?:e|er)?\s+(?:føds\w*|dag)|årgang|geburtsdag\w*|b-?day|fødedato\w*|b-?dag\w*|født\w*|fø(?:dd?|[ds]{1,2}t?)(?!\w)\.?|f\."
    r"|fdt\.?|geboren|born|birthday|fødeår\w*"
    r"|(?:rund(?:er|ede)|bli(?:ver?|r|vet)|blev(?:et)?)\s+\d\d(?=\s*(?:$|[,.;]|(?:år|på|til|i|den|d\.|og)(?!\w)))|fylder(?!\s+\d\d?\s*år(?!\s+(?:på|den|d\.|$)))|fyldte|fødedag|kom\w*\s+til\s+verden"
    r"|dagens\s+lys)",
    re.IGNORECASE,
)
_FROM = re.compile(  # "hun er fra nov. 63"
    r"\b(?:jeg|du|han|hun|vi|de|mor|far|søn|datter|dreng|pige|barn|bror|søster|kone|mand|kæreste|tvillingerne|(?:søn|datter|dreng|pig)en)"
    r"\s+(?:er|var|skulle\s+være)\s+(?:vist\s+)?fra\s+(?:slutningen\s+af\s+|starten\s+af\s+)?$",
    re.IGNORECASE,
)
_BIRTH_YEAR = re.compile(
    r"\b(?:født|fødselsår(?:et)?|fødeår(?:et)?|(?:fra\s+)?årgang)(?:\s*(?:er|var|i|år|året|omkring|ca\.?|engang|tilbage|:))*\s+"
    rf"({date_forms.ANY_YEAR})(?!\w|['’]?er|\s*år\b|[.,/:\-]\d)"
    r"|\b(?:er|var)\s+(?:en\s+)?(?:årgang\s+)?(['’]?\d\d['’]er)(?!\w)",
    re.IGNORECASE,
)
_BORN_THEN = re.compile(  # "født sommeren 1964", with nothing else told in between
    r"\bfødt\b(?:(?!\s(?:og|men|som|så|jeg|han|hun|vi|kom|flytt\w*|har|bor)\b)[^.;:\n\d]){1,28}\b(19\d\d|20[01]\d)(?![\d/]|[.,\-]\d)",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(r"\b(?:fødsels?da|fødselsår|fødeda|b-?dag|geburtsdag)\w*", re.IGNORECASE)
_MAY_TELL = re.compile(
    r"fød|føs|fdt|fyld|rund|bli(?:ve)?r|blev|årgang|verden|geb|b-?da|dagens lys|\bf\."
    r"|born|birth|er fra|var fra|nitten|tusind|['’]er"
)
_MEETING = re.compile(r",?\s+(?:kl\.?|klokken)\s*\d", re.IGNORECASE)  # a date that has an hour
_NTH_OF_NTH = re.compile(r"(?:de|te|je|en) i (?:første|anden|t[ro]|f[je]|s[jy]|ottende|niende|el)")
_AGE_ONLY = re.compile(
    r"\b(?:er|var|blev|bliver|fylder|fyldte|på|ham|hende|alder\w*)\s+(?:nu\s+|selv\s+|kun\s+)?(\d{1,2}\s?år)\b(?!\s+siden)"
    r"|\b(\d{1,2}[\s-]?årig\w*)\b|\b(\d{1,2}\s?år\s+gammel)\b",
    re.IGNORECASE,
)
_PARTS = (date_forms.PART, date_forms.HOLIDAY, date_forms.SPACED, date_forms.DIGITS)
_YEAR_WITHIN = 45


def find(text: Text) -> Iterator[Finding]:
    """Yield dates of birth (certain), other full dates and birth years (likely), ages (hints)."""
    told = _MAY_TELL.search(text.lowered) is not None
    if not (text.has_digit or told or _NTH_OF_NTH.search(text.lowered)):
        return
    for match in date_forms.FULL.finditer(text.raw):
        if match.group() == "7-9-13":  # what is said to ward off bad luck
            continue
        if _tells_birth(text.raw, match.start(), match.end()) or _old(match.group()):
            yield _birth(match.start(), match.end(), Certainty.CERTAIN, "rule:birth_date")
        else:
            harmless = date_forms.IN_FORCE.match(match.group()) or _MEETING.match(
                text.raw, match.end()
            )
            sure = Certainty.HINT if harmless else Certainty.LIKELY
            yield Finding(match.start(), match.end(), FindingKind.DATE, sure, "rule:date", "[dato]")
    if told:
        yield from _told(text.raw)
    for match in _AGE_ONLY.finditer(text.raw):
        start, end = next(match.span(number) for number in (1, 2, 3) if match[number])
        yield Finding(start, end, FindingKind.AGE, Certainty.HINT, "rule:age", "[alder]")


def _told(raw: str) -> Iterator[Finding]:
    """Days and years that are of a birth only because the words around them say so."""
    for pattern in _PARTS:
        for match in pattern.finditer(raw):
            if _tells_birth(raw, match.start(), match.end()):
                yield _birth(match.start(), match.end(), Certainty.LIKELY, "rule:birth_day")
    for match in _BIRTH_YEAR.finditer(raw):
        start, end = match.span(1) if match[1] else match.span(2)
        yield _birth(start, end, Certainty.LIKELY, "rule:birth_year")
    for match in _BORN_THEN.finditer(raw):
        yield _birth(match.start(1), match.end(1), Certainty.LIKELY, "rule:birth_year")
    for match in _BIRTHDAY.finditer(raw):
        year = date_forms.YEAR_ALONE.search(raw, match.end(), match.end() + _YEAR_WITHIN)
        if year:
            yield _birth(year.start(), year.end(), Certainty.LIKELY, "rule:birth_year")


def _tells_birth(raw: str, start: int, end: int) -> bool:
    """True where the words within 40 characters before or 25 after speak of a birth."""
    before = raw[max(0, start - 40) : start]
    return bool(_BIRTH.search(before) or _BIRTH.search(raw[end : end + 25]) or _FROM.search(before))


def _old(date: str) -> bool:
    """True for a year that most likely is one of birth: two digits 30-99 or before 2005."""
    year = re.search(r"(\d{4}|\d\d)$", date) or re.match(r"(\d{4})(?!\d)", date)
    if year is None:
        return False
    number = int(year[1])
    return number < 2005 if number > 99 else number >= 30


def _birth(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    kind = FindingKind.DATE_OF_BIRTH
    return Finding(start, end, kind, certainty, reason, "[fødselsdato]")
