"""Matters of the field: what a statement and an initiative can both be about in different words.

Citizens say "ondt i tænderne", plans say "vederlagsfri tandpleje". `shipped/matters.toml` lists
about seventy such matters with the words of both sides, finer than the themes. It was written
before any measuring and holds general words of the field, none of one town.
"""

import shlex
import tomllib
from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis import practice
from analysis.background import Floats, unit
from analysis.lexicon import Lexicon, from_terms
from language.reader import read_words


def same_matter(some: Sequence[str], others: Sequence[str]) -> Floats:
    """How much of the others each of some speaks of, shape (some, others), 0 where nothing.

    Matters count by their rarity in the practice sentences. The others' rows have length one, so
    that an initiative which touches on everything is not near to everything.
    """
    return np.asarray(matter_table(some) @ unit(matter_table(others)).T, dtype=np.float32)


def words_of_same_matter(statement: str, initiative: str) -> tuple[str, ...]:
    """The words of the statement, as written, that name a matter of the initiative."""
    wanted = _lexicon().score(read_words(initiative)) > 0
    return tuple(
        token.text
        for token in read_words(statement)
        if not token.is_stop and bool((_lexicon().word_score(token)[wanted] > 0).any())
    )


def matter_table(texts: Sequence[str]) -> Floats:
    """How much of each matter each text speaks of, shape (texts, about 70), 0 where nothing."""
    rarity = _rarity()
    scores = [_lexicon().score(read_words(text)) for text in texts]
    return np.asarray(np.log1p(np.reshape(scores, (-1, len(rarity)))) * rarity, dtype=np.float32)


@cache
def _lexicon() -> Lexicon:
    with (practice.DATA / "matters.toml").open("rb") as file:
        tables = tomllib.load(file)
    return from_terms(
        [dict.fromkeys(shlex.split(terms), 1.0) for t in tables.values() for terms in t.values()]
    )


@cache
def _rarity() -> Floats:
    """The logarithm of how rare each matter is among the practice sentences."""
    scores = np.array([_lexicon().score(read_words(s.text)) for s in practice.sentences()])
    share = (scores > 0).mean(axis=0) + 1 / len(scores)
    return np.asarray(-np.log(share), dtype=np.float32)
