"""What of the last run's clusters the next run must respect."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.background import Floats, unit
from analysis.model import Cluster
from analysis.partition import Labels


@dataclass(frozen=True)
class Kept:
    """Edited clusters with their members' places, and the places that are free to be grouped."""

    groups: list[tuple[Cluster | None, list[int]]]
    free: list[int]


def keep_edited(ids: Sequence[str], space: Floats, previous: Sequence[Cluster]) -> Kept:
    """The clusters a person edited, as they are, with new statements that clearly belong there.

    New is what no cluster of the last run held. It joins an edited cluster if it is at least as
    close to its centre as half of the members are. A member that is no longer there is dropped;
    a cluster without members is dropped too.
    """
    place_of = {id_: i for i, id_ in enumerate(ids)}
    edited = [cluster for cluster in previous if cluster.edited]
    members = [[place_of[i] for i in c.statement_ids if i in place_of] for c in edited]
    groups: list[tuple[Cluster | None, list[int]]] = [
        (cluster, places) for cluster, places in zip(edited, members, strict=True) if places
    ]
    held = {i for cluster in previous for i in cluster.statement_ids}
    taken = {place for _, places in groups for place in places}
    newcomers = [i for i, id_ in enumerate(ids) if id_ not in held]
    joined = _join(groups, newcomers, space) if previous else {}
    for place, which in joined.items():
        groups[which][1].append(place)
    free = [i for i in range(len(ids)) if i not in taken and i not in joined]
    return Kept(groups, free)


def _join(
    groups: Sequence[tuple[Cluster | None, list[int]]], newcomers: Sequence[int], space: Floats
) -> dict[int, int]:
    """Which edited cluster (by place) each newcomer joins; those that join none are left out."""
    open_ones = [i for i, (cluster, _) in enumerate(groups) if cluster and not cluster.is_rest]
    if not open_ones or not newcomers:
        return {}
    centres = unit(np.stack([space[groups[i][1]].mean(axis=0) for i in open_ones]))
    needed = [
        float(np.median(space[groups[i][1]] @ centre))
        for i, centre in zip(open_ones, centres, strict=True)
    ]
    likeness = space[list(newcomers)] @ centres.T
    best = likeness.argmax(axis=1)
    return {
        place: open_ones[choice]
        for place, choice, row in zip(newcomers, best, likeness, strict=True)
        if row[choice] >= needed[choice]
    }


def start_labels(ids: Sequence[str], previous: Sequence[Cluster]) -> Labels | None:
    """For each statement its unedited cluster in the last run, counted from 0; -1 for none."""
    earlier = [c for c in previous if not c.edited and not c.is_rest]
    if not earlier:
        return None
    number = {i: place for place, c in enumerate(earlier) for i in c.statement_ids}
    return np.array([number.get(i, -1) for i in ids], dtype=np.intp)
