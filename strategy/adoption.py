"""Adopting the plan: only its newest version, and only when every point has been decided."""

from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.model import Consultation, Role, Status
from strategy.hearing import HearingStore, VersionUnknown, set_status, undecided
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
