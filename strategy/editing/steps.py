"""Steps of work on the plan: each is kept with what it changed, so that it can be taken back."""

import uuid
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any, Protocol

from interviews.model import Role
from strategy.editing.model import Action, PlanRows, PlanStep
from strategy.model import (
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
)

_KEYS = {  # what tells the rows of each part apart
    **dict.fromkeys((f.name for f in fields(PlanRows)), "id"),
    "not_answered": "statement_id",
    "digests": "theme_key",
}
_TOUCHES = {  # actions that leave most of a plan alone
    **dict.fromkeys((Action.ADDED, Action.CHANGED, Action.MOVED), ("goals", "initiatives")),
    **dict.fromkeys((Action.LINKED, Action.UNLINKED, Action.EXCUSED), ("links", "not_answered")),
    Action.PUT_ASIDE: ("proposals",),
    Action.DIGEST: ("digests",),
}


class NothingToUndo(LookupError):
    """No step is kept."""

    code = "nothing_to_undo"


class ChangedSince(ValueError):
    """What the step touched was changed afterwards by something that kept no step."""

    code = "changed_since"


class StepStore(Protocol):
    """What steps need of the store."""

    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def not_answered(self, consultation_id: str) -> tuple[NotAnswered, ...]: ...
    def initiative_proposals(self, consultation_id: str) -> tuple[InitiativeProposal, ...]: ...
    def digests(self, consultation_id: str) -> tuple[Digest, ...]: ...
    def save_goal(self, goal: Goal) -> None: ...
    def delete_goal(self, key: str) -> None: ...
    def save_initiative(self, initiative: Initiative) -> None: ...
    def delete_initiative(self, key: str) -> None: ...
    def add_link(self, link: EvidenceLink) -> None: ...
    def delete_link(self, key: str) -> None: ...
    def add_not_answered(self, answer: NotAnswered) -> None: ...
    def delete_not_answered(self, statement_id: str) -> None: ...
    def update_initiative_proposal(self, proposal: InitiativeProposal) -> None: ...
    def save_digest(self, digest: Digest) -> None: ...
    def add_plan_step(self, step: PlanStep) -> None: ...
    def last_plan_step(self, consultation_id: str) -> PlanStep | None: ...
    def delete_plan_step(self, key: str) -> None: ...


@contextmanager
def one_step(
    store: StepStore, consultation_id: str, action: Action, role: Role, day: str, label: str = ""
) -> Iterator[None]:
    """Whatever is done to the plan inside is one step; nothing is kept where nothing changed.

    What `action` cannot touch is not looked at (see _TOUCHES): it would cost a slow click.
    """
    parts = _TOUCHES.get(action, _KEYS)
    before = _read(store, consultation_id, parts)
    yield
    old, new = _differing(before, _read(store, consultation_id, parts))
    if old != new:
        store.add_plan_step(
            PlanStep(uuid.uuid4().hex, consultation_id, action, label, role, day, old, new)
        )


def undo(store: StepStore, consultation_id: str) -> PlanStep:
    """Take the newest step back; the step. Numbers given in it are not given again.

    Raises NothingToUndo; ChangedSince where going back would lose what was done to the same rows
    since. The step is kept then.
    """
    step = store.last_plan_step(consultation_id)
    if step is None:
        raise NothingToUndo
    now = _read(store, consultation_id, _KEYS)
    if _only(now, step.before, step.after) != _only(step.after, step.before, step.after):
        raise ChangedSince
    store.delete_plan_step(step.id)
    _take_away(store, step)
    for goal in step.before.goals:
        store.save_goal(goal)
    for initiative in step.before.initiatives:
        store.save_initiative(initiative)
    for link in step.before.links:
        store.add_link(link)
    for answer in step.before.not_answered:
        store.add_not_answered(answer)
    for proposal in step.before.proposals:
        store.update_initiative_proposal(proposal)
    for digest in step.before.digests:
        store.save_digest(digest)
    return step


def _take_away(store: StepStore, step: PlanStep) -> None:
    """Remove what the step made, and links and answers that are to be written anew."""
    for link in step.after.links:
        store.delete_link(link.id)
    for answer in step.after.not_answered:
        store.delete_not_answered(answer.statement_id)
    kept = {g.id for g in step.before.goals} | {i.id for i in step.before.initiatives}
    for initiative in step.after.initiatives:
        if initiative.id not in kept:
            store.delete_initiative(initiative.id)
    for goal in step.after.goals:
        if goal.id not in kept:
            store.delete_goal(goal.id)


def _read(store: StepStore, consultation_id: str, parts: Collection[str]) -> PlanRows:
    """The rows of the plan; of `parts` only."""
    readers: dict[str, Callable[[str], tuple[Any, ...]]] = {
        "goals": store.goals,
        "initiatives": store.initiatives,
        "links": store.links,
        "not_answered": store.not_answered,
        "proposals": store.initiative_proposals,
        "digests": store.digests,
    }
    return PlanRows(**{part: readers[part](consultation_id) for part in parts})


def _by_key(rows: PlanRows, part: str, key: str) -> dict[str, Any]:
    return {getattr(row, key): row for row in getattr(rows, part)}


def _differing(before: PlanRows, after: PlanRows) -> tuple[PlanRows, PlanRows]:
    """Of both, the rows that are not the same in the other."""
    old, new = {}, {}
    for part, key in _KEYS.items():
        there, here = _by_key(before, part, key), _by_key(after, part, key)
        old[part] = tuple(row for k, row in there.items() if here.get(k) != row)
        new[part] = tuple(row for k, row in here.items() if there.get(k) != row)
    return PlanRows(**old), PlanRows(**new)


def _only(rows: PlanRows, *touched: PlanRows) -> dict[str, dict[str, Any]]:
    """Of `rows`, those that stand in one of `touched`, by part and key."""
    return {
        part: {
            k: row
            for k, row in _by_key(rows, part, key).items()
            if any(k in _by_key(other, part, key) for other in touched)
        }
        for part, key in _KEYS.items()
    }
