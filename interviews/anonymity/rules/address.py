"""Addresses: street with number, floor and door, postcode with town.

Definition: Danmarks Adresser, "Adressestandarden": street name, house number (1-999 with one
letter), floor (st, kl, 1-99), side or door (tv, mf, th, 1-9999), postcode of four digits and its
district; https://danmarksadresser.dk/regler-og-vejledning/adresser/.

Every number is tried as a house number: what stands before it is read as a street (`streets`),
what stands after it as doors (`doors`) and a town (`towns`), and what leads up to the street as
the farm or house it belongs to.
"""

import re
from collections.abc import Iterator
from functools import cache

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import SURE, look, look_of, name_score
from interviews.anonymity.rules import doors, streets, towns
from interviews.anonymity.rules.streets import Sort, Street
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind
from language import lists

# Farms, corners and numbers that stand before their street
_NAME = r"[A-ZÆØÅ][^\W\d_]*(?:[.'’\-]+[^\W\d_]+)*\.?"
_SEGMENT = rf"(?:(?:\d{{1,2}}\.\s)?{_NAME}(?:\s(?:{_NAME}|\d{{1,3}}[A-Za-z]?)){{0,3}}\s?,\s*)"
_SEGMENTS = re.compile(rf"(?<![^\W_])(?:{_SEGMENT}){{1,3}}\Z")
_FARM = re.compile(
    r"(?:g[åa]rd(?:en|ene)?|hus(?:et)?|mølle(?:n)?|camping(?:en)?|kollegiet|hytten?|skole(?:n)?|slot(?:tet)?|borg|lund|minde|lyst"
    r"|hjem(?:met)?|center|centret|by|bo|ly|park(?:en)?|plads(?:en)?|havn(?:en)?|kro(?:en)?|haven?|præstegård)\Z",
    re.IGNORECASE,
)
_SMALL_FARM = re.compile(
    r"(?<![^\W_])[a-zæøå]{3,}(?:gård|gården|huset|mølle|møllen|camping|kollegiet|hytten),\s*\Z"
)
_LEAD = re.compile(
    r"(?:(?<![^\W_])(?:på|i|hos|ved|til|fra|hedder|hed|kaldet|kaldes|adresse\w*|bopæl)|:)\s*[\"“”„»«(]*\Z",
    re.IGNORECASE,
)
_ENDING = rf"(?:[^\W\d_]+(?:{streets.SURE})|{_NAME})"
_NUMBER_FIRST = re.compile(  # "nummer 38 på birkevej"
    r"(?<![^\W_])((?:(?:hus)?nr\.?|(?:hus)?nummer|opgang|lejl\.?|lejlighed|dør)\s*\d{1,3}\s?[a-z]?\s+(?:på|i|ved)\s+"
    rf"(?:[^\W\d_.]+\.?\s+){{0,3}}?[^\W\d_]{{2,}}(?:{streets.SURE}))(?![^\W_])",
    re.IGNORECASE,
)
_CORNER = re.compile(  # "hjørnet af Skolegade og Torvet nr. 4"
    r"(?<![^\W_])((?i:hjørnet|krydset)\s+(?:(?:af|mellem|ved|på|hvor)\s+)?"
    rf"(?:{_NAME}\s){{0,3}}{_ENDING}\s*(?:og|/|&|\+|,|-|–|møder|krydser)\s*(?:{_NAME}\s){{0,3}}{_ENDING}(?![^\W_]))"
)
_POSTCODE = re.compile(
    r"(?<![\d.,:/\-])(?:(?:DK|D)[\s\-–]{0,3})?([1-9]\d{3})(?=[\s,.]{1,3}[A-ZÆØÅ])"
)
_FLOOR_ALONE = re.compile(
    r"(?<![\wæøå])((?:st|stuen|\d{1,2})(?:\.?(?:\s?sal)?[\s,]+|\.)(?:t\.?v|t\.?h|m\.?f)\b\.?)",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.,:/]\d|[-–][a-zæøå]|\s?[-–]\s?\d|\.\s+[a-zæøå]")
_STOPS = re.compile(r"\s*(?:[.,;:!?)\"”»\n]|$)|\s+([^\W\d_]+)")
_TO_HOUSE = re.compile(r"\s*[,(]?\s*")
_AROUND = 90


