"""Noun phrases that a person would use as a name: "skæve boliger", "mangel på støtte"."""

from collections.abc import Sequence

from language import words
from language.model import Token

LONGEST = 5
HEADS = frozenset({"NOUN"})
JOINTS = frozenset({"på", "til", "i", "af", "om", "med", "for", "mellem"})


def phrases(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The noun phrases in order of appearance: adjectives and nouns, joined by one preposition.

    Each as written, in lower case; stop words only as joints. The tokens must carry `pos`.
    """
    found: list[str] = []
    place = 0
    while place < len(tokens):
        end = _simple(tokens, place)
        if end == place:
            place += 1
            continue
        joined = _joined(tokens, end)
        found.append(_written(tokens[place:end]))
        if joined > end and joined - place <= LONGEST:
            found.append(_written(tokens[place:joined]))
        place = end
    return tuple(dict.fromkeys(found))


def _simple(tokens: Sequence[Token], start: int) -> int:
    """The end of the run of adjectives and one noun that begins at `start`, or `start`."""
    place = start
    while place < len(tokens) and _is_modifier(tokens[place]):
        place += 1
    if place < len(tokens) and tokens[place].pos in HEADS and tokens[place].text[:1].isalpha():
        return place + 1
    return start


def _is_modifier(token: Token) -> bool:
    """An adjective; or what the tagger calls a verb and cannot be one finite: "skiftende"."""
    low = token.text.lower()
    if token.is_stop or token.pos not in {"ADJ", "VERB"}:
        return False
    plural = low.endswith("e") and not words.lemma(low).endswith("e")  # "skæve", not "ventede"
    return token.pos == "ADJ" or low.endswith("ende") or plural


def _joined(tokens: Sequence[Token], end: int) -> int:
    if end < len(tokens) and tokens[end].text.lower() in JOINTS:
        second = _simple(tokens, end + 1)
        return second if second > end + 1 else end
    return end


def _written(tokens: Sequence[Token]) -> str:
    return " ".join(token.text.lower() for token in tokens)
