"""What a person accepts lies sealed in a draft, once, and the guard is asked at hand-in."""

import pytest

from interviews.documents.accepting import Source, accept_statements, not_yet_taken
from interviews.documents.model import Candidate
from interviews.model import Kind, Origin, Wording
from interviews.record import ConsentMissing, FindingsOpen, hand_in
from interviews.setup import create_consultation, shared_themes
from storage import open_store

SAID = Candidate("Tandlægen er for dyr.", "health", Kind.CHALLENGE, 0, Wording.VERBATIM)
NAMED = Candidate("Kirsten Holm ringede aldrig.", None, None, 1)
YES = Source(consented=True, month="2019-05", participants=4)


@pytest.fixture
def base(home):
    with open_store() as store:
        return create_consultation(store, "Prøve", "Egeby", shared_themes())


def accept(base, *candidates, source=YES, draft_id=None):
    with open_store() as store:
        return accept_statements(store, base.id, candidates, source, "2024-06-01", draft_id)


def test_accepted_sentences_become_statements_at_hand_in(base):
    draft = accept(base, SAID)
    with open_store() as store:
        assert store.statements(base.id) == ()
        hand_in(store, draft.id)
        (said,) = store.statements(base.id)
        (talk,) = (store.interview(said.interview_id),)
    assert (said.text, said.theme_key, said.kind, said.wording, said.quotable) == (
        "Tandlægen er for dyr.",
        "health",
        Kind.CHALLENGE,
        Wording.VERBATIM,
        False,
    )
    assert (talk.month, talk.participants, talk.consented) == ("2019-05", 4, True)
    assert talk.origin is Origin.DOCUMENT


def test_a_name_stops_the_hand_in_and_no_theme_stays_no_theme(base):
    draft = accept(base, NAMED)
    with open_store() as store, pytest.raises(FindingsOpen):
        hand_in(store, draft.id)
    plain = accept(base, Candidate("Maden er god her.", None, None, 0))
    with open_store() as store:
        assert hand_in(store, plain.id).statements[0].theme_key is None


def test_more_goes_into_the_same_draft_while_it_is_there(base):
    first = accept(base, SAID)
    second = accept(base, NAMED, draft_id=first.id)
    assert (second.id, len(second.entries)) == (first.id, 2)
    assert accept(base, SAID, draft_id="gone").id != first.id


def test_nothing_is_taken_without_a_yes(base):
    with pytest.raises(ConsentMissing):
        accept(base, SAID, source=Source(consented=False))
    with open_store() as store:
        assert store.drafts(base.id) == ()


def test_what_is_there_is_not_offered_again(base):
    accept(base, SAID)
    again = Candidate("tandlægen er for dyr", None, None, 5)
    with open_store() as store:
        assert not_yet_taken(store, base.id, [SAID, again, NAMED, NAMED]) == (NAMED,)
