from dataclasses import replace

import pytest

from analysis.clusters import group
from analysis.edit_clusters import (
    ClustersDiffer,
    ClusterUnknown,
    NotInCluster,
    merge_clusters,
    move_statement,
    rename_cluster,
    split_cluster,
    undo_clusters,
)
from analysis.model import Cluster
from interviews.model import Consultation, Interview, Statement
from storage import open_store
from tests.unit.analysis.sample import ALL, ids, vectors

IDS = ids(len(ALL))
CID = "c" * 32


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("TALEROER_DATABASE_URL", f"sqlite:///{tmp_path / 'base.sqlite'}")
    with open_store() as opened:
        opened.add_consultation(Consultation(CID, "Prøve", "Prøveby"))
        said = [
            Statement(i, n, CID, "i" * 32, t)
            for n, (i, t) in enumerate(zip(IDS, ALL, strict=True), 1)
        ]
        opened.add_interview(Interview("i" * 32, CID, None, None, None), said)
        parts = {"teeth": IDS[:10], "workers": IDS[10:20], "homes": IDS[20:]}
        made = [
            Cluster(name.ljust(32, "0"), CID, None, place, (name,), tuple(members))
            for place, (name, members) in enumerate(parts.items())
        ]
        opened.save_clusters(CID, made)
        yield opened


TEETH, WORKERS, HOMES = (name.ljust(32, "0") for name in ("teeth", "workers", "homes"))


def members(store):
    return {cluster.id: set(cluster.statement_ids) for cluster in store.clusters(CID)}


def test_merged_clusters_hold_everybody_and_have_new_key_terms(store):
    merged = merge_clusters(store, CID, (TEETH, WORKERS))
    assert members(store) == {TEETH: set(IDS[:20]), HOMES: set(IDS[20:])}
    assert merged.edited
    assert merged.key_terms != ("teeth",)


def test_a_split_takes_the_chosen_statements_out(store):
    kept, made = split_cluster(store, CID, TEETH, IDS[:4])
    assert set(kept.statement_ids) == set(IDS[4:10])
    assert members(store)[made.id] == set(IDS[:4])


def test_a_moved_statement_is_in_its_new_cluster_only(store):
    move_statement(store, CID, IDS[0], HOMES)
    assert IDS[0] in members(store)[HOMES]
    assert IDS[0] not in members(store)[TEETH]


def test_a_cluster_without_statements_disappears(store):
    for id_ in IDS[:10]:
        move_statement(store, CID, id_, HOMES)
    assert TEETH not in members(store)


def test_a_name_is_a_persons_until_it_is_taken_away(store):
    assert rename_cluster(store, CID, TEETH, "  Ondt i  tænderne ").label == "Ondt i tænderne"
    assert rename_cluster(store, CID, TEETH, "").name is None


def test_undo_goes_one_change_back_at_a_time(store):
    before = members(store)
    merge_clusters(store, CID, (TEETH, WORKERS))
    between = members(store)
    split_cluster(store, CID, HOMES, IDS[20:22])
    assert undo_clusters(store, CID)
    assert members(store) == between
    assert undo_clusters(store, CID)
    assert members(store) == before


def test_the_next_run_respects_what_people_did(store):
    merge_clusters(store, CID, (TEETH, WORKERS))
    rename_cluster(store, CID, TEETH, "Tænder og sagsbehandlere")
    found = group(IDS, ALL, vectors(ALL), previous=store.clusters(CID))
    kept = next(cluster for cluster in found if cluster.id == TEETH)
    assert (kept.name, set(kept.statement_ids)) == ("Tænder og sagsbehandlere", set(IDS[:20]))


def test_what_cannot_be_done_is_said(store):
    with pytest.raises(ClusterUnknown):
        rename_cluster(store, CID, "nobody", "x")
    with pytest.raises(ClustersDiffer):
        merge_clusters(store, CID, (TEETH, TEETH))
    with pytest.raises(NotInCluster):
        split_cluster(store, CID, TEETH, IDS[:10])
    with pytest.raises(NotInCluster):
        move_statement(store, CID, "nobody", TEETH)


def test_clusters_of_different_themes_are_not_merged(store):
    first, *others = store.clusters(CID)
    store.save_clusters(CID, (replace(first, theme_key="health"), *others))
    with pytest.raises(ClustersDiffer):
        merge_clusters(store, CID, (TEETH, WORKERS))
