"""What the language engine hands to the other rooms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark of a text.

    `start` and `end` are offsets in characters of the text that was read. `lemma` is lower-case
    except for names read by the full pipeline. `pos` is a Universal Dependencies tag, or "" where
    only the light reading was asked for. `parts` are the lemmas a compound is made of, in order;
    empty for a word that is not one.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str
    parts: tuple[str, ...]
    is_stop: bool
    is_sent_start: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in a text: offsets in characters and PER, LOC, ORG or MISC."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the full pipeline says about one text; sentences are (start, end) in characters."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    entities: tuple[Entity, ...]
