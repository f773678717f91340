"""How vectors of Danish sentences spread in general, so that thirty statements can be compared.

Sentence vectors all point roughly the same way; what tells subjects apart is small. Statistics of
a few dozen statements cannot find those directions, so they are measured once on general Danish
and shipped (`background.npz`, 45 kB). `python -m analysis.background CORPUS.conllu` makes it anew.

Source: sentences of the Copenhagen Dependency Treebank (MIT licence). The two halves of one
sentence are about one subject: the directions in which halves differ are noise and shrunk
(within-class covariance normalisation, Hatch et al. 2006); of the rest, the 60 directions that
vary most between sentences are kept. Along sixteen axes lies what the sentence model was taught to
tell apart (`tune`): of statements from all themes that counts two and a half times, within a theme,
where it tells nothing that matters, not at all.
"""

import argparse
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_name("background.npz")
AXES = Path(__file__).parent / "shipped" / "taught_axes.npy"
DIRECTIONS = 60
SHRINKAGE = 3.0  # multiples of the mean variance added to every direction
PRIOR = 10  # how many vectors the mean of general Danish counts for
ACROSS, WITHIN = 2.5, 0.0  # weight of what the model was taught: across themes, within one
SHORTEST = 12  # words: a half of a shorter sentence says too little

Floats = NDArray[np.float32]


@cache
def _stored() -> tuple[Floats, Floats, Floats]:
    """The projection (384, 60), the mean (384,) and the axes of what was taught (384, 16)."""
    with np.load(FILE) as stored:
        projection, mean = (stored[name].astype(np.float32) for name in ("projection", "mean"))
    return projection, mean, taught_axes()


def taught_axes() -> Floats:
    """The axes along which the sentence model was taught, shape (384, 16), each of length one."""
    return np.asarray(np.load(AXES), dtype=np.float32)


def project(vectors: Floats, across: bool = False) -> Floats:
    """The vectors centred and seen along the 60 directions: rows of length one, shape (n, 60)."""
    return unit(centre(vectors, across) @ _stored()[0])


def centre(vectors: Floats, across: bool = False) -> Floats:
    """The vectors less their mean; of few vectors, the mean is drawn towards that of all Danish.

    `across` tells that they come from all themes and not from one.
    """
    _, usual, axes = _stored()
    mean = (vectors.sum(axis=0) + PRIOR * usual) / (len(vectors) + PRIOR)
    return _weighted(vectors - mean, axes, ACROSS if across else WITHIN)


def _weighted(vectors: Floats, axes: Floats, weight: float) -> Floats:
    """The vectors, what lies along the axes times `weight`."""
    return np.asarray(vectors + (weight - 1) * (vectors @ axes) @ axes.T, dtype=np.float32)


def unit(rows: Floats) -> Floats:
    """Rows of length one; rows of zeros stay."""
    length = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(length, 1e-9), dtype=np.float32)


def halves(sentence: str) -> tuple[str, str] | None:
    """The sentence cut at the comma nearest its middle (else in the middle), or None if short."""
    words = sentence.split()
    if len(words) < SHORTEST:
        return None
    middle = len(words) // 2
    inner = range(int(len(words) * 0.3), int(len(words) * 0.7))
    commas = [i + 1 for i in inner if words[i].endswith(",")]
    cut = min(commas, key=lambda place: abs(place - middle), default=middle)
    return " ".join(words[:cut]), " ".join(words[cut:])


def fit(whole: Floats, first: Floats, second: Floats) -> Floats:
    """The projection (384, 60) from vectors of sentences and of the two halves of some."""
    size = whole.shape[1]
    apart = (first - second) / np.sqrt(2.0)
    within = apart.T @ apart / len(apart)
    within = within + SHRINKAGE * np.trace(within) / size * np.eye(size)
    values, axes = np.linalg.eigh(within)
    calm = axes @ np.diag(values**-0.5) @ axes.T
    spread = (whole - whole.mean(axis=0)) @ calm
    strength, directions = np.linalg.eigh(spread.T @ spread / len(spread))
    order = np.argsort(-strength)[:DIRECTIONS]
    damped = (strength[order] / strength[order[0]]) ** -0.25
    return np.asarray(calm @ directions[:, order] * damped, dtype=np.float32)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read a CoNLL-U corpus, embed its sentences and write `background.npz`."""
    from language.vectors import default_embedder

    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("corpus", type=Path)
    chosen = parser.parse_args(arguments)
    lines = chosen.corpus.read_text(encoding="utf-8").splitlines()
    sentences = [line[9:].strip() for line in lines if line.startswith("# text = ")]
    pairs = [pair for pair in map(halves, sentences) if pair]
    axes = taught_axes()

    def embed(texts: Sequence[str]) -> Floats:
        return _weighted(default_embedder().embed(texts), axes, ACROSS)

    whole = embed(sentences)
    found = fit(whole, embed([a for a, _ in pairs]), embed([b for _, b in pairs]))
    mean = _weighted(whole.mean(axis=0), axes, 1 / ACROSS)
    np.savez_compressed(FILE, projection=found.astype(np.float16), mean=mean)
    print(f"{len(sentences)} sentences, {len(pairs)} pairs of halves: {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
