"""What the trained pipeline is told about a word before it looks at the sentence."""

from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from language import compounds, lists, names, places, words
from language.lexicon import lexicon

VECTORS = "vectors.npz"


class Features(NamedTuple):
    """The columns, each a string that is hashed; their order is that of the trained tables."""

    norm: str
    prefix: str
    suffix2: str
    suffix4: str
    shape: str
    family: str
    head: str
    name: str


@lru_cache(words.MEMORY)
def features(text: str) -> Features:
    """The columns of one token as written."""
    low = text.lower()
    norm = words.fold(low) if low.isalpha() else "".join("0" if c.isdigit() else c for c in low)
    head = head_lemma(norm)
    return Features(
        norm, norm[:3], norm[-2:], norm[-4:], shape(text), family(norm, head), head, _name(text)
    )


def shape(text: str) -> str:
    """The pattern of capitals, letters and digits, runs cut at four: "Xxxx", "dd.", "X-xxxx"."""
    pattern = ""
    for letter in text[:40]:
        kind = _kind(letter)
        if not pattern.endswith(kind * 4):
            pattern += kind
    return pattern


def _kind(letter: str) -> str:
    if letter.isdigit():
        return "d"
    if letter.isalpha():
        return "X" if letter.isupper() else "x"
    return letter


def head_lemma(low: str) -> str:
    """The lemma of a known word; for an unknown compound, that of its last part; else ""."""
    known = words.known_lemma(low)
    if known is not None:
        return known
    parts = compounds.split(low)
    return (words.known_lemma(parts[-1]) or parts[-1]) if parts else ""


def family(low: str, head: str) -> str:
    """How the word's lemma inflects and what this form adds to it; "" for an unknown word."""
    if not head:
        return ""
    stem = head.removesuffix("e")
    same = len(low) - len(low.removeprefix(stem))
    return f"{lexicon().inflection(head)}{low[same:] if same else low[-3:]}"


def _name(text: str) -> str:
    low = text.lower()
    if not low[:1].isalpha():
        return ""
    first, last = names.likeness(low)
    plain = "n" if lexicon().is_name(low) else "w" if low in lexicon() else "-"
    frequent = lists.frequencies().get(low, 700) // 100
    return f"{first}{last}{plain}{frequent}{'C' if text[:1].isupper() else 'c'}"


@cache
def vectors() -> NDArray[np.float32]:
    """A row for each frequent word in the order of the sorted list, and a last row of zeros."""
    path = places.pipeline() / VECTORS
    count = len(lists.frequencies())
    if not path.exists():
        return np.zeros((count + 1, 1), dtype=np.float32)
    with np.load(path) as file:
        rows = file["rows"].astype(np.float32) * file["scale"]
    return np.vstack([rows, np.zeros((1, rows.shape[1]), dtype=np.float32)])


@cache
def _places() -> dict[str, int]:
    return {word: place for place, word in enumerate(sorted(lists.frequencies()))}


@lru_cache(words.MEMORY)
def vector_row(text: str) -> int:
    """The row of `vectors` for a token: the word's, its lemma's or its last part's, or the last."""
    found = features(text)
    table = _places()
    return table.get(found.norm, table.get(found.head, len(table)))
