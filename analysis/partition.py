"""Cutting a graph of neighbours into groups, and asking it how many there are.

Spectral clustering (Ng, Jordan & Weiss 2001). The number of groups is where the eigenvalues of
the graph's normalised Laplacian jump (von Luxburg 2007, section 8.3).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from scipy.sparse.linalg import eigsh
from sklearn.cluster import KMeans

from analysis.background import unit

FEWEST = 3
MOST = 24
CLEAR = 0.5  # share of the widest gap that makes a number of groups a candidate
DENSE_UP_TO = 600  # statements: below, the full eigenproblem is the quicker way

Labels = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Spectrum:
    """The smallest eigenvalues of the Laplacian, ascending, and their vectors, shape (n, k)."""

    values: NDArray[np.float64]
    vectors: NDArray[np.float64]


def spectrum(edges: csr_matrix, most: int = MOST) -> Spectrum:
    """The `most` + 1 smoothest patterns on the graph (fewer on a tiny graph)."""
    size = edges.shape[0]
    wanted = min(most + 1, size - 1)
    degree = np.asarray(edges.sum(axis=1)).ravel()
    scale = diags(1.0 / np.sqrt(np.maximum(degree, 1e-12)))
    similar = scale @ edges @ scale
    if size <= DENSE_UP_TO:
        values, vectors = np.linalg.eigh(similar.toarray())
    else:
        start = np.random.default_rng(0).uniform(0.5, 1.0, size)
        values, vectors = eigsh(similar, k=wanted, which="LA", v0=start, tol=1e-4)
    order = np.argsort(-values)[:wanted]
    return Spectrum(1.0 - values[order], _same_sign(vectors[:, order]))


def _same_sign(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    # An eigenvector's sign is arbitrary: make the largest entry positive, for identical runs.
    largest = np.take_along_axis(vectors, np.abs(vectors).argmax(axis=0)[None, :], axis=0)
    return np.asarray(vectors * np.where(largest < 0, -1.0, 1.0))


def choose_number(values: NDArray[np.float64], size: int) -> int:
    """How many groups the eigenvalues suggest: at least 3, at most a sixth of the statements.

    The largest number whose gap is at least half as wide as the widest: the widest alone tends to
    see the coarse division only.
    """
    most = min(len(values) - 1, max(FEWEST, size // 6))
    if most < FEWEST:
        return max(1, min(2, size // 4))
    gaps = np.diff(values)[FEWEST - 1 : most]
    widest = float(gaps.max())
    return int(np.flatnonzero(gaps >= CLEAR * widest).max()) + FEWEST


def cut(found: Spectrum, number: int, seed: int = 7) -> Labels:
    """A group from 0 to `number` - 1 for every statement, shape (n,)."""
    number = max(1, min(number, found.vectors.shape[1]))
    rows = unit(np.asarray(found.vectors[:, :number], dtype=np.float32))
    if number == 1:
        return np.zeros(len(rows), dtype=np.intp)
    return np.asarray(KMeans(number, n_init=10, random_state=seed).fit_predict(rows), dtype=np.intp)
