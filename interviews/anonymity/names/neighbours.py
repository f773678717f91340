"""The rest of a whole name: initials, surnames, particles and words with capitals beside it."""

from collections.abc import Iterable

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look, name_score
from interviews.anonymity.names.misspelt import slip_of_word
from interviews.anonymity.names.people import SMALL_IN_PLACE
from interviews.anonymity.text import Look, Text
from interviews.anonymity.triggers import phrases, precedes
from interviews.model import Certainty, Finding, FindingKind

_WORD_ENDINGS = ("ede", "ende", "erne", "ene", "ning", "et", "te", "ske", "ig", "ige")
SURNAME = 0.15  # an unknown word after a first name
_BETWEEN = (" ", "-", ". ", ".", "  ", ' "', '" ')


def extend(text: Text, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with each person's name grown over the words that belong to it."""
    place = {token.start: index for index, token in enumerate(text.tokens)}
    last = {token.end: index for index, token in enumerate(text.tokens)}
    grown = []
    for finding in found:
        if finding.kind is FindingKind.PERSON and finding.start in place and finding.end in last:
            grown.append(_grow(text, finding, place[finding.start], last[finding.end]))
        else:
            grown.append(finding)
    return tuple(grown)


def _grow(text: Text, finding: Finding, first: int, last: int) -> Finding:
    tokens = text.tokens
    whole = (first, last)
    while (step := _step_right(text, last)) > last:
        last = step
    while first > 0 and _joins(text.gap(first - 1)) and _belongs(text, first - 1, left=True):
        first -= 1
    if whole == (first, last) and _end(text, last) == finding.end:
        return finding
    end = _end(text, last)
    certainty = finding.certainty
    if (
        last > first
        and all(token.capital for token in tokens[first : last + 1])
        and not text.shouted
    ):
        certainty = Certainty.CERTAIN
    return Finding(
        tokens[first].start, end, finding.kind, certainty, finding.reason, finding.replacement
    )


def _end(text: Text, last: int) -> int:
    """Where the name ends: after the point of an initial and the apostrophe of a genitive."""
    end = text.tokens[last].end
    after = text.raw[end : end + 1]
    if after == "." and len(text.tokens[last].form) == 1:
        return end + 1
    quoted = text.raw[: text.tokens[last].start][-1:] in ("'", "’", "‘")
    return end + 1 if after and after in "'’´" and not quoted else end


def _step_right(text: Text, last: int) -> int:
    """The last word of the name when it goes on after word `last`, else `last`."""
    here = last + 1
    if here >= len(text.tokens) or not _joins(text.gap(last)):
        return last
    if text.word(last) == "thi" and len(text.word(here)) > 1:
        return here  # the middle of a Vietnamese woman's name: "nguyen thi lan"
    if text.word(here) in word_list("particles") and here + 1 < len(text.tokens):
        after = here + 1
        if _joins(text.gap(here)) and _belongs(text, after, left=False):
            return after
    return here if _belongs(text, here, left=False) else last


def _belongs(text: Text, index: int, *, left: bool) -> bool:
    token = text.tokens[index]
    if token.lower in word_list("never_in_names"):
        return False
    if token.capital and not text.shouted:
        if len(token.form) == 1:
            return True
        return _capital_before(text, index) if left else True
    return _small_belongs(text, index, left=left)


def _capital_before(text: Text, index: int) -> bool:
    """True for a capitalised word before a name, unless it is a role or opens the sentence."""
    kind, form = look(text, index), text.word(index)
    if index in text.allowed_words:
        return False
    if text.tokens[index].initial:
        return kind in (Look.NAME, Look.BOTH, Look.UNKNOWN)
    groups = ("roles", "kin", "sure", "before", "after")
    return not any(form in phrases(group) for group in groups)


def _small_belongs(text: Text, index: int, *, left: bool) -> bool:
    """True for a lower-case word that is a name, or a surname in use such as "holm"."""
    if left and index in text.allowed_words:
        return False
    form, kind = text.word(index), look(text, index)
    if kind is Look.NAME:
        return True
    if len(form) == 1:
        return text.gap(index).startswith(".") if left else form not in "iåøaeæuo"
    if kind in (Look.UNKNOWN, Look.JOINED):
        if name_score(form) > (SMALL_IN_PLACE if left else SURNAME):
            return True
        if kind is Look.JOINED and not left and precedes(text, index):
            return True
        unknown = kind is Look.UNKNOWN and not form.endswith(_WORD_ENDINGS)
        return unknown and not left and not slip_of_word(form)
    if not left and form in word_list("surnames"):
        return True
    return kind is Look.BOTH and form not in word_list("weak_names")


def _joins(gap: str) -> bool:
    return gap.replace("\xa0", " ") in _BETWEEN
