"""The name of a street, read backwards from its house number.

How sure one can be depends on the last word alone: an ending that only streets have, one that
streets often have, or any capitalised word that nothing else explains.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.text import Look, Text
from language import lists


def _endings(name: str) -> str:
    return "|".join(sorted(word_list(name), key=len, reverse=True))


SURE = _endings("street_endings")
_SHORT = r"gd|pl|(?<=[a-zæøå]{3})v|(?<=[a-zæøå]{4})g|vg|str|al"
_OFTEN = _endings("street_endings_often")
_BARE = re.compile(rf"(?:{SURE}|{_SHORT})")
_COMPOUND = re.compile(rf".{{2,}}(?:{SURE})")
_ABBREVIATED = re.compile(rf".{{2,}}(?:{_SHORT})")
_PARTLY = re.compile(rf".{{2,}}(?:{_OFTEN})")
_BY_CAPITAL = re.compile(rf".*(?:{_OFTEN}|{_endings('street_endings_capital')})")
_DEFINITE = re.compile(rf".{{3,}}(?:{_endings('street_endings_small')})")
_SAINTS = ("sct", "skt", "sankt")
_BY = frozenset({"ved", "bag", "under", "over", "mellem", "langs", "bagved"})
_LEADS = _BY | {"på", "i", "til", "fra", "adresse", "adressen", "bor", "boede", "hos", "forbi"}
_STEPS = frozenset({"er", "på", "i", "ude", "nu", "oppe", "nede", "til", "ovre", "inde", "stadig"})
_PARTICLES = frozenset({"den", "de", "der", "af", "von", "van", "du", "la", "le", "d", "s"})
_GAP = re.compile(r"\.?\s?(?:\d{1,2}\.?['’]?\s?)?|\.?['’]?\s{1,2}")
_TO_NUMBER = re.compile(r"\.?[\"”»'’]?\s*(?:[,(]\s*)?")
_COUNT_BEFORE = re.compile(r"(?<![\w.,/:])(?:\d{1,2}\.\s?|[A-ZÆØÅ]/)$")
_NUMBERED_ENDS = ("bus", "bussen", "linje", "linjen", "klasse", "hold", "afsnit")
_MOST_WORDS = 6


class Sort(IntEnum):
    """What the last word before a number tells, the surest last."""

    SMALL = 0  # any word in small letters
    CAPITAL = 1  # any capitalised word inside a sentence
    OPENING = 2  # any capitalised word where a sentence begins
    HOME = 3  # any word after "bor på" and its like
    ENDING = 4  # an ending that streets have


@dataclass(frozen=True, slots=True)
class Street:
    """text.raw[start:end] is a street's name, words `first` to `last`."""

    start: int
    end: int
    first: int
    last: int
    sort: Sort


def read_back(text: Text, number: int, *, marked: bool) -> Street | None:
    """The street whose house number begins at `number`; `marked` where "nr." stands before it."""
    last = bisect_right(text.tokens, number, key=lambda token: token.end) - 1
    if last < 0 or number - text.tokens[last].end > 5:
        return None
    between = text.raw[text.tokens[last].end : number]
    if not _TO_NUMBER.fullmatch(between) or (not marked and ("," in between or "(" in between)):
        return None
    sort = _sort(text, last, between, marked=marked)
    if sort is None:
        return None
    first = _first(text, last)
    start = text.tokens[first].start
    if counted := _COUNT_BEFORE.search(text.raw, max(0, start - 5), start):
        start = counted.start()
    street = Street(start, text.tokens[last].end, first, last, sort)
    return None if _is_room(text, first, last) else street


def _sort(text: Text, last: int, between: str, *, marked: bool) -> Sort | None:
    """What kind of street word `last` is; None where a number after it is no house number."""
    token, form = text.tokens[last], text.word(last)
    if _has_ending(text, last, between, marked=marked):
        return Sort.ENDING
    if not between:  # "A4", "B12"
        return None
    if _is_numbered(form) or form in word_list("rooms") or form in lists.stop_words():
        return None
    before = text.word(last - 1)
    capital = token.capital and not text.shouted
    if capital and before in _BY and text.gap(last - 1) == " ":
        return Sort.ENDING
    if capital and len(form) > 3 and _is_home(text, last):
        return Sort.HOME
    if capital and len(form) > 2 and "." not in between:
        return Sort.OPENING if token.initial else Sort.CAPITAL
    return Sort.SMALL if len(form) > 3 and "." not in between else None


