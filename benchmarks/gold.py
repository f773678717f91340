"""Labelled files and the shared themes, as the benchmarks of the suggestions read them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.vectors import Matrix
from language.model import Token
from language.reader import read_words
from language.vectors import default_embedder

OTHER = "other"


@dataclass(frozen=True)
class Labelled:
    """Texts with their vectors, words and labels."""

    texts: list[str]
    labels: list[str]
    vectors: Matrix
    tokens: list[tuple[Token, ...]]


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def labelled(path: Path, label: str) -> Labelled:
    """The texts of a file of JSON lines, labelled by one of its fields."""
    found = rows(path)
    texts = [row["text"] for row in found]
    labels = [str(row[label]) for row in found]
    vectors = default_embedder().embed(texts)
    return Labelled(texts, labels, vectors, [read_words(text) for text in texts])


def line(found: Mapping[str, float]) -> str:
    """Figures with their names, side by side."""
    return "  ".join(f"{key} {value:.3f}" for key, value in found.items())


def calibration_error(
    probabilities: NDArray[np.float64], truth: NDArray[np.intp], bins: int = 10
) -> float:
    """Expected calibration error of the likeliest class, in ten equal bins of confidence.

    Source: Guo et al. 2017, "On Calibration of Modern Neural Networks", equation 3.
    """
    confidence = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == truth
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        (place == b).mean() * abs(confidence[place == b].mean() - right[place == b].mean())
        for b in range(bins)
        if (place == b).any()
    ]
    return float(sum(gaps))


def least_error(probabilities: NDArray[np.float64], draws: int = 200) -> float:
    """What `calibration_error` would be if these probabilities were exactly right: its mean over
    answers drawn from them. With few rows the bins alone make an error."""
    rng = np.random.default_rng(0)
    edges = probabilities.cumsum(axis=1)
    found = []
    for _ in range(draws):
        truth = (rng.random((len(edges), 1)) > edges[:, :-1]).sum(axis=1)
        found.append(calibration_error(probabilities, truth))
    return float(np.mean(found))
