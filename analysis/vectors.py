"""Sentence vectors of statements: read from the store, made once where they are missing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from analysis.student import SAMPLE, TAUGHT_ABOVE, embed_many
from language.vectors import Embedder as Embedder  # strategy may not look into language
from language.vectors import default_embedder as default_embedder

Matrix = NDArray[np.float32]
Progress = Callable[[float], None]
BATCH = 64  # texts between two tellings of progress
SAVED = 1000  # vectors written at once


class Worded(Protocol):
    """Whatever has an id and a text: a statement, a precedent."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


class VectorStore(Protocol):
    """What is needed of the store: vectors kept as raw bytes under the model's name."""

    def vectors(self, model: str, statement_ids: Sequence[str]) -> Mapping[str, bytes]: ...

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None: ...


def pack(vector: Matrix) -> bytes:
    """One vector as little-endian 32-bit floats, the form in which the store keeps it."""
    return vector.astype("<f4").tobytes()


def unpack(raw: bytes) -> Matrix:
    """The vector that `pack` made these bytes of."""
    return np.frombuffer(raw, dtype="<f4").astype(np.float32)


_kept: dict[tuple[str, str], Matrix] = {}
KEPT = 4000  # texts of themes and tags remembered; citizens' words never are


def known_vectors(embedder: Embedder, texts: Sequence[str]) -> Matrix:
    """Shape (n, dimensions): vectors of texts of themes and tags, remembered in this process."""
    missing = [text for text in dict.fromkeys(texts) if (embedder.name, text) not in _kept]
    if len(_kept) + len(missing) > KEPT:
        _kept.clear()
        missing = list(dict.fromkeys(texts))
    for text, row in zip(missing, embedder.embed(missing), strict=True):
        _kept[embedder.name, text] = row
    return np.stack([_kept[embedder.name, text] for text in texts])


def statement_vectors(
    store: VectorStore,
    statements: Sequence[Worded],
    embedder: Embedder,
    progress: Progress | None = None,
) -> Matrix:
    """An array of shape (n, dimensions) in the order of `statements`; row length is one.

    Only statements without a stored vector of this model are read; theirs are saved. Each text is
    read once, however often it was said. Of more than 8,000 the embedder reads a sample and a
    student of it the rest (`analysis.student`); their vectors stand under the model's name too,
    since they lie in its space. `progress` is called with the share done, in [0, 1].
    """
    known = dict(store.vectors(embedder.name, [statement.id for statement in statements]))
    missing = [statement for statement in statements if statement.id not in known]
    texts = list(dict.fromkeys(statement.text for statement in missing))
    made = dict(zip(texts, _read(texts, embedder, progress), strict=True))
    for first in range(0, len(missing), SAVED):
        batch = missing[first : first + SAVED]
        store.save_vectors(embedder.name, {s.id: pack(made[s.text]) for s in batch})
    if not statements:
        return np.zeros((0, 0), dtype=np.float32)
    return np.stack([unpack(known[s.id]) if s.id in known else made[s.text] for s in statements])


def _read(texts: Sequence[str], embedder: Embedder, progress: Progress | None) -> Matrix:
    """Vectors of these texts, told as progress batch by batch while the embedder reads."""
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    goal = len(texts) if len(texts) <= TAUGHT_ABOVE else SAMPLE

    def embed(chosen: Sequence[str]) -> Matrix:
        rows = []
        for first in range(0, len(chosen), BATCH):
            rows.append(embedder.embed(chosen[first : first + BATCH]))
            if progress:
                progress(min(1.0, (first + BATCH) / goal))
        return np.vstack(rows)

    return embed_many(texts, embed)
