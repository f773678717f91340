"""Postcode, town and the named places that stand around a street in an address.

A town is read word by word, not by one pattern: "Nykøbing F.", "Sdr. Omme", "København NV" and
"Sjællands Odde" differ in how many words and points they have.
"""

import re

from interviews.anonymity.allowed import groups
from interviews.anonymity.lexicon import word_list
from interviews.anonymity.rules.doors import measured
from language import lists

_CAP = r"[A-ZÆØÅ][a-zæøåéüö]+(?:-[A-ZÆØÅ]?[a-zæøåéüö]+)*"
_FIRST = re.compile(
    r"(?:[NSVØ]\.\s?|(?:Gl|Gammel|Gamle|Ny|Nye|Nørre|Nr|Sønder|Sdr|Søndre|Ndr|Nordre|Øster|Østre|Øst|Vester|Vestre"
    rf"|Vest|Store|St|Lille|Ll|Kgs|Kongens|Kirke|Over|Neder|Sct|Skt|Sankt|Kbh|Kbhvn|Kbn|Frb|Cph)\b(?:\.\s?|\s+))?"
    rf"(?:{_CAP}(?:\.(?=\s[A-ZÆØÅ]{{1,2}}(?!\w)))?"  # "Kbh. Ø"
    r"|[A-ZÆØÅ]{2,}(?!\w))"
    r"|(?:Kbh|Kbhvn|Frb|Cph)\b\.?"
)
_NEXT = re.compile(rf"[ \xa0]+(?!(?:Sj|Sjæl|Fl|Jyl)\b)({_CAP})")
_CODE = re.compile(
    r"[ \xa0]+(?:(?:F|Fl|Sj|Sjæl|Fyn|Jyl|M|S)(?!\w)\.?"
    r"|[A-ZÆØÅ]{1,2}(?!\w)(?:\.(?=\s*[,;a-zæøå]))?)"
)
_SMALL = re.compile(
    r"(?:(?:gl|gammel|ny|nørre|nr|sønder|sdr|ndr|øster|øst|vester|vestre|store|st|lille|ll|kgs|kongens|kirke|over|neder|skt|sankt)"
    r"\b(?:\.\s?|\s+))?[a-zæøå]{2,}(?:-[a-zæøå]+)?"
    r"(?:\s+(?:falster|mors|sjælland|jylland|odde|lyngby|hallerne|strand|havn)(?!\w))?"
    r"(?:\s+(?:nv|nø|sv|sø|sj|[cknsvømfj])(?!\w)\.?)?"
)
_POSTCODE = re.compile(r"(?:(?:DK|D)[\s\-–]{0,3})?(?<!\d)([1-9]\d{3})(?!\d|[.,:/]\d|\s?[xX*%])")
_GAP = re.compile(r"[\s,.;(–\-]{0,4}")
_COMMA = re.compile(r"\s*[,;(\n]\s*|\s+[–-]\s+")
_ENDS = re.compile(r"\s*(?:[.,;:)!?\n]|$)|\s+(?=[a-zæøå])")
_IN = re.compile(r"\s*,?\s+i\s+(?=[A-ZÆØÅ])")
_BLANK = re.compile(r"[ \xa0]+")
_LAND = re.compile(r"\s*[,(]?\s*(?:Danmark|Denmark)\b")
_YEARLIKE = re.compile(r"19|20[0-4]")
_PREFIXED = re.compile(r"[A-ZÆØÅ][a-zæøå]{0,6}(?:\.\s?|\s+)[A-ZÆØÅ]")
_MOST_PLACES = 3


def read_town(raw: str, at: int) -> int | None:
    """Where the town of up to three words with a capital ends that begins at `at`."""
    match = _FIRST.match(raw, at)
    if match is None or _is_stop(match.group()):
        return None
    end = match.end()
    for _ in range(2):
        more = _NEXT.match(raw, end)
        if more is None or _is_stop(more[1]):
            break
        end = more.end()
    code = _CODE.match(raw, end)
    if code is None or code.group().strip() == "I":
        return end
    return code.end()


def read_postcode(raw: str, at: int, *, sure: bool) -> int | None:
    """Where the postcode at `at` and its town end; None where it is none.

    `sure`: it follows a street, so the town may be in small letters or missing.
    """
    match = _POSTCODE.match(raw, at)
    if match is None:
        return None
    gap = _GAP.match(raw, match.end())
    begin = gap.end() if gap else match.end()
    town = read_town(raw, begin)
    if town is not None:
        return town
    if not sure or measured(raw, match.end()):
        return None
    small, year = _SMALL.match(raw, begin), is_year(match[1])
    if small and small.group().split()[0].lower() not in lists.stop_words():
        return small.end() if not year or is_town(small.group()) else None
    return None if year else match.end()


def read_place(raw: str, at: int) -> int:
    """Where place, postcode and town end that follow a street and its doors at `at`."""
    end = with_postcode(raw, at) or _in_town(raw, at) or _named(raw, at) or at
    land = _LAND.match(raw, end) if end > at else None
    return land.end() if land else end


def with_postcode(raw: str, at: int) -> int | None:
    """ ", Vester Nebel, 6715 Esbjerg N": up to three places, then the postcode."""
    place = at
    for _ in range(_MOST_PLACES + 1):
        gap = _GAP.match(raw, place)
        if gap and (end := read_postcode(raw, gap.end(), sure=True)):
            return end
        comma = _COMMA.match(raw, place) or (_BLANK.match(raw, place) if place == at else None)
        following = read_town(raw, comma.end()) if comma else None
        if following is None:
            return None
        place = following
    return None


def _in_town(raw: str, at: int) -> int | None:
    inside = _IN.match(raw, at)
    return read_town(raw, inside.end()) if inside else None


def _named(raw: str, at: int) -> int | None:
    """ ", Slagelse", "(Slagelse)" and a well-known town without any comma."""
    comma = _COMMA.match(raw, at)
    if comma and (end := read_town(raw, comma.end())):
        first = raw[comma.end() : end]
        alone = _ENDS.match(raw, end) and len(first.split()[0].strip(".")) > 2
        return end if alone or _PREFIXED.match(first) else None
    blank = _BLANK.match(raw, at)
    if blank and (end := read_town(raw, blank.end())):
        name = raw[blank.end() : end]
        return end if is_town(name) or (_PREFIXED.match(name) and _is_prefix(name)) else None
    return None


def is_town(name: str) -> bool:
    """True for a town that the standard list or the list of small towns knows."""
    plain, towns = name.lower().strip(". "), groups()["towns"][1] | word_list("small_towns")
    return plain in towns or plain.rsplit(" ", 1)[0] in towns


def _is_prefix(name: str) -> bool:
    """True for "Ø. Hornum" and "Nørre Snede", not for any two words with a capital."""
    first = re.split(r"[.\s]", name, maxsplit=1)[0].lower()
    return len(first) == 1 or first in word_list("place_parts")


def is_year(digits: str) -> bool:
    """True for four digits that are more likely a year than a postcode."""
    return _YEARLIKE.match(digits) is not None


def _is_stop(word: str) -> bool:
    return word.lower() in lists.stop_words()