def _has_ending(text: Text, last: int, between: str, *, marked: bool) -> bool:
    """True where the last word ends as streets do and is no word of its own."""
    token, form = text.tokens[last], text.word(last)
    spaced = bool(between.strip(".") or between.count(" "))
    if "." in between and _ABBREVIATED.fullmatch(form):
        return (token.capital and not token.initial) or look(text, last) is Look.UNKNOWN
    if _COMPOUND.fullmatch(form):
        return True
    if token.capital and not text.shouted and _BY_CAPITAL.fullmatch(form):
        return True
    if _BARE.fullmatch(form):
        dotted = form not in ("gd", "pl", "vg", "str", "al") or "." in between
        return dotted and _carries(text, last)
    if _PARTLY.fullmatch(form) and spaced:
        return True
    led = marked or text.word(last - 1) in _LEADS
    return led and spaced and bool(_DEFINITE.fullmatch(form))


def _carries(text: Text, last: int) -> bool:
    """True where the word before "vej" is a name of a street: "ahorns vej", "Den Nye Gade"."""
    token, before = text.tokens[last], text.word(last - 1)
    named = token.capital and not text.shouted
    if named and (not token.initial or token.lower.endswith(("et", "en"))):
        return True
    if not before or not _GAP.fullmatch(text.gap(last - 1)):
        return False
    if before in word_list("before_streets") and not token.lower.startswith(("vej", "plads")):
        return True
    if text.word(last - 2) not in _SAINTS and (
        before in lists.stop_words() or before in word_list("rooms")
    ):
        return False
    return before in word_list("before_streets") or len(before) > 2 or text.tokens[last - 1].capital


def _first(text: Text, last: int) -> int:
    """The first word of the street's name that ends with word `last`."""
    first, token = last, text.tokens[last]
    bare = bool(_BARE.fullmatch(token.lower))
    if is_beside(text, last):
        return last - 1
    for index in range(last - 1, max(-1, last - _MOST_WORDS), -1):
        gap = text.gap(index)
        if not _GAP.fullmatch(gap) or ("\n" in gap and first == last):
            break
        if _is_part(text, index, first, bare=bare and first == last):
            first = index
        elif not (text.word(index) in _PARTICLES and index and text.tokens[index - 1].capital):
            break
        elif not text.tokens[index - 1].initial or text.word(index - 1) not in lists.stop_words():
            first = index
    while first < last and text.word(first) in _PARTICLES and not text.tokens[first].capital:
        first += 1  # "den" and "s" begin no street, "De" and "Den" do
    return first


def is_beside(text: Text, last: int) -> bool:
    """True for "bag haven", "ved åen": a street's name though both are words."""
    led = text.word(last - 2) in _LEADS  # "på under elmene": one preposition is of the name
    return text.word(last - 1) in _BY and (led or text.word(last) in word_list("beside"))


def _is_part(text: Text, index: int, first: int, *, bare: bool) -> bool:
    """True where word `index` belongs to the name whose later part begins at word `first`."""
    token, form, gap = text.tokens[index], text.word(index), text.gap(index)
    if "." in gap and len(form) > 4 and not any(c.isdigit() for c in gap):
        return False
    if text.word(index - 1) in _SAINTS:  # "hans" is a word too
        return True
    if len(form) == 1 and ("." in gap or bare):
        return True
    if form in word_list("before_streets"):
        return True
    if token.capital and not text.shouted:
        stops = form in lists.stop_words() and form not in _BY and token.initial
        return not stops or form in ("den", "de", "ny", "nye")
    if form in word_list("nth") and len(text.word(first)) > 5:
        return True
    if not bare or form in lists.stop_words() or form in word_list("rooms"):
        look_before = text.tokens[first].lower.endswith("s") and look(text, index)
        return look_before is Look.NAME and form not in _LEADS
    return len(form) > 1


def _is_home(text: Text, last: int) -> bool:
    """True after "bor på", "adresse:" and their like."""
    for index in range(last - 1, max(-1, last - 4), -1):
        if text.word(index) in word_list("homes"):
            return True
        if text.word(index) not in _STEPS:
            return False
    return False


def is_home(text: Text, street: Street) -> bool:
    """True where the street is said to be somebody's home."""
    return _is_home(text, street.last)


def follows_place(text: Text, street: Street) -> bool:
    """True where "på", "ved" and their like stand before the street."""
    return text.word(street.first - 1) in _LEADS


def _is_numbered(form: str) -> bool:
    """True for what has a number of its own, also as the last part: "nattebus", "førsteetage"."""
    numbered = word_list("numbered")
    return form in numbered or any(
        form.endswith(end) and len(form) > len(end) + 1 for end in _NUMBERED_ENDS
    )


def _is_room(text: Text, first: int, last: int) -> bool:
    """True where the words before the number are no street: "gang 2", "hver gang 3"."""
    words = [text.word(index) for index in range(first, last + 1)]
    capitals = all(text.tokens[index].capital for index in range(first, last + 1))
    if len(words) > 2 and capitals and not text.shouted:
        return False
    rooms = word_list("rooms")
    return words[0] in rooms or all(word in rooms for word in words)
