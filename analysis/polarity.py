"""Is a statement for or against, and about what: praise, complaint, denial, opposites."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from language.model import Token
from language.reader import read_words

REACH = 4  # words after a negation that it turns round


@cache
def _lists() -> dict[str, str]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_lists()[kind].split())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _lists()["opposites"].strip().splitlines():
        one, other = line.split()
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


@dataclass(frozen=True)
class Polarity:
    """How a text stands to its matter.

    `sign` runs from -1 (complains, denies) over 0 to 1 (praises, affirms). `topics` are the lemmas
    and compound parts it is about, without words of praise and blame; `words` are its lemmas that
    have an opposite, `opposites` those opposites.
    """

    sign: float
    topics: frozenset[str]
    words: frozenset[str]
    opposites: frozenset[str]


def read_polarity(text: str) -> Polarity:
    """Read one text; an empty one has sign 0 and no topics."""
    tokens = read_words(text)
    sign = 0.0
    negated_until = -1
    denied = False
    for place, token in enumerate(tokens):
        low = token.text.lower()
        value = _value(token)
        if low in _words("negations"):
            negated_until = place + REACH
            denied = True
        if value:
            sign += -value if place <= negated_until and low not in _words("negations") else value
    if denied and sign == 0.0:
        sign = -0.7
    topics = frozenset(term for token in tokens for term in _topics(token))
    opposite_of = _opposites()
    forms = (form for t in tokens for form in (t.lemma, t.text.lower()))
    paired = frozenset(form for form in forms if form in opposite_of)
    opposites = frozenset(word for lemma in paired for word in opposite_of[lemma])
    return Polarity(max(-1.0, min(1.0, sign)), topics, paired - opposites, opposites - paired)


def _value(token: Token) -> float:
    for form in (token.text.lower(), token.lemma):
        if form in _words("good"):
            return 1.0
        if form in _words("bad"):
            return -1.0
    return 0.0


def _topics(token: Token) -> tuple[str, ...]:
    if token.is_stop or not token.text[:1].isalpha() or _value(token):
        return ()
    return (token.lemma, *token.parts)
