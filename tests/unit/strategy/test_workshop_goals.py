"""Goals out of a workshop: chosen by a person, made once, in the words of the wall."""

import pytest

from interviews.model import Role
from interviews.setup import create_consultation, shared_themes
from interviews.workshop.board import put_up
from interviews.workshop.model import Level, Line
from storage import open_store
from storage.backup import back_up, restore
from strategy.workshop import accept_goals, goals_to_come

pytestmark = pytest.mark.usefixtures("database")
MARK = "at kanariefuglen har et sted at bo"


@pytest.fixture
def base(database):
    """Two goals, one under a theme the consultation has not, and a challenge."""
    with open_store() as store:
        made = create_consultation(store, "Prøve", "Egeby", shared_themes())
        lines = [
            Line("Boliger", Level.GOAL, "at ingen sover ude", 2),
            Line("boliger", Level.GOAL, MARK, 6),
            Line("Sundhed", Level.CHALLENGE, "lang vej til tandlægen", 9),
            Line("Transport", Level.GOAL, "at bussen kører", 4),
        ]
        assert put_up(store, made.id, lines).held == ()
    return made


def test_chosen_notes_become_goals_of_their_themes_and_only_once(base):
    with open_store() as store:
        ready = goals_to_come(store.contributions(base.id), store.themes(base.id))
        assert [note.text for note in ready] == [MARK, "at ingen sover ude"]
        (goal,) = accept_goals(store, base.id, ready[:1], Role.STEERING, "2026-03-01")
        assert (goal.theme_key, goal.text, goal.number) == ("housing", MARK, 1)
        assert store.goals(base.id) == (goal,)
        notes = store.contributions(base.id)
        assert {note.became for note in notes} == {"", goal.id}
        left = goals_to_come(notes, store.themes(base.id))
        assert [note.text for note in left] == ["at ingen sover ude"]
        stale = accept_goals(store, base.id, notes[1:2], Role.STEERING, "2026-03-01")
        assert stale == ()
        assert [(e.action, e.detail) for e in store.audit(base.id)] == [("workshop_goals", "1")]


def test_the_wall_is_in_the_backup_and_goes_with_the_consultation(base, tmp_path):
    with open_store() as store:
        before = store.contributions(base.id)
    back_up(tmp_path / "b.taleroer", "fire danske ord her")
    assert MARK.encode() not in (tmp_path / "b.taleroer").read_bytes()
    with open_store() as store:
        store.delete_consultation(base.id)
        assert store.contributions(base.id) == ()
    restore(tmp_path / "b.taleroer", "fire danske ord her")
    with open_store() as store:
        assert store.contributions(base.id) == before
