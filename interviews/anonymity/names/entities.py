"""People that the Danish pipeline finds, where it is installed: names the other layers let pass."""

from collections.abc import Callable, Iterable
from functools import cache

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind
from language.model import Reading


def add(text: Text, found: Iterable[Finding]) -> list[Finding]:
    """Return the findings and those words of PER entities that no other layer has found.

    The pipeline is asked only where such a word may be a name, because it costs milliseconds.
    Where no pipeline is installed nothing is added.
    """
    known = list(found)
    doubtful = [place for place, _ in enumerate(text.tokens) if _is_doubtful(text, place, known)]
    if not doubtful:
        return known
    people = [entity for entity in _read()(text.raw).entities if entity.label == "PER"]
    for token in (text.tokens[place] for place in doubtful):
        if any(person.start <= token.start and token.end <= person.end for person in people):
            kind, reason = FindingKind.PERSON, "names:entity"
            known.append(Finding(token.start, token.end, kind, Certainty.LIKELY, reason, "[navn]"))
    return known


def _is_doubtful(text: Text, place: int, found: list[Finding]) -> bool:
    """True for a word that may be a name although no layer has found it."""
    token = text.tokens[place]
    if len(token.form) < 2 or place in text.allowed_words or token.lower in word_list("weak_names"):
        return False
    odd = token.capital and not token.initial and not text.shouted
    if look(text, place) is Look.WORD and not odd:
        return False
    return not any(one.start <= token.start and token.end <= one.end for one in found)


@cache
def _read() -> Callable[[str], Reading]:
    """The full reading, or one that finds nothing where the pipeline is not installed."""
    from language import reader

    try:
        reader.read("Hej.")
    except (ImportError, OSError):
        return lambda _: Reading((), (), ())
    return reader.read
