"""Small places of work, care, school and trade that have a name of their own."""

import re
from collections.abc import Iterator
from functools import cache

from interviews.anonymity.allowed import standard
from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind
from language import lists

_NAME = r"[A-ZÆØÅ][\wæøåéü'’\-]+"
_MORE = rf"(?:\s+(?:{_NAME}|&\s+{_NAME}|(?:i|på|og|af|den|for)(?=\s+[A-ZÆØÅ])|\d+)){{0,3}}"
_NAMED = r"(?:\s+(?:der\s+)?hedder|\s+ved\s+navn|\s+kaldet)?\s+"
_AFTER_HOUSE = re.compile(
    rf"{_NAMED}[\"“”„»«']?(?:{_NAME}{_MORE}|[A-ZÆØÅ]\b(?:[.\-]\w+)*)[\"”“»«']?"
)
_SMALL_AFTER_HOUSE = re.compile(
    rf"{_NAMED}[a-zæøå]{{3,}}(?:en|et|gård|gården|hus|huset|bo|hjem|hjemmet|lund|lunde|højen|vang|vænget"
    r"|borg|hjørnet)(?![\wæøå])"
)
_BEFORE_TRADE = re.compile(rf"(?<![\wæøåÆØÅ])(?:{_NAME}(?:\s+(?:&|og|i)\s+|\s+|\.\s))+$")
_IN_TOWN = re.compile(rf"\s+i\s+{_NAME}")
_PLACED = re.compile(rf"\s+(?:ved|på|i)\s+{_NAME}")  # "Fristedet på Hjørnet"
_CLUB = re.compile(rf"(?<![\wæøåÆØÅ])(?:HK|IF|BK|GIF|IK|FC|KFUM)\s+{_NAME}(?:\s+{_NAME})?")
_COMPANY = re.compile(
    rf"(?<![\wæøåÆØÅ])((?:{_NAME}\.?\s+|&\s+|og\s+(?=[A-ZÆØÅ])){{1,6}}(?:ApS|A/S|I/S|K/S|IVS|P/S|Aps|aps))(?![\wæøå])"
)
_HOUSE_ENDINGS = (
    "skolen",
    "gården",
    "gaarden",
    "kollegiet",
    "kroen",
    "børnehaven",
    "huset",
    "hjemmet",
)


def find(text: Text) -> Iterator[Finding]:
    """Yield likely names of small organisations together with the word that says what they are."""
    for index, token in enumerate(text.tokens):
        if token.lower.endswith(_houses()):
            yield from _house(text, index)
        if token.lower in word_list("trades"):
            yield from _trade(text, index)
        if _is_house_in_one_word(text, index):
            yield _finding(token.start, token.end)
    for match in _COMPANY.finditer(text.raw):
        yield _finding(match.start(1), match.end(1))
    for match in _CLUB.finditer(text.raw):
        if match.group().lower() not in standard() | text.allowed:
            yield _finding(match.start(), match.end())


@cache
def _houses() -> tuple[str, ...]:
    return tuple(sorted(word_list("houses")))


@cache
def _plain() -> frozenset[str]:
    """Words that show that a sentence goes on: "i stedet Et"."""
    return lists.stop_words() | word_list("weak_names")


def _house(text: Text, index: int) -> Iterator[Finding]:
    """Yield "Bostedet Solsikken", and "bostedet solsikken" for the house words themselves."""
    token = text.tokens[index]
    match = None if text.shouted else _AFTER_HOUSE.match(text.raw, token.end)
    if match is None and token.lower in word_list("houses"):
        match = _SMALL_AFTER_HOUSE.match(text.raw, token.end)
    if match is None and token.capital and not token.initial and not text.shouted:
        match = _PLACED.match(text.raw, token.end)
    if match and match.group().split()[-1].lower() not in _plain():
        yield _finding(token.start, match.end())


def _trade(text: Text, index: int) -> Iterator[Finding]:
    """Yield "Hansens Autoværksted", and "nordskovens efterskole" where it can be no other thing."""
    token = text.tokens[index]
    before = None if text.shouted else _BEFORE_TRADE.search(text.raw, 0, token.start)
    if before:
        words = before.group().split()
        town = _IN_TOWN.match(text.raw, token.end)
        if len(words) > 1 or words[0].lower() not in _plain():
            yield _finding(before.start(), town.end() if town else token.end)
    elif index and token.lower in word_list("small_trades") and text.gap(index - 1) == " ":
        named = look(text, index - 1) in (Look.UNKNOWN, Look.NAME, Look.JOINED)
        if named and len(text.word(index - 1)) > 3:
            yield _finding(text.tokens[index - 1].start, token.end)


def _is_house_in_one_word(text: Text, index: int) -> bool:
    """True for "Broskolen" and "Lindegården" inside a sentence, where no lexicon has them."""
    token = text.tokens[index]
    if not token.capital or token.initial or text.shouted or index in text.allowed_words:
        return False
    if not token.lower.endswith(_HOUSE_ENDINGS):
        return False
    return look(text, index) in (Look.JOINED, Look.UNKNOWN)


def _finding(start: int, end: int) -> Finding:
    kind, reason = FindingKind.ORG_SMALL, "organisations:name"
    return Finding(start, end, kind, Certainty.LIKELY, reason, "[sted]")
