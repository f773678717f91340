"""How much a word looks like a name, by its letters: a small character n-gram model.

Trained by train_names.py on name statistics against the lexicon; lists/names.bin holds weights
only (credit: lists/names-credit.md). Nothing that is asked is kept.
"""

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

MAGIC = b"NAME1"
SHORTEST, LONGEST = 1, 6
_HEADER = struct.Struct("<5sIIff")


@dataclass(frozen=True, slots=True)
class NameModel:
    """Signed bytes times `scale` are weights; `also` is a Bloom filter of words also names."""

    weights: memoryview
    scale: float
    bias: float
    also: bytes


def grams(form: str, joined: bool) -> set[bytes]:
    """The features of a lower-case word: its letter groups, the whole word, whether it splits."""
    word = f"<{form}>"
    size = len(word)
    found = {
        word[start : start + length]
        for length in range(SHORTEST + 1, LONGEST + 1)
        for start in range(size - length + 1)
    }
    found.add(f"={form}")
    found.add(f"#{min(len(form), 15)}")
    if joined:
        found.add("#joined")
    return {gram.encode() for gram in found}


def positions(form: str, bits: int) -> tuple[int, int, int]:
    """The three places of a word in a Bloom filter of `bits` bits."""
    raw = form.encode()
    return tuple(zlib.crc32(raw, seed) % bits for seed in (11, 23, 47))  # type: ignore[return-value]


@cache
def load() -> NameModel:
    """The model of lists/names.bin."""
    return parse(
        resources.files("interviews.anonymity").joinpath("lists", "names.bin").read_bytes()
    )


def parse(raw: bytes) -> NameModel:
    """The model in a file's bytes. Raises ValueError for another format."""
    magic, buckets, filter_bytes, scale, bias = _HEADER.unpack_from(raw)
    if magic != MAGIC:
        raise ValueError("this is not a name model")
    start = _HEADER.size
    weights = memoryview(raw)[start : start + buckets].cast("b")
    return NameModel(weights, scale, bias, raw[start + buckets : start + buckets + filter_bytes])


def score(form: str, joined: bool) -> float:
    """How much the lower-case `form` looks like a name, 0 to 1. Takes about 20 microseconds."""
    model = load()
    mask = len(model.weights) - 1
    weights = model.weights
    total = sum(weights[zlib.crc32(gram) & mask] for gram in grams(form, joined))
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total * model.scale + model.bias))))


def is_also_name(form: str) -> bool:
    """True where the ordinary word `form` is also a name in use ("storm"); errs in 1 of 1,000."""
    also = load().also
    return all(also[place >> 3] & (1 << (place & 7)) for place in positions(form, len(also) * 8))


def pack(weights: bytes, also: bytes, scale: float, bias: float) -> bytes:
    """The bytes of a model file."""
    return _HEADER.pack(MAGIC, len(weights), len(also), scale, bias) + weights + also
