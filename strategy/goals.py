"""Goals and initiatives: add, change, order, remove."""

import dataclasses
import uuid
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from strategy.model import Goal, Initiative, InitiativeProposal, Origin, TargetKind


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
    def take_number(self, consultation_id: str, kind: TargetKind) -> int: ...


def next_number(taken: Iterable[int]) -> int:
    """The number after the highest."""
    return max(taken, default=0) + 1


def last_place(rows: Sequence[Goal | Initiative]) -> int:
    """The position after all of `rows`."""
    return max((row.position for row in rows), default=-1) + 1


def add_goal(
    store: GoalStore, consultation_id: str, theme_key: str, text: str, **details: Any
) -> Goal:
    """A new goal, last in its theme; `details` are fields of Goal. Raises TextMissing."""
    there = store.goals(consultation_id)
    goal = Goal(
        uuid.uuid4().hex,
        consultation_id,
        store.take_number(consultation_id, TargetKind.GOAL),
        theme_key,
        tidy_words(text),
        position=last_place(there),
        **details,
    )
    store.save_goal(goal)
    return goal


def change_goal(store: GoalStore, goal: Goal, **changes: Any) -> Goal:
    """The goal with `changes` made. Raises TextMissing."""
    if "text" in changes:
        changes["text"] = tidy_words(changes["text"])
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
        store.take_number(consultation_id, TargetKind.INITIATIVE),
        theme_key,
        tidy_words(text),
        position=last_place(there),
        **details,
    )
    store.save_initiative(initiative)
    return initiative


def change_initiative(store: GoalStore, initiative: Initiative, **changes: Any) -> Initiative:
    """The initiative with `changes` made; from then on a person's. Raises TextMissing."""
    if "text" in changes:
        changes["text"] = tidy_words(changes["text"])
    changed = dataclasses.replace(initiative, **changes, origin=Origin.PERSON)
    store.save_initiative(changed)
    return changed


def dismiss_proposal(store: GoalStore, proposal: InitiativeProposal) -> None:
    """Put a machine's proposal aside; it is not made again from the same statements."""
    store.update_initiative_proposal(dataclasses.replace(proposal, dismissed=True))


def tidy_words(text: str) -> str:
    """`text` on one line with single blanks. Raises TextMissing when nothing is left."""
    text = " ".join(text.split())
    if not text:
        raise TextMissing
    return text
