"""What each part of the grouping adds: take it away and measure."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from typing import Any
from unittest.mock import patch

import numpy as np
from sklearn.cluster import KMeans

from analysis import space
from analysis.background import Floats, unit
from analysis.clusters import partition_space
from analysis.space import meaning_view as within
from benchmarks.cluster_scores import scores


def ablation(texts: Sequence[str], labels: Sequence[str], vectors: Floats) -> None:
    """Print mean NMI and ARI of five seeds, with as many groups as labels, without each part."""
    number = len(set(labels))
    without: dict[str, dict[str, Any]] = {
        "everything": {},
        "without matters": {"MATTER_WEIGHT": 0.0},
        "without words": {"WORD_WEIGHT": 0.0},
        "without vectors": {"meaning_view": _nothing},
        "vectors as they come": {"meaning_view": lambda rows, _: unit(rows)},
        "without what was taught": {"meaning_view": lambda rows, _: within(rows)},
        "without own directions": {"OWN_WEIGHT": 0.0},
        "without shipped directions": {"project": _nothing},
    }
    print("taken away                     NMI   ARI")
    for name, parts in without.items():
        with patch.multiple(space, **parts) if parts else nullcontext():
            rows = space.place(texts, vectors, across=True)
        found = scores(labels, _engine(rows, number))
        print(f"{name:29s} {found[0]:.3f} {found[1]:.3f}")
    found = scores(labels, _kmeans(space.place(texts, vectors, across=True), number))
    print(f"{'KMeans instead of the graph':29s} {found[0]:.3f} {found[1]:.3f}")


def _nothing(rows: Floats, _: bool) -> Floats:
    return np.zeros((len(rows), 1), dtype=np.float32)


def _engine(rows: Floats, number: int) -> Callable[[int], Sequence[int]]:
    return lambda seed: list(partition_space(rows, number, seed=seed, rest=False).labels)


def _kmeans(rows: Floats, number: int) -> Callable[[int], Sequence[int]]:
    return lambda seed: list(KMeans(number, n_init=10, random_state=seed).fit_predict(rows))
