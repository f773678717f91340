"""Agreement of groups with labels, and of groups with each other."""

from collections.abc import Callable, Sequence
from itertools import combinations

import numpy as np
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

SEEDS = range(5)

Partition = Callable[[int], Sequence[int]]


def scores(labels: Sequence[str], partition: Partition) -> tuple[float, float, float]:
    """Normalised mutual information, adjusted Rand index, number of groups: means of five seeds."""
    rows = []
    for seed in SEEDS:
        found = partition(seed)
        nmi = normalized_mutual_info_score(labels, found)
        rows.append((nmi, adjusted_rand_score(labels, found), len(set(found))))
    nmi, ari, number = np.mean(rows, axis=0)
    return float(nmi), float(ari), float(number)


def seed_stability(partition: Partition) -> float:
    """Mean adjusted Rand index between the groupings of each two seeds."""
    runs = [partition(seed) for seed in SEEDS]
    return float(np.mean([adjusted_rand_score(a, b) for a, b in combinations(runs, 2)]))
