"""What each part of the grouping adds: take it away and measure."""

from collections.abc import Callable, Sequence
from unittest.mock import patch

import numpy as np
from sklearn.cluster import KMeans

from analysis import space
from analysis.background import Floats, project, unit
from analysis.clusters import partition_space
from analysis.space import meaning_view, place, term_matrix, word_view
from benchmarks.cluster_scores import scores


def ablation(texts: Sequence[str], labels: Sequence[str], vectors: Floats) -> None:
    """Print mean NMI and ARI of five seeds, with as many groups as labels, without each part."""
    number = len(set(labels))
    whole = place(texts, vectors)
    words = word_view(term_matrix(texts))
    spaces: dict[str, Floats] = {
        "everything": whole,
        "without matters": unit(np.hstack([meaning_view(vectors), space.WORD_WEIGHT * words])),
        "without words": meaning_view(vectors),
        "without vectors": words if words.shape[1] else whole,
        "vectors as they come": unit(np.hstack([vectors, space.WORD_WEIGHT * words])),
        "without own directions": unit(np.hstack([project(vectors), space.WORD_WEIGHT * words])),
        "without shipped directions": _own_only(vectors, words),
    }
    print("taken away                     NMI   ARI")
    for name, rows in spaces.items():
        found = scores(labels, _engine(rows, number))
        print(f"{name:29s} {found[0]:.3f} {found[1]:.3f}")
    found = scores(labels, _kmeans(whole, number))
    print(f"{'KMeans instead of the graph':29s} {found[0]:.3f} {found[1]:.3f}")


def _own_only(vectors: Floats, words: Floats) -> Floats:
    with patch.object(space, "project", lambda rows: np.zeros((len(rows), 1), dtype=np.float32)):
        return unit(np.hstack([meaning_view(vectors), space.WORD_WEIGHT * words]))


def _engine(rows: Floats, number: int) -> Callable[[int], Sequence[int]]:
    return lambda seed: list(partition_space(rows, number, seed=seed, rest=False).labels)


def _kmeans(rows: Floats, number: int) -> Callable[[int], Sequence[int]]:
    return lambda seed: list(KMeans(number, n_init=10, random_state=seed).fit_predict(rows))
