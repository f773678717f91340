"""The front door of the room: read a text in full, read its words, cut it, name its things."""

import itertools
import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from language import phrases, words
from language.arithmetic import on_one_core
from language.loading import pipeline
from language.model import Entity, Reading, Token
from language.sentences import sentences
from language.stopwords import is_stop
from language.tokens import read_words, terms

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

__all__ = ["noun_phrases", "read", "read_many", "read_words", "sentences", "terms"]

LONG = 30  # words: longer sentences are rarer than missing full stops
_LOCK = threading.Lock()  # spaCy's caches are shared; a page may read from several threads


def read(text: str) -> Reading:
    """All that the pipeline says: tokens with part of speech, sentences, names.

    Offsets are characters of `text`. Any text is read; an empty one gives an empty reading.
    Costs about two milliseconds a sentence, in many texts (`read_many`) a third of that; the first
    call loads the pipeline (about a second).
    """
    return next(iter(read_many([text])))


def read_many(texts: Iterable[str]) -> list[Reading]:
    """The readings of several texts, in their order; the same as one by one, in less time."""
    with _LOCK, on_one_core():
        return [_reading(doc) for doc in pipeline().pipe(texts)]


def _reading(doc: "Doc") -> Reading:
    text = doc.text
    spans = tuple(part for span in sentences(text) for part in _cut_long(doc, *span))
    starts = {start for start, _ in spans}
    tokens = tuple(_token(token, starts) for token in doc if not token.is_space)
    return Reading(tokens, spans, _entities(doc))


def noun_phrases(reading: Reading) -> tuple[str, ...]:
    """The noun phrases of what was read in lower case, in order of appearance, each once."""
    return phrases.phrases(reading.tokens)


def _cut_long(doc: "Doc", start: int, end: int) -> list[tuple[int, int]]:
    """A stretch of many words without a full stop, cut where the model sees a new sentence.

    On notes without marks the model finds a quarter of the beginnings, four in five of them right.
    """
    if end - start <= 2 * LONG:
        return [(start, end)]
    inside = [token for token in doc if start <= token.idx < end and not token.is_space]
    if len(inside) <= LONG or not doc.has_annotation("SENT_START"):
        return [(start, end)]
    cuts = [place for place, token in enumerate(inside) if place and token.is_sent_start]
    edges = [0, *cuts, len(inside)]
    return [
        (inside[first].idx, inside[last - 1].idx + len(inside[last - 1]))
        for first, last in itertools.pairwise(edges)
    ]


def _token(token: "SpacyToken", sentence_starts: set[int]) -> Token:
    start = token.idx
    stop = is_stop(token.text)
    return Token(
        text=token.text,
        start=start,
        end=start + len(token.text),
        lemma=token.lemma_ or words.lemma(token.text),
        pos=token.pos_,
        parts=() if stop else words.compound_parts(token.text),
        is_stop=stop,
        is_sent_start=start in sentence_starts,
    )


def _entities(doc: "Doc") -> tuple[Entity, ...]:
    return tuple(Entity(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents)
