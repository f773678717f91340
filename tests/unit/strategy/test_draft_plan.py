"""The draft: real sentences, wishes of the same sort together, nothing that may not be quoted."""

import hashlib

import numpy as np
import pytest

from analysis.model import Cluster, KindSuggestion
from interviews.model import Interview, Kind, Role, Statement
from interviews.setup import create_consultation, shared_themes
from storage import open_store
from strategy.draft_plan import draft_plan
from strategy.evidence import link_evidence
from strategy.goals import add_initiative, dismiss_proposal
from strategy.model import Digest, Origin, Stance, TargetKind

WISHES = (
    "Jeg vil gerne have en fast kontaktperson.",
    "Der mangler en fast kontaktperson i kommunen.",
    "Lav en fast kontaktperson til alle.",
    "Der skal ansættes en gadesygeplejerske.",
)
SAID = (*WISHES, "Det var koldt.", "Må ikke citeres: giv os en læge.")


class WordVectors:
    """Sentences by their words, hashed into 384 places: near when they share words."""

    name = "words"

    def embed(self, texts):
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                row[int(hashlib.md5(word.encode()).hexdigest(), 16) % 384] += 1
            row /= np.linalg.norm(row) or 1
        return rows


@pytest.fixture
def base(home):
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        for n, text in enumerate(SAID):
            talk = Interview(f"talk{n}", made.id, None, "2024-05", 1)
            said = Statement(f"u{n}", n + 1, made.id, talk.id, text, "casework", quotable=n != 5)
            store.add_interview(talk, [said])
        store.save_kind_suggestions(
            KindSuggestion(f"u{n}", Kind.WISH, 0.9, n != 4, 0.9, (), "m") for n in range(len(SAID))
        )
        ids = tuple(f"u{n}" for n in range(len(SAID)))
        store.save_clusters(made.id, [Cluster("k", made.id, "casework", 0, ("kontakt",), ids)])
    return made


def draft(base):
    with open_store() as store:
        draft_plan(store, base.id, WordVectors())
        return store.initiative_proposals(base.id), store.digests(base.id)


def test_wishes_of_the_same_sort_become_one_proposal_with_their_statements(base):
    proposals, _ = draft(base)
    assert {"u0", "u1", "u2"} in [set(p.statement_ids) for p in proposals]
    assert all(p.text.startswith("at ") and not p.text.endswith(".") for p in proposals)


def test_every_line_of_the_digest_is_a_stretch_of_a_statement_that_may_be_quoted(base):
    _, (digest,) = draft(base)
    assert digest.origin is Origin.MACHINE
    for line in digest.lines:
        text = SAID[int(line.statement_id[1:])]
        assert text[line.start : line.end].strip()
        assert line.statement_id != "u5"


def test_nothing_is_worded_from_what_may_not_be_quoted(base):
    proposals, _ = draft(base)
    assert "u5" not in {key for p in proposals for key in p.statement_ids}


def test_what_has_an_answer_or_was_put_aside_is_not_proposed_again(base):
    proposals, _ = draft(base)
    nurse = next(p for p in proposals if "u3" in p.statement_ids)
    with open_store() as store:
        dismiss_proposal(store, nurse)
        act = add_initiative(store, base.id, "casework", "at der tilknyttes")
        link_evidence(
            store, "u0", TargetKind.INITIATIVE, act.id, Stance.SUPPORTS, Role.STEERING, "d"
        )
    again, _ = draft(base)
    fresh = [p for p in again if not p.dismissed]
    assert not {"u0", "u3"} & {key for p in fresh for key in p.statement_ids}
    assert nurse.id in {p.id for p in again}


def test_a_digest_a_person_has_edited_stays(base):
    mine = Digest(base.id, "casework", (), Origin.PERSON, "2024-06-01")
    with open_store() as store:
        store.save_digest(mine)
    _, digests = draft(base)
    assert digests == (mine,)
