"""Who stands next to whom: the graph of nearest neighbours, in pieces that fit in memory."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from analysis.background import Floats

PIECE = 1024  # rows compared at a time


def nearest(rows: Floats, others: Floats, count: int) -> tuple[NDArray[np.intp], Floats]:
    """For each row the `count` most similar of `others`: (indices, cosines), both (n, count).

    Unordered within a row. Rows have length one. Memory: 1,024 x len(others) floats at a time.
    """
    count = min(count, len(others))
    places = np.empty((len(rows), count), dtype=np.intp)
    cosines = np.empty((len(rows), count), dtype=np.float32)
    for start in range(0, len(rows), PIECE):
        likeness = rows[start : start + PIECE] @ others.T
        found = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        places[start : start + PIECE] = found
        cosines[start : start + PIECE] = np.take_along_axis(likeness, found, axis=1)
    return places, cosines


def graph(rows: Floats, count: int) -> csr_matrix:
    """The symmetric graph of the `count` nearest neighbours, weighted by cosine, shape (n, n).

    Nobody neighbours themselves; cosines below zero count as a hair above it, so that every
    statement has an edge.
    """
    size = len(rows)
    places, cosines = nearest(rows, rows, min(count + 1, size))
    starts = np.repeat(np.arange(size), places.shape[1])
    weights = np.maximum(cosines.ravel(), 1e-4)
    edges = csr_matrix((weights, (starts, places.ravel())), shape=(size, size))
    edges.setdiag(0)
    edges.eliminate_zeros()
    return csr_matrix((edges + edges.T) / 2)


def follow(
    rows: Floats, leaders: Floats, labels: NDArray[np.intp], count: int = 9
) -> NDArray[np.intp]:
    """For each row the label that its nearest leaders have, each counting by its cosine: (n,)."""
    result = np.empty(len(rows), dtype=np.intp)
    for start in range(0, len(rows), PIECE):
        places, cosines = nearest(rows[start : start + PIECE], leaders, count)
        votes = np.zeros((len(places), int(labels.max()) + 1), dtype=np.float32)
        each = np.arange(len(places))[:, None]
        np.add.at(votes, (each, labels[places]), np.maximum(cosines, 1e-4))
        result[start : start + PIECE] = votes.argmax(axis=1)
    return result
