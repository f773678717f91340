"""Villages and streets by name, without a number. Towns everybody lives in are allowed."""

import re
from collections.abc import Iterator

from interviews.anonymity.lexicon import is_word
from interviews.anonymity.text import Text, Token
from interviews.model import Certainty, Finding, FindingKind

_VILLAGE = re.compile(
    r"^[a-zæøå\-]{2,}(?:rup|strup|drup|trup|torp|lev|løse|løv|inge|sted|by|bølle|holt|toft|tofte|borg|bjerg|holm|lund"
    r"|næs|sø|å|ø|havn|vig|rød|kilde|balle|hede|mark|bro|dal|ved|skov|um|ing|ager|husum|minde|kirke|strand|høj|bæk"
    r"|gård|berg|lyng|sund|odde|vad|ris|ling|beck|køb|købing|slet|egn|sig|hus|huse|have|rod|sluse|krat)$"
)
_STREET = re.compile(
    r"^[a-zæøå.\-]{2,}(?:vej|vejen|gade|gaden|stræde|strædet|vænge|vænget|allé|alleen|alléen|gyde|gyden|torv|torvet"
    r"|boulevard|vangen|toften|haven|parken|bakken|lunden|marken|stien|krogen|engen|plads|pladsen)$"
)
_BEFORE = frozenset(
    "i på fra til ved nær omkring mod over ad nede oppe ude ovre forbi bag rundt".split()
)
_PARTS = frozenset(
    "nørre nr sønder sdr øster østre vester vestre store lille st ll gammel gl ny nye over neder"
    " ndr kirke sankt skt".split()
)


def find(text: Text) -> Iterator[Finding]:
    """Yield likely villages after "i", "fra" and their like, and streets by their ending."""
    allowed = text.allowed_words
    for index, token in enumerate(text.tokens):
        if index in allowed or len(token.form) < 4:
            continue
        first = _first_part(text, index)
        stands = text.word(first - 1) in _BEFORE
        capital = token.capital and not text.shouted
        if _is_street(token, stands, capital) or (stands and _is_village(token, capital)):
            start = text.tokens[first].start
            yield Finding(
                start, token.end, FindingKind.PLACE, Certainty.LIKELY, "places:name", "[sted]"
            )


def _first_part(text: Text, index: int) -> int:
    """The place of "Nørre" in "Nørre Snede", else `index`."""
    if index and text.word(index - 1) in _PARTS and text.gap(index - 1) in (" ", ". "):
        return index - 1
    return index


def _is_street(token: Token, stands: bool, capital: bool) -> bool:
    if not _STREET.match(token.lower) or is_word(token.lower):
        return False
    return (capital and not token.initial) or stands


def _is_village(token: Token, capital: bool) -> bool:
    if is_word(token.lower):
        return False
    return capital or bool(_VILLAGE.match(token.lower))
