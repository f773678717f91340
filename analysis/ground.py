"""What all sentences have in common, taken out of their vectors before they meet a theme or tag.

Vectors of this kind point in nearly the same direction (mean cosine between any two texts .80 to
.87). Taking out the mean and the first principal component leaves what the texts are about.
The statistics come from the practice sentences, not from the consultation: with twenty
statements, statistics of their own are worse than these.
"""

from dataclasses import dataclass

import numpy as np

from analysis import practice
from analysis.vectors import Matrix
from language.vectors import Embedder


@dataclass(frozen=True)
class Ground:
    """Mean and first principal component of the practice sentences, each (dimensions,)."""

    mean: Matrix
    component: Matrix

    def remove(self, vectors: Matrix) -> Matrix:
        """The vectors of shape (n, dimensions) without the ground, rows of length one."""
        centred = vectors - self.mean
        centred = centred - np.outer(centred @ self.component, self.component)
        length = np.linalg.norm(centred, axis=1, keepdims=True)
        return np.asarray(centred / np.maximum(length, 1e-9), dtype=np.float32)


_made: dict[str, Ground] = {}


def ground(embedder: Embedder) -> Ground:
    """The ground of this embedder; worked out at the first call."""
    if embedder.name not in _made:
        vectors = practice.vectors(embedder)
        mean = vectors.mean(axis=0)
        component = np.linalg.svd(vectors - mean, full_matrices=False)[2][0]
        _made[embedder.name] = Ground(mean, component)
    return _made[embedder.name]
