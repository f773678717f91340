import numpy as np

from analysis.digest import choose_digest, digest_coverage
from analysis.model import Cluster
from tests.unit.analysis.sample import HOMES, TEETH, WORKERS, ids, vectors

TEXTS = (*TEETH, *WORKERS[:4], *HOMES[:2])
IDS = ids(len(TEXTS))
PEOPLE = {id_: f"interview-{place // 2}" for place, id_ in enumerate(IDS)}


def cluster(name, places, **more):
    members = tuple(IDS[place] for place in places)
    return Cluster(name, "c", "health", 0, (), members, **more)


CLUSTERS = (
    cluster("homes", (14, 15)),
    cluster("teeth", range(10), dissenting_ids=(IDS[4],)),
    cluster("workers", range(10, 14)),
)


def digest(count, clusters=CLUSTERS):
    return choose_digest(IDS, TEXTS, vectors(TEXTS), clusters, PEOPLE, count)


def test_every_sentence_is_what_somebody_said():
    for span in digest(6):
        text = TEXTS[IDS.index(span.statement_id)]
        assert 0 <= span.start < span.end <= len(text)


def test_the_largest_group_leads_and_no_group_is_forgotten():
    spans = digest(3)
    assert [span.group for span in spans] == [0, 1, 2]
    assert [span.group_size for span in spans] == [5, 2, 1]


def test_with_room_for_a_second_sentence_the_one_that_disagrees_is_heard():
    spans = digest(4)
    assert [span.dissents for span in spans if span.group == 0] == [False, True]


def test_a_second_sentence_is_another_statement():
    chosen = [span.statement_id for span in digest(8)]
    assert len(chosen) == len(set(chosen)) == 8


def test_what_belongs_nowhere_comes_last():
    rest = cluster("rest", range(10), is_rest=True)
    spans = digest(2, (rest, cluster("workers", range(10, 14))))
    assert spans[0].statement_id in IDS[10:14]


def test_coverage_counts_groups_and_people():
    found = digest_coverage(digest(2), CLUSTERS, PEOPLE)
    assert found.groups == 2 / 3
    assert found.people == 7 / 8


def test_nothing_said_gives_no_digest():
    none = np.zeros((0, 384), dtype=np.float32)
    assert choose_digest((), (), none, (), {}, 5) == ()
    assert digest(0) == ()


def test_empty_statements_are_not_quoted():
    texts = ("", "Gratis tandlæge, tak for det", " ")
    one = Cluster("x", "c", None, 0, (), tuple(IDS[:3]))
    spans = choose_digest(IDS[:3], texts, vectors(texts), (one,), {}, 5)
    assert [span.statement_id for span in spans] == [IDS[1]]
