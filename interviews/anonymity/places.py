"""Villages and streets by name, without a number. Towns everybody lives in are allowed."""

import re
from collections.abc import Iterator

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.names.misspelt import slip_of_word
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind

_VILLAGE = re.compile(
    r"^[a-zæøå\-]{2,}(?:rup|strup|drup|trup|torp|lev|løse|løv|inge|sted|by|bølle|holt|tofte?|borg"
    r"|bjerg|holm|lunde?|næs|sø|ø|vig|rød|balle|husum|minde|magle|bæk|berg|sund|odde|vad|købing|høj)$"
)
_SURE_VILLAGE = re.compile(r"^[a-zæøå\-]{2,}(?:rup|strup|drup|trup|torp|løse|løv|bølle|købing)$")
_STREET = re.compile(
    r"^[a-zæøå.\-]{2,}(?:vej|vejen|gade|gaden|stræde|strædet|vænge|vænget|allé|alleen|alléen|gyde"
    r"|gyden|torv|torvet|boulevard)$"
)
_STREET_BY_CAPITAL = re.compile(
    r"^[a-zæøå.\-]{2,}(?:vangen|skoven|søen|mosen|broen|højen|dalen|toften|haven|parken|bakken|lunden|marken|stien|krogen|engen|plads)$"
)


def find(text: Text) -> Iterator[Finding]:
    """Yield likely villages after "i", "fra" and their like, and streets by their ending."""
    allowed = text.allowed_words
    for index, token in enumerate(text.tokens):
        if index in allowed:
            continue
        if (last := _town_end(text, index)) is not None:
            kind, reason = FindingKind.PLACE, "places:town"
            end = text.tokens[last].end
            yield Finding(token.start, end, kind, Certainty.LIKELY, reason, "[sted]")
        if len(token.form) < 4:
            continue
        if _is_place(text, index, _first_part(text, index)):
            start = text.tokens[_first_part(text, index)].start
            kind, reason = FindingKind.PLACE, "places:name"
            yield Finding(start, token.end, kind, Certainty.LIKELY, reason, "[sted]")


def _town_end(text: Text, index: int) -> int | None:
    """The last word of a small town that begins here, None where none does.

    With a capital after "i" and its like, without one only after "bor i": "tarm" is a word too.
    """
    towns, word = word_list("small_towns"), text.word(index)
    two = f"{word} {text.word(index + 1)}"
    last = index + 1 if two in towns else index
    if last == index and word not in towns:
        return None
    capital = text.tokens[index].capital and not text.shouted
    leads = text.word(index - 1) in word_list("before_places") if capital else _lives(text, index)
    return last if leads else None


def _first_part(text: Text, index: int) -> int:
    """The place of "Nørre" in "Nørre Snede", else `index`."""
    if (
        index
        and text.word(index - 1) in word_list("place_parts")
        and text.gap(index - 1) in (" ", ". ")
    ):
        return index - 1
    return index


def _is_place(text: Text, index: int, first: int) -> bool:
    """True for a street by its ending, and for a village after a word that leads to a place."""
    token, kind = text.tokens[index], look(text, index)
    if first < index and token.capital and text.tokens[first].capital and not text.shouted:
        return text.word(first - 1) in word_list("before_places")
    if kind in (Look.WORD, Look.BOTH) or token.lower.endswith("kø"):  # a queue is no island
        return False
    stands = text.word(first - 1) in word_list("before_places")
    if first < index and stands and kind is Look.UNKNOWN:  # "sønder felding"
        return True
    if _lives(text, first) and _is_home(token.lower, kind):
        return True
    capital = token.capital and not text.shouted and not token.initial
    if _STREET.match(token.lower):
        opens = token.capital and not text.shouted and not token.lower.endswith(("en", "et"))
        return capital or stands or opens
    if capital and _STREET_BY_CAPITAL.match(token.lower):
        return True
    return stands and _is_village(token.lower, kind, capital=capital)


def _is_home(form: str, kind: Look) -> bool:
    """True for what may follow "bor i" and is a place: an unknown word, or one with its ending."""
    if kind is Look.UNKNOWN:
        return not form.endswith(("et", "en"))
    return kind is Look.JOINED and bool(_VILLAGE.match(form))


def _lives(text: Text, first: int) -> bool:
    """True after "bor i", "kommer fra", "lige uden for": what follows is where somebody lives."""
    lead = f"{text.word(first - 2)} {text.word(first - 1)}"
    return lead in word_list("before_homes") or f"{text.word(first - 3)} {lead}" in word_list(
        "before_homes"
    )


def _is_village(form: str, kind: Look, *, capital: bool) -> bool:
    if capital:
        return kind is Look.UNKNOWN or bool(_VILLAGE.match(form))
    if kind is Look.JOINED:
        return bool(_SURE_VILLAGE.match(form))
    return bool(_VILLAGE.match(form)) and not slip_of_word(form)
