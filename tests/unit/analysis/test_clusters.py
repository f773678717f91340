from dataclasses import replace

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from analysis.clusters import group, partition_space
from analysis.space import place
from tests.unit.analysis.sample import ALL, LABELS, TEETH, ids, vectors

IDS = ids(len(ALL))


def found_labels(clusters, ids_):
    where = {i: cluster.id for cluster in clusters for i in cluster.statement_ids}
    return [where[i] for i in ids_]


def test_thirty_statements_on_three_matters_fall_into_them():
    clusters = group(IDS, ALL, vectors(ALL))
    assert adjusted_rand_score(LABELS, found_labels(clusters, IDS)) > 0.6


def test_every_statement_is_in_one_cluster_of_its_theme_and_one_across():
    themes = ["health"] * 10 + ["casework"] * 10 + [None] * 10
    clusters = group(IDS, ALL, vectors(ALL), themes)
    across = [i for c in clusters if c.theme_key is None for i in c.statement_ids]
    health = [i for c in clusters if c.theme_key == "health" for i in c.statement_ids]
    assert sorted(across) == sorted(IDS)
    assert sorted(health) == sorted(IDS[:10])


def test_the_same_input_gives_the_same_clusters():
    assert group(IDS, ALL, vectors(ALL)) == group(IDS, ALL, vectors(ALL))


def test_finer_gives_more_groups_and_fewer_gives_less():
    rows = place(ALL, vectors(ALL))
    coarse, found, fine = (
        len(set(partition_space(rows, finer=steps, rest=False).labels)) for steps in (-1, 0, 2)
    )
    assert coarse < found < fine


def test_a_cluster_that_a_person_edited_keeps_members_and_name():
    first = group(IDS, ALL, vectors(ALL))
    mixed = (IDS[0], IDS[10], IDS[20])
    edited = replace(first[0], statement_ids=mixed, name="Min klynge", edited=True)
    others = [
        replace(c, statement_ids=tuple(i for i in c.statement_ids if i not in mixed))
        for c in first[1:]
    ]
    second = group(IDS, ALL, vectors(ALL), previous=(edited, *others))
    kept = next(c for c in second if c.id == edited.id)
    assert (kept.name, kept.edited, set(kept.statement_ids)) == ("Min klynge", True, set(mixed))
    assert sorted(i for c in second for i in c.statement_ids) == sorted(IDS)


def test_a_new_statement_may_join_an_edited_cluster():
    old, texts = IDS[:-1], (*ALL[10:], *TEETH[:9])
    first = group(old, texts, vectors(texts))
    teeth = replace(first[0], statement_ids=tuple(old[20:29]), name="Tænder", edited=True)
    more = (*texts, "Gratis tandlæge til tænderne, for tandlægen er for dyr")
    second = group(IDS, more, vectors(more), previous=(teeth,))
    assert IDS[-1] in next(c for c in second if c.name == "Tænder").statement_ids


def test_ids_are_kept_when_a_cluster_is_mostly_the_same():
    first = group(IDS[:-2], ALL[:-2], vectors(ALL[:-2]))
    second = group(IDS, ALL, vectors(ALL), previous=first)
    assert {c.id for c in first} & {c.id for c in second}


@pytest.mark.parametrize(
    "texts",
    [
        (),
        ("",),
        ("nej",),
        ("", "", ""),
        ("😀", "12345", "Kalaallisut oqaatsit", "أين بيتي", "where is my home", "bolig " * 5000),
        ("ja",) * 40,
        ("",) * 30,
    ],
)
def test_odd_input_is_grouped_or_left_over_but_never_lost(texts):
    mine = ids(len(texts))
    clusters = group(mine, texts, vectors(texts))
    assert sorted(i for c in clusters for i in c.statement_ids) == sorted(mine)


def test_statements_without_words_belong_nowhere():
    texts = (*ALL, "12345", "")
    clusters = group(ids(32), texts, vectors(texts))
    rest = next(c for c in clusters if c.is_rest)
    assert set(ids(32)[30:]) <= set(rest.statement_ids)


def test_typical_statements_come_first():
    cluster = group(IDS, ALL, vectors(ALL))[0]
    assert cluster.typical_ids == cluster.statement_ids[:3]


def test_the_space_has_rows_of_length_one():
    rows = place(ALL, vectors(ALL))
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)


def test_of_very_many_a_sample_is_cut_and_the_others_follow(monkeypatch):
    monkeypatch.setattr("analysis.clusters.CUT_AT_ONCE", 24)
    clusters = group(IDS, ALL, vectors(ALL))
    assert sorted(i for c in clusters for i in c.statement_ids) == sorted(IDS)
    assert adjusted_rand_score(LABELS, found_labels(clusters, IDS)) > 0.5
