"""Carrying the groups of the last run on, so that a map people know does not change under them.

A cut made anew moves many statements when a tenth new ones arrive, and is no better: the borders
between groups are soft, and small causes shift them. So the last run's groups stay until
new ones are clearly better.
"""

import numpy as np
from scipy.sparse import csr_matrix

from analysis.background import Floats
from analysis.neighbours import follow
from analysis.partition import Labels

NEW = 1 / 3  # share of new statements from which the groups are made anew
MORE = 1.5  # times as many groups in the new cut: the old ones have become too wide
BETTER = 0.08  # modularity by which a new cut must be better


def carry_on(
    space: Floats, chosen: Labels, edges: csr_matrix, start: Labels, fresh: Labels
) -> Labels | None:
    """The last run's groups with the new statements in them, or None where they do not hold.

    `start` (n,) has a group of the last run for each row of `space`, -1 for none; `fresh` and
    `edges` are the new cut and its graph over the rows `chosen`. A new statement joins the group
    that its nearest neighbours among `chosen` are in.
    """
    known = chosen[start[chosen] >= 0]
    new = np.flatnonzero(start < 0)
    if not len(known) or len(new) > NEW * len(space):
        return None
    carried = start.copy()
    if len(new):
        carried[new] = follow(space[new], space[known], start[known])
    groups = len(np.unique(carried))
    here = carried[chosen]
    gain = modularity(edges, fresh) - modularity(edges, here)
    if fresh.max() + 1 >= MORE * groups or gain > BETTER:
        return None
    return carried


def modularity(edges: csr_matrix, labels: Labels) -> float:
    """How much of the graph lies within groups, beyond chance: from -0.5 to 1.

    Newman & Girvan (2004), with weights. `edges` (n, n) is symmetric, `labels` (n,) from 0.
    """
    pairs = edges.tocoo()
    total = float(pairs.data.sum()) or 1.0
    within = float(pairs.data[labels[pairs.row] == labels[pairs.col]].sum()) / total
    degrees = np.asarray(edges.sum(axis=1)).ravel()
    shares = np.bincount(labels, weights=degrees) / total
    return within - float((shares**2).sum())
