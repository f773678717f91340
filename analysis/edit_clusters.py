"""What people do to clusters: merge, split, move, rename, and undo. The next run respects it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol
from uuid import uuid4

from analysis.cluster_names import name_groups
from analysis.model import Cluster
from interviews.model import Statement


class ClusterStore(Protocol):
    """What editing clusters needs of the store."""

    def clusters(self, consultation_id: str, /) -> tuple[Cluster, ...]: ...

    def save_clusters(self, consultation_id: str, clusters: Sequence[Cluster], /) -> None: ...

    def undo_clusters(self, consultation_id: str, /) -> bool: ...

    def statements_by_id(self, ids: Sequence[str], /) -> Mapping[str, Statement]: ...


class ClusterUnknown(KeyError):
    """No cluster of this consultation has that id."""

    code = "cluster-unknown"


class ClustersDiffer(ValueError):
    """Clusters of different themes cannot be made one, nor can fewer than two."""

    code = "clusters-differ"


class NotInCluster(ValueError):
    """The statements are not in the cluster, or are all of it."""

    code = "not-in-cluster"


def merge_clusters(
    store: ClusterStore, consultation_id: str, cluster_ids: Sequence[str]
) -> Cluster:
    """Make several clusters of one theme one; the first lends its id and, if any, its name.

    Raises ClusterUnknown, and ClustersDiffer for fewer than two or different themes.
    """
    everyone = store.clusters(consultation_id)
    chosen = [_find(everyone, id_) for id_ in dict.fromkeys(cluster_ids)]
    if len(chosen) < 2 or len({cluster.theme_key for cluster in chosen}) > 1:
        raise ClustersDiffer(", ".join(cluster_ids))
    members = tuple(dict.fromkeys(i for cluster in chosen for i in cluster.statement_ids))
    name = next((cluster.name for cluster in chosen if cluster.name), None)
    merged = replace(_remade(store, chosen[0], members), name=name, is_rest=False)
    gone = {cluster.id for cluster in chosen[1:]}
    left = [merged if c.id == merged.id else c for c in everyone if c.id not in gone]
    store.save_clusters(consultation_id, tuple(left))
    return merged


def split_cluster(
    store: ClusterStore, consultation_id: str, cluster_id: str, statement_ids: Sequence[str]
) -> tuple[Cluster, Cluster]:
    """Take some statements out of a cluster into a new one beside it: (the old, the new).

    Raises ClusterUnknown, and NotInCluster unless they are some, not all, of its members.
    """
    everyone = store.clusters(consultation_id)
    old = _find(everyone, cluster_id)
    moving = set(statement_ids)
    if not moving or not moving < set(old.statement_ids):
        raise NotInCluster(cluster_id)
    stay = tuple(i for i in old.statement_ids if i not in moving)
    leave = tuple(i for i in old.statement_ids if i in moving)
    kept = _remade(store, old, stay)
    fresh = replace(old, id=uuid4().hex, name=None, is_rest=False)
    made = replace(_remade(store, fresh, leave), position=_last_position(everyone) + 1)
    left = [kept if cluster.id == old.id else cluster for cluster in everyone]
    store.save_clusters(consultation_id, (*left, made))
    return kept, made


def move_statement(
    store: ClusterStore, consultation_id: str, statement_id: str, cluster_id: str
) -> Cluster:
    """Put a statement into another cluster of the same theme; gives back that cluster.

    A cluster that becomes empty disappears. Raises ClusterUnknown for an unknown cluster, and
    NotInCluster where no cluster of that theme holds the statement.
    """
    everyone = store.clusters(consultation_id)
    target = _find(everyone, cluster_id)
    source = next(
        (
            cluster
            for cluster in everyone
            if cluster.theme_key == target.theme_key and statement_id in cluster.statement_ids
        ),
        None,
    )
    if source is None:
        raise NotInCluster(statement_id)
    if source.id == target.id:
        return target
    grown = _remade(store, target, (*target.statement_ids, statement_id))
    rest = tuple(i for i in source.statement_ids if i != statement_id)
    changed = {target.id: grown, source.id: _remade(store, source, rest) if rest else None}
    left = [changed.get(cluster.id, cluster) for cluster in everyone]
    store.save_clusters(consultation_id, tuple(cluster for cluster in left if cluster))
    return grown


def rename_cluster(
    store: ClusterStore, consultation_id: str, cluster_id: str, name: str
) -> Cluster:
    """Give a cluster a person's name; an empty name gives it back to its key terms.

    Raises ClusterUnknown.
    """
    everyone = store.clusters(consultation_id)
    old = _find(everyone, cluster_id)
    renamed = replace(old, name=" ".join(name.split()) or None, edited=True)
    left = tuple(renamed if cluster.id == old.id else cluster for cluster in everyone)
    store.save_clusters(consultation_id, left)
    return renamed


def undo_clusters(store: ClusterStore, consultation_id: str) -> bool:
    """Go back to the clusters before the last change; False where there is nothing to undo."""
    return store.undo_clusters(consultation_id)


def _find(clusters: Sequence[Cluster], cluster_id: str) -> Cluster:
    for cluster in clusters:
        if cluster.id == cluster_id:
            return cluster
    raise ClusterUnknown(cluster_id)


def _last_position(clusters: Sequence[Cluster]) -> int:
    return max(cluster.position for cluster in clusters)


def _remade(store: ClusterStore, cluster: Cluster, members: tuple[str, ...]) -> Cluster:
    """The cluster with these members, marked as edited, its key terms read anew."""
    known = store.statements_by_id(members)
    texts = [known[i].text for i in members if i in known]
    terms = name_groups([texts])[0] if texts else cluster.key_terms
    return replace(
        cluster,
        statement_ids=members,
        key_terms=terms,
        typical_ids=tuple(i for i in cluster.typical_ids if i in members) or members[:3],
        dissenting_ids=tuple(i for i in cluster.dissenting_ids if i in members),
        edited=True,
    )
