"""Statements of one conversation that a word ties together are shown before they are printed."""

from interviews.model import Interview, Statement
from interviews.telling_words import Tie, ties
from storage import Store

TEXTS = {
    "a1": "Jeg bor i min båd om sommeren.",
    "a2": "Båden har ingen varme, og kommunen svarer ikke.",
    "a3": "Kommunen svarer ikke på mine breve.",
    "b1": "Kommunen svarer aldrig.",
    "b2": "Min hest står på en mark.",
}
SAID = {
    key: Statement(key, number, "c" * 32, key[0], text)
    for number, (key, text) in enumerate(TEXTS.items(), 1)
}


def found(store: Store, key: str, *printed: str) -> tuple[Tie, ...]:
    for talk in "ab":
        mine = [one for one in SAID.values() if one.interview_id == talk]
        store.add_interview(Interview(talk, "c" * 32, None, None, 1), mine)
    return ties(store, SAID[key], [SAID[one] for one in printed])


def test_a_word_only_this_conversation_uses_ties_its_statements(store: Store) -> None:
    assert found(store, "a1", "a2", "a3", "b1") == (Tie("U-002", ("båd",)),)


def test_a_word_that_others_use_too_ties_nothing(store: Store) -> None:
    assert found(store, "a3", "a2", "b1") == ()


def test_a_statement_is_not_tied_to_itself(store: Store) -> None:
    assert found(store, "a1", "a1", "b2") == ()