def find(text: Text) -> Iterator[Finding]:
    """Yield addresses with a number (certain or likely), postcode with town, a floor (likely)."""
    for match in doors.SPOKEN_NUMBER.finditer(text.raw):
        yield from _spoken(text, match)
    yield from _corners(text)
    if not text.has_digit:
        return
    found = [one for match in doors.NUMBER.finditer(text.raw) for one in _numbered(text, match)]
    yield from found
    for match in _NUMBER_FIRST.finditer(text.raw):
        end = _rest(text.raw, match.end(1))
        yield _finding(match.start(1), end, Certainty.CERTAIN, "rule:address")
    yield from _postcodes(
        text, frozenset(place for one in found for place in range(one.start, one.end))
    )
    for match in _FLOOR_ALONE.finditer(text.raw):
        yield _finding(match.start(1), match.end(1), Certainty.LIKELY, "rule:floor")


def _numbered(text: Text, match: re.Match[str]) -> Iterator[Finding]:
    """The address whose house number the match is, where there is one."""
    street = streets.read_back(text, match.start(), marked=bool(match["mark"]))
    if street is None or doors.measured(text.raw, match.end()):
        return
    certainty = _certainty(text, street, match)
    if certainty is not None:
        start, end = _farm(text.raw, street.start), _rest(text.raw, doors.house_end(match))
        yield _finding(start, end, certainty, "rule:address")


def _certainty(text: Text, street: Street, match: re.Match[str]) -> Certainty | None:
    """How sure a word and a number are an address; None where they are not."""
    if street.sort is Sort.ENDING:
        return Certainty.CERTAIN
    at = doors.house_end(match)
    door = doors.has_door(text.raw, at)
    strange = look(text, street.last) in (Look.UNKNOWN, Look.JOINED)
    if street.sort is Sort.CAPITAL or strange:
        door = door or doors.read_parts(text.raw, at, strong=True) > at
    if street.sort is Sort.SMALL:
        return Certainty.CERTAIN if door else _small(text, street, match)
    lettered = bool(match["letter"]) and not match["letter"].startswith(" ")
    if door or lettered or towns.with_postcode(text.raw, match.end()) is not None:
        return Certainty.CERTAIN
    if _BREAK.match(text.raw, match.end()) or doors.falls(match):
        return None
    if street.sort is Sort.HOME:
        return Certainty.CERTAIN
    after = towns.read_place(text.raw, doors.read_parts(text.raw, match.end())) > match.end()
    if after and street.sort is Sort.CAPITAL:
        return Certainty.CERTAIN
    named = look(text, street.last) is Look.NAME
    known = named or text.word(street.last) in word_list("common_names")
    known = known or street.last in text.allowed_words
    placed = streets.follows_place(text, street) or _is_over(text, match.end())
    bare = street.sort is Sort.CAPITAL and placed and not known
    return Certainty.LIKELY if bare else None


def _small(text: Text, street: Street, match: re.Match[str]) -> Certainty | None:
    """Small letters: only after a word that leads to a place, and where the number is no count."""
    broken = _BREAK.match(text.raw, match.end()) or doors.falls(match)
    if broken or not _is_over(text, match.end()):
        return None
    by = streets.is_beside(text, street.last)
    strange = look(text, street.last) in (Look.UNKNOWN, Look.JOINED)
    lettered = bool(match["letter"] or match["mark"])
    home = streets.is_home(text, street) and (strange or lettered)
    led = streets.follows_place(text, street) and strange and lettered
    return Certainty.LIKELY if by or home or led else None


def _is_over(text: Text, end: int) -> bool:
    """True where what follows a number at `end` is no thing that it counts."""
    after = _STOPS.match(text.raw, end)
    return after is not None and (after[1] is None or after[1].lower() in _little_words())


@cache
def _little_words() -> frozenset[str]:
    return lists.stop_words() | word_list("before_months") | word_list("before_places")


