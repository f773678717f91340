"""Notes from paper become statements, a line each, and pass the same gate as a conversation."""

import pytest

from guides.loader import load_shared
from interviews import drafts, record
from interviews.model import Draft, Origin, Typed, Wording
from interviews.paper import lines_to_statements, start_paper
from storage import Store

GUIDE = load_shared()[0]


@pytest.fixture
def noted(store: Store) -> Draft:
    return start_paper(
        store, "c" * 32, GUIDE, "2026-03-04", month="2025-11", participants=2, quotable=True
    )


def write(store: Store, draft: Draft, at: int, text: str) -> None:
    drafts.save_entry(store, draft.id, Typed(draft.entries[at].id, text, "w", 1, 0))


def test_there_is_a_field_for_each_question_and_one_for_the_rest(noted: Draft) -> None:
    assert [e.question_key for e in noted.entries] == [*(q.key for q in GUIDE.questions), None]
    assert noted.consent_given
    assert {(e.wording, e.quotable) for e in noted.entries} == {(Wording.PARAPHRASED, True)}


def test_every_line_is_a_statement_of_its_question(store: Store, noted: Draft) -> None:
    write(store, noted, 0, "- Det er koldt\n\n  2) »Jeg fryser, hver nat.«  \nVinduet er i stykker")
    write(store, noted, 2, '"Ja"')
    done = lines_to_statements(store, noted.id)
    said = [(e.question_key, e.text, e.wording) for e in record.said(done)]
    first, third = GUIDE.questions[0].key, GUIDE.questions[2].key
    assert said == [
        (first, "Det er koldt", Wording.PARAPHRASED),
        (first, "Jeg fryser, hver nat.", Wording.VERBATIM),
        (first, "Vinduet er i stykker", Wording.PARAPHRASED),
        (third, "Ja", Wording.VERBATIM),
    ]
    assert len({e.id for e in done.entries}) == len(GUIDE.questions) + 1 + 2
    assert lines_to_statements(store, noted.id) == done


def test_a_quote_inside_a_line_and_a_year_at_its_start_stay(store: Store, noted: Draft) -> None:
    text = 'Han sagde "nej" og gik\n2024 var et dårligt år'
    write(store, noted, 0, text)
    done = lines_to_statements(store, noted.id)
    assert [e.text for e in record.said(done)] == text.splitlines()


def test_paper_passes_the_same_gate_and_is_known_to_be_paper(store: Store, noted: Draft) -> None:
    write(store, noted, 0, "Mit nummer er 251248-9996\nVarmestuen lukker for tidligt")
    lines_to_statements(store, noted.id)
    with pytest.raises(record.FindingsOpen):
        record.hand_in(store, noted.id)
    entry = store.draft(noted.id).entries[0]
    drafts.save_entry(store, noted.id, Typed(entry.id, "Jeg fik et nummer", "v", 1, entry.revision))
    done = record.hand_in(store, noted.id)
    assert (done.interview.origin, done.interview.participants) == (Origin.PAPER, 2)
    assert done.interview.month == "2025-11"
    assert [s.text for s in done.statements] == [
        "Jeg fik et nummer",
        "Varmestuen lukker for tidligt",
    ]
    assert store.drafts("c" * 32) == ()


def test_a_text_from_another_window_is_never_dropped(store: Store, noted: Draft) -> None:
    write(store, noted, 0, "Første")
    late = Typed(noted.entries[0].id, "Anden", "x", 1, 0, late=True)
    drafts.save_entry(store, noted.id, late)
    entry, *_rest = lines_to_statements(store, noted.id).entries
    assert (entry.text, entry.other) == ("Første", "Anden")
