"""Statements that ask for the same thing, put together."""

from collections.abc import Sequence

import numpy as np
from sklearn.cluster import AgglomerativeClustering

from analysis.background import Floats
from analysis.space import place

APART = 0.78  # average cosine distance above which two asks are two; chosen on the demonstration
MOST = 8  # statements in one group: more is a theme, not a wish


def group_asks(texts: Sequence[str], vectors: Floats) -> tuple[tuple[int, ...], ...]:
    """Places of the texts that ask for the same, largest group first, the most typical ask first.

    `vectors` has shape (n, 384). Every text is in exactly one group, alone if need be. Average
    linkage on cosine distance; quadratic, so for some thousand asks at most.
    """
    if len(texts) < 2:
        return tuple((i,) for i in range(len(texts)))
    space = place(texts, vectors)
    labels = AgglomerativeClustering(
        n_clusters=None, distance_threshold=APART, metric="cosine", linkage="average"
    ).fit_predict(space)
    groups = []
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        closeness = space[members] @ space[members].mean(axis=0)
        ordered = members[np.argsort(-closeness, kind="stable")]
        groups += [tuple(map(int, ordered[i : i + MOST])) for i in range(0, len(ordered), MOST)]
    return tuple(sorted(groups, key=lambda g: (-len(g), g)))
