"""People that the Danish pipeline finds, where it is installed: names the other layers let pass."""

from collections.abc import Callable, Iterator
from functools import cache

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.names.evidence import look
from interviews.anonymity.text import Look, Text
from interviews.model import Certainty, Finding, FindingKind
from language.model import Reading


def find(text: Text) -> Iterator[Finding]:
    """Yield the words of PER entities that may be names; nothing where there is no pipeline.

    The pipeline is asked only where a word could still be a name (one that is also a word, or
    one with an odd capital), because it costs about a millisecond.
    """
    doubtful = [index for index in range(len(text.tokens)) if _is_doubtful(text, index)]
    if not doubtful:
        return
    people = [entity for entity in _read()(text.raw).entities if entity.label == "PER"]
    for index in doubtful:
        token = text.tokens[index]
        if any(entity.start <= token.start and token.end <= entity.end for entity in people):
            kind, reason = FindingKind.PERSON, "names:entity"
            yield Finding(token.start, token.end, kind, Certainty.LIKELY, reason, "[navn]")


def _is_doubtful(text: Text, index: int) -> bool:
    token = text.tokens[index]
    if index in text.allowed_words or token.lower in word_list("weak_names"):
        return False
    kind = look(text, index)
    odd = token.capital and not token.initial and not text.shouted and len(token.form) > 1
    return kind is not Look.WORD or odd


@cache
def _read() -> Callable[[str], Reading]:
    """The full reading, or one that finds nothing where the pipeline is not installed."""
    from language import reader

    try:
        reader.read("Hej.")
    except (ImportError, OSError):
        return lambda _: Reading((), (), ())
    return reader.read
