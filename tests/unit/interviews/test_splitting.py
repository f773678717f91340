"""Cutting and joining entries loses no word."""

from dataclasses import replace

import pytest

from interviews import drafts, splitting
from interviews.model import Draft, Kind, Typed
from storage import Store

TEXT = (
    "Jeg har ringet til kommunen hver dag i tre uger. Der er aldrig nogen, der ringer tilbage. "
    "Varmestuen er god, men den lukker klokken to hver eneste dag."
)


def test_splits_are_suggested_at_sentences_and_where_the_thought_turns() -> None:
    starts = [TEXT[at:].split()[0] for at in splitting.suggest_splits(TEXT)]
    assert starts == ["Der", "Varmestuen", "men"]
    assert splitting.suggest_splits("Kort, men godt.") == ()
    assert splitting.suggest_splits("") == ()


def test_a_list_is_cut_before_its_marks_and_loses_them(store: Store, draft: Draft) -> None:
    text = "- boliger er dyre for os\n- man venter i årevis\n2. maj kom der svar"
    drafts.save_entry(store, draft.id, Typed(draft.entries[0].id, text, "a", 1, 0))
    for at in reversed(splitting.suggest_splits(text)):
        splitting.split_entry(store, draft.id, draft.entries[0].id, at)
    texts = [entry.text for entry in store.draft(draft.id).entries]
    assert texts[1:] == ["man venter i årevis", "2. maj kom der svar"]


def test_every_word_but_the_first_can_be_cut_at() -> None:
    assert splitting.words_of("Kort men  godt") == ((5, "men"), (10, "godt"))
    assert splitting.words_of("- hus\n- hund") == ((6, "hund"),)


def test_splitting_everywhere_suggested_loses_no_word(store: Store, draft: Draft) -> None:
    drafts.save_entry(store, draft.id, Typed(draft.entries[0].id, TEXT, "a", 1, 0))
    drafts.describe_entry(store, draft.id, replace(draft.entries[0], kind=Kind.CHALLENGE))
    for at in reversed(splitting.suggest_splits(TEXT)):
        splitting.split_entry(store, draft.id, draft.entries[0].id, at)
    entries = store.draft(draft.id).entries
    assert len(entries) == 4
    assert " ".join(entry.text for entry in entries) == TEXT
    assert {(entry.kind, entry.question_key) for entry in entries} == {(Kind.CHALLENGE, "q1")}
    assert len({entry.id for entry in entries}) == 4


@pytest.mark.parametrize("at", [0, -1, len(TEXT), 10_000])
def test_a_cut_outside_the_text_is_refused(store: Store, draft: Draft, at: int) -> None:
    drafts.save_entry(store, draft.id, Typed(draft.entries[0].id, TEXT, "a", 1, 0))
    with pytest.raises(splitting.SplitOutside):
        splitting.split_entry(store, draft.id, draft.entries[0].id, at)


def test_what_was_cut_can_be_joined_again(store: Store, draft: Draft) -> None:
    first = draft.entries[0].id
    drafts.save_entry(store, draft.id, Typed(first, TEXT, "a", 1, 0))
    splitting.split_entry(store, draft.id, first, splitting.suggest_splits(TEXT)[1])
    drafts.add_entry(store, draft.id, "housing", "another")
    joined = splitting.join_entries(store, draft.id, first)
    assert [entry.text for entry in joined.entries] == [TEXT, ""]
    assert splitting.join_entries(store, draft.id, first) == joined
