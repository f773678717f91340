"""Goals and initiatives: add, change, order, remove."""

import dataclasses
import uuid
from collections.abc import Iterable
from typing import Any, Protocol

from strategy.model import Goal, Initiative, InitiativeProposal, Origin


class TextMissing(ValueError):
    """A goal or an initiative was given no words."""

    code = "text_missing"


class GoalStore(Protocol):
    """What goals and initiatives need of the store."""

    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def save_goal(self, goal: Goal) -> None: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def save_initiative(self, initiative: Initiative) -> None: ...
    def initiative_proposals(self, consultation_id: str) -> tuple[InitiativeProposal, ...]: ...
    def update_initiative_proposal(self, proposal: InitiativeProposal) -> None: ...


def next_number(taken: Iterable[int]) -> int:
    """The number after the highest; a number once printed is not used again while it stands."""
    return max(taken, default=0) + 1


def add_goal(
    store: GoalStore, consultation_id: str, theme_key: str, text: str, **details: Any
) -> Goal:
    """A new goal, last in its theme; `details` are fields of Goal. Raises TextMissing."""
    there = store.goals(consultation_id)
    goal = Goal(
        uuid.uuid4().hex,
        consultation_id,
        next_number(g.number for g in there),
        theme_key,
        _words(text),
        position=len(there),
        **details,
    )
    store.save_goal(goal)
    return goal


def change_goal(store: GoalStore, goal: Goal, **changes: Any) -> Goal:
    """The goal with `changes` made. Raises TextMissing."""
    if "text" in changes:
        changes["text"] = _words(changes["text"])
    changed = dataclasses.replace(goal, **changes)
    store.save_goal(changed)
    return changed


def add_initiative(
    store: GoalStore, consultation_id: str, theme_key: str, text: str, **details: Any
) -> Initiative:
    """A new initiative, last in its theme; `details` are fields of Initiative.

    Raises TextMissing.
    """
    there = store.initiatives(consultation_id)
    initiative = Initiative(
        uuid.uuid4().hex,
        consultation_id,
        next_number(i.number for i in there),
        theme_key,
        _words(text),
        position=len(there),
        **details,
    )
    store.save_initiative(initiative)
    return initiative


def change_initiative(store: GoalStore, initiative: Initiative, **changes: Any) -> Initiative:
    """The initiative with `changes` made; from then on a person's. Raises TextMissing."""
    if "text" in changes:
        changes["text"] = _words(changes["text"])
    changed = dataclasses.replace(initiative, **changes, origin=Origin.PERSON)
    store.save_initiative(changed)
    return changed


def move(store: GoalStore, initiative: Initiative, by: int) -> tuple[Initiative, ...]:
    """The theme's initiatives in their new order, `initiative` moved `by` places (-1 is up)."""
    everyone = store.initiatives(initiative.consultation_id)
    order = [i for i in everyone if i.theme_key == initiative.theme_key]
    places = [i.position for i in order]
    here = next(n for n, i in enumerate(order) if i.id == initiative.id)
    order.insert(min(max(here + by, 0), len(order) - 1), order.pop(here))
    moved = tuple(
        dataclasses.replace(i, position=p) for i, p in zip(order, sorted(places), strict=True)
    )
    for one in moved:
        store.save_initiative(one)
    return moved


def dismiss_proposal(store: GoalStore, proposal: InitiativeProposal) -> None:
    """Put a machine's proposal aside; it is not made again from the same statements."""
    store.update_initiative_proposal(dataclasses.replace(proposal, dismissed=True))


def _words(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise TextMissing
    return text
