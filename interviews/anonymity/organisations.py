"""Small places of work, care, school and trade that have a name of their own."""

import re
from collections.abc import Iterator
from functools import cache

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind

_NAME = r"[A-ZÆØÅ][\wæøåéü'’\-]+"
_MORE = rf"(?:\s+(?:{_NAME}|&\s+{_NAME}|(?:i|på|og|af|den|for)(?=\s+[A-ZÆØÅ])|\d+)){{0,3}}"
_COMPANY = re.compile(
    rf"(?<![\wæøåÆØÅ])((?:{_NAME}\.?\s+|&\s+|og\s+(?=[A-ZÆØÅ]))+(?:ApS|A/S|I/S|K/S|IVS|P/S|Aps|aps))(?![\wæøå])"
)
_NAME_ENDINGS = (
    "en|et|gård|gården|hus|huset|bo|hjem|hjemmet|lund|lunde|højen|vang|vænget|borg|hjørnet"
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


def _any_of(group: str) -> str:
    """The words of lists/GROUP.txt as alternatives, the longest first."""
    return "|".join(sorted(map(re.escape, word_list(group)), key=len, reverse=True))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """House with name ("Bostedet X"), name with trade ("X Kro"), and both without capitals."""
    houses, trades = _any_of("houses"), _any_of("trades")
    between = r"(?:\s+(?:der\s+)?hedder|\s+ved\s+navn|\s+kaldet)?\s+[\"“”„»«']?"
    return (
        re.compile(
            rf"(?<![\wæøåÆØÅ\-])((?:[Dd]e[nt]\s+)?(?i:[\wæøå]*(?:{houses})){between}"
            rf"(?:{_NAME}{_MORE}|[A-ZÆØÅ]\b(?:[.\-]\w+)*)[\"”“»«']?)"
        ),
        re.compile(
            rf"(?<![\wæøåÆØÅ])((?:{_NAME}(?:\s+(?:&|og|i)\s+|\s+|\.\s))*{_NAME}\s+(?i:{trades})"
            rf"(?:\s+i\s+{_NAME})?)(?![\wæøå])"
        ),
        re.compile(
            rf"(?<![\wæøå\-])((?:{houses})(?:\s+hedder)?\s+[a-zæøå]{{3,}}(?:{_NAME_ENDINGS}))(?![\wæøå])"
        ),
        re.compile(
            rf"(?<![\wæøå\-])([a-zæøå\-]{{4,}}s?\s+(?:{_any_of('small_trades')}))(?![\wæøå])"
        ),
    )


def find(text: Text) -> Iterator[Finding]:
    """Yield likely names of small organisations together with the word that says what they are."""
    named, traded, small, small_trade = _patterns()
    for pattern in (named, traded, _COMPANY, small):
        for match in pattern.finditer(text.raw):
            if not _is_sentence(text, match):
                yield _finding(match)
    yield from _houses_in_one_word(text)
    for match in small_trade.finditer(text.raw):
        if _is_proper(match[1].split()[0]):
            yield _finding(match)


def _houses_in_one_word(text: Text) -> Iterator[Finding]:
    """Yield "Broskolen" and "Lindegården" inside a sentence, where no lexicon has them."""
    from interviews.anonymity.names.evidence import look

    for index, token in enumerate(text.tokens):
        if not token.capital or token.initial or text.shouted or index in text.allowed_words:
            continue
        unknown = look(text, index) in (Look.JOINED, Look.UNKNOWN)
        if unknown and token.lower.endswith(_HOUSE_ENDINGS):
            kind, reason = FindingKind.ORG_SMALL, "organisations:house"
            yield Finding(token.start, token.end, kind, Certainty.LIKELY, reason, "[sted]")


def _is_sentence(text: Text, match: re.Match[str]) -> bool:
    """True where the words only go on with the sentence: "I stedet Et", "Vi Kom i skole"."""
    words = match[1].split()
    return text.shouted or words[-1].lower() in _plain() or words[0].lower() in _plain()


@cache
def _plain() -> frozenset[str]:
    from language import lists

    return lists.stop_words() | word_list("weak_names")


def _is_proper(word: str) -> bool:
    """True where the lower-case word before a trade is no ordinary word ("nordskovens")."""
    from interviews.anonymity.names.evidence import look_of

    return look_of(word.lower()) in (Look.UNKNOWN, Look.NAME, Look.JOINED)


def _finding(match: re.Match[str]) -> Finding:
    start, end = match.span(1)
    kind, reason = FindingKind.ORG_SMALL, "organisations:name"
    return Finding(start, end, kind, Certainty.LIKELY, reason, "[sted]")
