"""Names by their capital, by the words around them, and by their letters where small."""

import re
from collections.abc import Iterator

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look, name_score
from interviews.anonymity.names.misspelt import slip_of_word
from interviews.anonymity.names.name_place import in_name_place
from interviews.anonymity.rules.spoken import SPOKEN_WORD
from interviews.anonymity.text import Look, Text, Token
from interviews.anonymity.triggers import follows, precedes
from interviews.model import Certainty, Finding, FindingKind

# Chosen on benchmarks/data/anonymity-own.jsonl and the treebank's development sentences.
INITIAL = 0.15  # a sentence begins with an unknown word
JOINED_INITIAL = 0.8
SMALL = 0.4  # an unknown lower-case word
SMALL_IN_PLACE = 0.2  # ... where a name would stand
JOINED_SMALL = 0.8
ACRONYM = 5
_UP_TO = re.compile(rf"\s+(?:\d|{SPOKEN_WORD}\b)", re.IGNORECASE)
_OF_YEAR = re.compile(r"\s+(?:19|20)\d\d(?!\d)")
LONG = 7  # letters from which a slip from a frequent word is a misspelling


def find_capital(text: Text) -> Iterator[Finding]:
    """Yield capitalised words inside sentences, and initial ones that no lexicon holds."""
    if text.shouted:
        return
    allowed = text.allowed_words
    for index, token in enumerate(text.tokens):
        if token.capital and index not in allowed and _is_named(text, index, token):
            yield person(token, Certainty.LIKELY, "names:capital")


def _is_named(text: Text, index: int, token: Token) -> bool:
    """True where a capitalised word is more likely a name than a word with an odd capital."""
    if len(token.form) == 1 or token.lower in word_list("abbreviations"):
        return False
    if _is_limit(text, token):
        return False
    kind = look(text, index)
    if token.form.isupper() and len(token.form) <= ACRONYM:
        return (
            kind is Look.UNKNOWN and len(token.form) > 2 and name_score(token.lower) > JOINED_SMALL
        )
    if kind is Look.WORD:
        return not token.initial and _is_odd(text, index)
    if kind is Look.BOTH:
        return in_name_place(text, index) if token.initial else not _is_month(text, index)
    if kind is Look.NAME:
        return True
    score = name_score(token.lower)
    if kind is Look.JOINED:
        return not token.initial or score > JOINED_INITIAL
    return not token.initial or score > INITIAL or _opens(text, index)


def _opens(text: Text, index: int) -> bool:
    """True for "Mladen kom": an unknown word that does what people do, no misspelling."""
    form = text.word(index)
    return precedes(text, index) and (len(form) < LONG or not slip_of_word(form))


def _is_odd(text: Text, index: int) -> bool:
    """True for "kender Vinter", a word and surname with a capital, not for "i Vinter"."""
    if text.word(index - 1) in word_list("before_nouns"):
        return False
    form, names = text.word(index), word_list("capital_names")
    return form in names or (form.endswith("s") and form[:-1] in names)


def _is_month(text: Text, index: int) -> bool:
    """True for "August" and "Maj" after a preposition or a number, where they are months."""
    if text.word(index) not in ("august", "maj"):
        return False
    before = text.raw[: text.tokens[index].start].rstrip(" .")
    return before[-1:].isdigit() or text.word(index - 1) in word_list("before_months")


def find_triggered(text: Text) -> Iterator[Finding]:
    """Yield the word after "hedder", "min sagsbehandler", "min bror" and their like."""
    allowed = text.allowed_words
    for index, token in enumerate(text.tokens):
        if index in allowed or len(token.form) < 2 or _is_limit(text, token):
            continue
        sure = follows(text, index, "sure")
        if not sure and not follows(text, index, "roles") and not follows(text, index, "kin"):
            continue
        kind = look(text, index)
        capital = token.capital and not text.shouted and not token.initial
        if kind is Look.WORD and not (capital and _is_called(text, index, sure)):
            continue
        unknown = kind is Look.NAME or (
            kind is Look.UNKNOWN
            and (sure or precedes(text, index) or name_score(token.lower) > SMALL_IN_PLACE / 2)
        )
        if unknown or capital or _is_both(text, index, kind, sure):
            certain = capital and (sure or follows(text, index, "roles"))
            certainty = Certainty.CERTAIN if certain else Certainty.LIKELY
            yield person(token, certainty, "names:trigger")


def _is_called(text: Text, index: int, sure: bool) -> bool:
    """True where even an ordinary word with a capital is a name: "overlæge Lang", "fru Kold"."""
    called = sure or follows(text, index, "roles")
    return called and text.word(index) not in word_list("weak_names")


def _is_both(text: Text, index: int, kind: Look, sure: bool) -> bool:
    """True for a small word-and-name after a trigger, where no noun phrase can go on."""
    if kind is not Look.BOTH or text.word(index) in word_list("weak_names"):
        return False
    return (
        sure
        or text.word(index) in word_list("strong_names")
        or precedes(text, index)
        or text.gap(index).strip() != ""
        or index == len(text.tokens) - 1
    )


def find_small(text: Text) -> Iterator[Finding]:
    """Yield words without a capital that no lexicon holds and that have the letters of a name."""
    allowed = text.allowed_words
    for index, token in enumerate(text.tokens):
        if (
            (token.capital and not text.shouted)
            or index in allowed
            or _is_tiny(token)
            or _is_sum(text, index)
            or _is_half(text, index)
            or _is_limit(text, token)
        ):
            continue
        kind = look(text, index)
        if kind is Look.WORD:
            continue
        if kind is Look.BOTH:
            if in_name_place(text, index):
                yield person(token, Certainty.LIKELY, "names:word_or_name")
            continue
        score = 1.0 if kind is Look.NAME else name_score(token.lower)
        least = JOINED_SMALL if kind is Look.JOINED else SMALL
        if kind is Look.UNKNOWN and (follows(text, index, "before") or precedes(text, index)):
            least = SMALL_IN_PLACE
        if score > least:
            yield person(token, Certainty.LIKELY, "names:letters")


def _is_sum(text: Text, index: int) -> bool:
    """True for "13 mia.": the abbreviation of a milliard, not Mia."""
    before = text.raw[: text.tokens[index].start].rstrip()
    return text.word(index) == "mia" and before[-1:].isdigit()


def _is_half(text: Text, index: int) -> bool:
    """True for "børne- og ungdomspsykiatri": the first half of a joined word."""
    token = text.tokens[index]
    return text.raw[token.end : token.end + 2] == "- " and token.lower not in word_list(
        "common_names"
    )


def _is_limit(text: Text, token: Token) -> bool:
    """True for "max to personer" and "august 2024", where no name can stand."""
    after = {"max": _UP_TO, "august": _OF_YEAR, "maj": _OF_YEAR}.get(token.lower)
    return after is not None and after.match(text.raw, token.end) is not None


def _is_tiny(token: Token) -> bool:
    return len(token.form) < 3 and token.lower not in word_list("strong_names")


def person(token: Token, certainty: Certainty, reason: str) -> Finding:
    """The finding for one word of a name."""
    return Finding(token.start, token.end, FindingKind.PERSON, certainty, reason, "[navn]")
