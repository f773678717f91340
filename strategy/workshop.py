"""First goals out of a workshop: a person says which notes become goals."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.model import Role, Theme
from interviews.workshop.model import Contribution, Level
from interviews.workshop.themes import theme_of
from strategy.goals import GoalStore, add_goal
from strategy.model import Goal


class WorkshopGoalStore(GoalStore, AuditStore, Protocol):
    """What making goals of notes needs of the store."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def save_contribution(self, contribution: Contribution) -> None: ...


def goals_to_come(
    notes: Collection[Contribution], themes: Collection[Theme]
) -> tuple[Contribution, ...]:
    """Notes on the level of goals under a theme of the consultation, most dots first.

    Those that became goals before are left out.
    """
    ready = (
        one
        for one in notes
        if one.level is Level.GOAL and not one.became and theme_of(one.heading, themes)
    )
    return tuple(sorted(ready, key=lambda one: (-one.dots, one.position)))


def accept_goals(
    store: WorkshopGoalStore,
    consultation_id: str,
    chosen: Iterable[Contribution],
    role: Role,
    day: str,
) -> tuple[Goal, ...]:
    """The chosen notes as goals of their themes, in the words of the wall."""
    themes = store.themes(consultation_id)
    made = []
    for one in goals_to_come(tuple(chosen), themes):
        theme = theme_of(one.heading, themes)
        assert theme is not None
        goal = add_goal(store, consultation_id, theme.key, one.text)
        store.save_contribution(replace(one, became=goal.id))
        made.append(goal)
    if made:
        note(store, consultation_id, day, role, "workshop_goals", str(len(made)))
    return tuple(made)
