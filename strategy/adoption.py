"""Adopting the plan: only its newest version, and only when every point has been decided.

What is adopted is a version. Whether the plan people work on is still that version is worked out
each time, and never kept.
"""

import dataclasses
from dataclasses import dataclass
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.model import AuditEntry, Consultation, Role, Status
from strategy.hearing import HearingStore, VersionUnknown, set_status, undecided
from strategy.model import Initiative, InitiativeStatus, PlanVersion
from strategy.versions import plan_now, same_content


class PointsUndecided(ValueError):
    """The plan cannot be adopted: nobody has decided about the points `labels`."""

    code = "points_undecided"

    def __init__(self, labels: tuple[str, ...]) -> None:
        super().__init__(", ".join(labels))
        self.labels = labels


class HearingRunning(ValueError):
    """The plan cannot be adopted before the hearing has closed; `closes` is its last day."""

    code = "hearing_running"

    def __init__(self, closes: str) -> None:
        super().__init__(closes)
        self.closes = closes


class UnsavedChanges(ValueError):
    """The plan cannot be adopted: it says something else than its newest version, `number`."""

    code = "unsaved_changes"

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number}")
        self.number = number


class AdoptionStore(HearingStore, AuditStore, Protocol):
    """What adopting needs of the store."""

    def audit(self, consultation_id: str) -> tuple[AuditEntry, ...]: ...


@dataclass(frozen=True)
class Adoption:
    """Version `number` was adopted on `day`; `has_changes` tells that the plan says otherwise now,
    `undecided` which points of a hearing (labels) nobody has decided about."""

    number: int
    day: str
    has_changes: bool
    undecided: tuple[str, ...]

    @property
    def stands(self) -> bool:
        """Whether what was adopted is all there is to adopt."""
        return not self.has_changes and not self.undecided


def last_adoption(store: AdoptionStore, consultation_id: str, day: str) -> Adoption | None:
    """The version that was adopted last, held against the plan as it is on `day`; None for none.

    How far an initiative has come is following up, no change of the plan; giving it up is one.
    """
    entry = was_adopted(store, consultation_id)
    versions = {v.number: v for v in store.plan_versions(consultation_id)}
    if entry is None or (version := versions.get(int(entry.detail))) is None:
        return None
    now = plan_now(store, consultation_id, version.role, day)
    left = tuple(point.label for point in undecided(store, consultation_id))
    changed = not same_content(_at_rest(version), _at_rest(now))
    return Adoption(version.number, entry.day, changed, left)


def was_adopted(store: AdoptionStore, consultation_id: str) -> AuditEntry | None:
    """What the trail says of the last adoption: its day, and the number of the version."""
    return next((e for e in store.audit(consultation_id) if e.action == "adopted"), None)


def _at_rest(version: PlanVersion) -> PlanVersion:
    """The version without what following up changes in it."""
    return dataclasses.replace(version, initiatives=tuple(map(_unbegun, version.initiatives)))


def _unbegun(one: Initiative) -> Initiative:
    status = one.status if one.is_dropped else InitiativeStatus.PROPOSED
    milestones = tuple(dataclasses.replace(m, done=False) for m in one.milestones)
    return dataclasses.replace(one, status=status, milestones=milestones)


def adopt_plan(store: AdoptionStore, consultation_id: str, role: Role, day: str) -> Consultation:
    """The consultation, its plan adopted on `day`.

    What is adopted is the newest version. Raises VersionUnknown where none was ever saved,
    HearingRunning, PointsUndecided, and UnsavedChanges where the plan was changed since.
    """
    versions = store.plan_versions(consultation_id)
    if not versions:
        raise VersionUnknown
    running = [h.closes for h in store.hearings(consultation_id) if h.closes >= day]
    if running:
        raise HearingRunning(max(running))
    if left := undecided(store, consultation_id):
        raise PointsUndecided(tuple(point.label for point in left))
    if not same_content(versions[-1], plan_now(store, consultation_id, role, day)):
        raise UnsavedChanges(versions[-1].number)
    note(store, consultation_id, day, role, "adopted", str(versions[-1].number))
    return set_status(store, consultation_id, Status.ADOPTED)
