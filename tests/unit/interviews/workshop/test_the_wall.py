"""Notes are put up once the guard has read them, moved, merged, and become themes and words."""

import pytest

from interviews.model import Theme
from interviews.refusals import FindingsOpen, NothingSaid
from interviews.setup import add_theme
from interviews.workshop.board import headings, merge_notes, move_note, put_up, reword_note
from interviews.workshop.model import Level, Line
from interviews.workshop.themes import (
    accept_seed_words,
    accept_themes,
    seed_words_to_come,
    themes_to_come,
)
from storage import Store

CID = "c" * 32
COLD = Line("Boliger", Level.CHALLENGE, "For koldt på herberget om natten", 2)
HOME = Line("Boliger", Level.GOAL, "at alle har et sted at bo", 5)
BUS = Line("Transport", Level.INITIATIVE, "en nattebus til herberget", 9)
NAMED = Line("Boliger", Level.CHALLENGE, "Jeg talte med Kirsten fra kommunen om det hele")
NUMBER = Line("Boliger", Level.CHALLENGE, "Mit nummer er 251248-9996")


def put(store: Store, *lines: Line):
    return put_up(store, CID, lines).kept


def test_every_line_is_kept_held_or_there_already(store: Store) -> None:
    done = put_up(store, CID, [COLD, NAMED, NUMBER, COLD])
    assert [note.text for note in done.kept] == [COLD.text]
    assert (done.held, done.there) == ((NAMED, NUMBER), (COLD,))
    assert store.contributions(CID) == done.kept
    assert put_up(store, CID, [COLD]).there == (COLD,)


def test_a_person_may_call_a_name_harmless_but_never_a_number(store: Store) -> None:
    done = put_up(store, CID, [NAMED, NUMBER], harmless=True)
    assert [note.text for note in done.kept] == [NAMED.text]
    assert done.held == (NUMBER,)


def test_a_name_in_a_heading_is_held_too(store: Store) -> None:
    line = Line("Kirsten Jensens idéer", Level.GOAL, "flere bænke")
    assert put_up(store, CID, [line]).held == (line,)


def test_notes_are_moved_reworded_and_taken_down(store: Store) -> None:
    (note,) = put(store, COLD)
    note = move_note(store, note, " Varme ", Level.GOAL)
    assert (note.heading, note.level) == ("Varme", Level.GOAL)
    note = reword_note(store, note, "Mere  varme", 7)
    assert store.contributions(CID) == (note,)
    assert (note.text, note.dots) == ("Mere varme", 7)
    with pytest.raises(NothingSaid):
        reword_note(store, note, " ", 1)
    with pytest.raises(FindingsOpen):
        reword_note(store, note, NAMED.text, 1)
    with pytest.raises(FindingsOpen):
        move_note(store, note, "Kirsten Jensen", Level.GOAL)
    assert store.contributions(CID) == (note,)
    store.delete_contribution(note.id)
    assert store.contributions(CID) == ()


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("flere bænke", "Flere bænke", "flere bænke"),
        ("flere bænke", "flere bænke i parken", "flere bænke i parken"),
        ("flere bænke", "steder at sidde", "flere bænke / steder at sidde"),
    ],
)
def test_two_notes_become_one_and_no_dot_is_lost(store: Store, first, second, text) -> None:
    kept, other = put(store, Line("A", Level.GOAL, first, 3), Line("A", Level.CHALLENGE, second, 4))
    merged = merge_notes(store, kept, other)
    assert (merged.text, merged.dots) == (text, 7)
    assert store.contributions(CID) == (merged,)


def test_headings_become_themes_once_the_heaviest_first(store: Store) -> None:
    put(store, COLD, HOME, BUS)
    notes = store.contributions(CID)
    assert headings(notes) == ("Transport", "Boliger")
    add_theme(store, CID, "boliger")
    assert themes_to_come(notes, store.themes(CID)) == ("Transport",)
    (made,) = accept_themes(store, CID, ["Transport", "BOLIGER"])
    assert (made.name, made.key) == ("Transport", "transport")
    assert themes_to_come(notes, store.themes(CID)) == ()


def test_words_of_one_theme_only_become_its_seed_words(store: Store) -> None:
    put(store, COLD, HOME, BUS, Line("Transport", Level.GOAL, "Bussen skal køre om søndagen"))
    housing = add_theme(store, CID, "Boliger", seed_words=["nat"])
    transport = add_theme(store, CID, "Transport")
    found = seed_words_to_come(store.contributions(CID), store.themes(CID))
    assert "nattebus" in found[transport.key]
    assert "søndag" in found[transport.key]
    both = {word for words in found.values() for word in words}
    assert not both & {"herberg", "nat", "skal", "skulle"}  # in both, there already, says nothing
    changed = accept_seed_words(store, transport, found[transport.key])
    assert set(changed.seed_words) == set(found[transport.key])
    assert accept_seed_words(store, changed, ["nattebus"]) == changed
    again = seed_words_to_come(store.contributions(CID), store.themes(CID))
    assert transport.key not in again
    assert isinstance(housing, Theme)