def _spoken(text: Text, match: re.Match[str]) -> Iterator[Finding]:
    """A house number in words: after a street by its ending, or before a floor or a door."""
    marked = bool(match["mark"])
    street = streets.read_back(text, match.start(), marked=marked)
    if street is None or doors.measured(text.raw, match.end()):
        return
    named = marked or match["word"].lower() not in ("en", "et", "én", "ét", "to")
    over = street.sort is Sort.ENDING and named and _is_over(text, match.end())
    if doors.has_door(text.raw, match.end()) or over:
        start, end = _farm(text.raw, street.start), _rest(text.raw, match.end())
        yield _finding(start, end, Certainty.LIKELY, "rule:address_words")


def _rest(raw: str, at: int) -> int:
    """Where doors, place and town end, also with a door after the town."""
    town = towns.read_place(raw, doors.read_parts(raw, at))
    return _closed(raw, at, doors.read_parts(raw, town, strong=True))


def _farm(raw: str, start: int) -> int:
    """Where the farm or house begins that is named before the street at `start`."""
    before = raw[max(0, start - _AROUND) : start]
    small = _SMALL_FARM.search(before)
    if small:
        return start - len(before) + small.start()
    segments = _SEGMENTS.search(before)
    if segments is None or _is_opening(segments.group()):
        return start
    if _LEAD.search(before[: segments.start()]):
        return start - len(before) + segments.start()
    places = _without_person(segments.group())
    named = any(_FARM.search(part.strip()) for part in places.split(",") if part.strip())
    return start - len(places) if named else start


def _is_opening(segments: str) -> bool:
    """True where the words before the comma open a sentence: "Ja, Skovvej 12"."""
    first = segments.split(",")[0].split()[0].lower().rstrip(".")
    return first in lists.stop_words() - word_list("place_parts")


def _postcodes(text: Text, covered: frozenset[int]) -> Iterator[Finding]:
    """Postcode and town outside the places `covered`, with what is named before them."""
    for match in _POSTCODE.finditer(text.raw):
        if match.start(1) in covered:
            continue
        end = towns.read_postcode(text.raw, match.start(), sure=False)
        if end is None:
            continue
        before = text.raw[max(0, match.start() - _AROUND) : match.start()]
        segments = _SEGMENTS.search(before)
        placed = segments is not None and not _is_opening(segments.group())
        town = text.raw[match.end() : end].strip(" ,.")
        known = towns.is_town(town)
        if (towns.is_year(match[1]) and not (placed and known)) or (town.isupper() and not known):
            continue
        start = match.start()
        if segments is not None and placed:
            start -= len(_without_person(segments.group()))
        yield _finding(start, end, Certainty.LIKELY, "rule:postcode")


def _without_person(segments: str) -> str:
    """The places without the names before them ("Mette Holm, Lindegården, "): those are people."""
    while segments and _is_name(segments.split(",")[0].split()[0].lower()):
        segments = segments.split(",", 1)[1].lstrip()
    return segments


def _is_name(form: str) -> bool:
    """True for a first name, known or strange; farms in no dictionary have their ending."""
    if form in word_list("common_names") or look_of(form) is Look.NAME:
        return True
    strange = look_of(form) is Look.UNKNOWN and _FARM.search(form) is None
    return strange and name_score(form) > SURE


def _corners(text: Text) -> Iterator[Finding]:
    """Two streets that meet, with the number where one is told."""
    if "hjørnet" not in text.lowered and "krydset" not in text.lowered:
        return
    for match in _CORNER.finditer(text.raw):
        number = _TO_HOUSE.match(text.raw, match.end(1))
        house = doors.NUMBER.match(text.raw, number.end()) if number else None
        end = match.end(1)
        if house and not doors.measured(text.raw, house.end()):
            end = _closed(text.raw, match.end(1), _rest(text.raw, house.end()))
        yield _finding(match.start(1), end, Certainty.LIKELY, "rule:corner")


def _closed(raw: str, begin: int, end: int) -> int:
    """`end`, and the bracket after it that closes one opened after `begin`."""
    return end + (")" not in raw[begin:end] and "(" in raw[begin:end] and raw[end : end + 1] == ")")


def _finding(start: int, end: int, certainty: Certainty, reason: str) -> Finding:
    return Finding(start, end, FindingKind.ADDRESS, certainty, reason, "[adresse]")
