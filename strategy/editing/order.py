"""The order of goals and initiatives, and moving them to another theme or goal."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import TypeVar

from strategy.goals import GoalStore, last_place
from strategy.model import Goal, Initiative

Row = TypeVar("Row", Goal, Initiative)


def move_initiative(store: GoalStore, initiative: Initiative, by: int) -> tuple[Initiative, ...]:
    """The theme's initiatives in their new order, `initiative` moved `by` places (-1 is up)."""
    everyone = store.initiatives(initiative.consultation_id)
    return _shift(store.save_initiative, everyone, initiative, by)


def move_goal(store: GoalStore, goal: Goal, by: int) -> tuple[Goal, ...]:
    """The theme's goals in their new order, `goal` moved `by` places (-1 is up)."""
    return _shift(store.save_goal, store.goals(goal.consultation_id), goal, by)


def put_after(store: GoalStore, initiative: Initiative, other_id: str) -> None:
    """Give `initiative` the place right after another."""
    order = [i for i in store.initiatives(initiative.consultation_id) if i.id != initiative.id]
    place = next(n for n, i in enumerate(order) if i.id == other_id)
    order.insert(place + 1, initiative)
    _number(store.save_initiative, order)


def move_to(
    store: GoalStore, initiative: Initiative, theme_key: str, goal_id: str | None = None
) -> Initiative:
    """The initiative, last in another theme, under one of that theme's goals or none."""
    goals = {g.id for g in store.goals(initiative.consultation_id) if g.theme_key == theme_key}
    moved = dataclasses.replace(
        initiative,
        theme_key=theme_key,
        goal_id=goal_id if goal_id in goals else None,
        position=last_place(store.initiatives(initiative.consultation_id)),
    )
    store.save_initiative(moved)
    return moved


def move_goal_to(store: GoalStore, goal: Goal, theme_key: str) -> Goal:
    """The goal, last in another theme; the initiatives under it come along."""
    place = last_place(store.goals(goal.consultation_id))
    moved = dataclasses.replace(goal, theme_key=theme_key, position=place)
    store.save_goal(moved)
    for initiative in store.initiatives(goal.consultation_id):
        if initiative.goal_id == goal.id:
            move_to(store, initiative, theme_key, goal.id)
    return moved


def _shift(
    save: Callable[[Row], None], everyone: Sequence[Row], one: Row, by: int
) -> tuple[Row, ...]:
    """Move `one` among the rows of its theme; rows of other themes keep their places."""
    places = [n for n, row in enumerate(everyone) if row.theme_key == one.theme_key]
    order = [everyone[n] for n in places]
    here = next(n for n, row in enumerate(order) if row.id == one.id)
    order.insert(min(max(here + by, 0), len(order) - 1), order.pop(here))
    whole = list(everyone)
    for place, row in zip(places, order, strict=True):
        whole[place] = row
    numbered = _number(save, whole)
    return tuple(row for row in numbered if row.theme_key == one.theme_key)


def _number(save: Callable[[Row], None], order: Sequence[Row]) -> list[Row]:
    """The rows with the positions 0, 1, 2 …; those that had another are saved."""
    numbered = [dataclasses.replace(row, position=n) for n, row in enumerate(order)]
    for old, new in zip(order, numbered, strict=True):
        if old.position != new.position:
            save(new)
    return numbered
