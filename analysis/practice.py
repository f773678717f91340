"""Sentences written for practice: what the engine knows before it has met a consultation.

`shipped/practice.tsv` holds sentences in three registers (spoken, retold, policy) with theme, kind
and whether they ask for something. Their vectors are shipped for the default embedder, so that
no start has to wait for them: `python -m analysis.practice` makes them anew.
"""

import csv
import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from analysis.vectors import Matrix
from interviews.model import Kind
from language.vectors import Embedder, default_embedder

DATA = Path(__file__).parent / "shipped"
EVERY = 2  # with all sentences the classifiers are no better and take twice as long to fit
OTHER = "other"  # the practice sentences that belong to none of the five shared themes


@dataclass(frozen=True)
class Sentence:
    """One practice sentence; `theme_key` is a shared theme's or "other"."""

    text: str
    theme_key: str
    kind: Kind
    is_proposal: bool
    register: str


def sentences() -> tuple[Sentence, ...]:
    """The sentences that an engine is built from: every second of those written."""
    return written()[::EVERY]


@cache
def written() -> tuple[Sentence, ...]:
    """All practice sentences, in the order of the file; the sentence model was taught on them."""
    with (DATA / "practice.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Sentence(r["text"], r["theme"], Kind(r["kind"]), r["proposal"] == "1", r["register"])
        for r in rows
    )


_made: dict[str, Matrix] = {}


def vectors(embedder: Embedder) -> Matrix:
    """Shape (n, dimensions): the sentences' vectors, shipped or made once for each embedder."""
    if embedder.name not in _made:
        shipped = _shipped(embedder.name)
        _made[embedder.name] = (
            embedder.embed([s.text for s in sentences()]) if shipped is None else shipped
        )
    return _made[embedder.name]


def _shipped(model: str) -> Matrix | None:
    path = DATA / "practice.npz"
    if not path.exists():
        return None
    with np.load(path) as file:
        fits = str(file["model"]) == model and str(file["digest"]) == _digest()
        return file["vectors"].astype(np.float32) if fits else None


def _digest() -> str:
    joined = "\n".join(s.text for s in sentences())
    return hashlib.sha256(joined.encode()).hexdigest()


def ship(embedder: Embedder) -> None:
    """Write the vectors of the practice sentences beside them, in half precision."""
    made = embedder.embed([s.text for s in sentences()]).astype(np.float16)
    np.savez_compressed(DATA / "practice.npz", vectors=made, model=embedder.name, digest=_digest())


if __name__ == "__main__":
    ship(default_embedder())
