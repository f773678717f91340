"""Rounds of following up: how each goal and initiative stands on a day, and what comes next."""

import dataclasses
import uuid
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from interviews.model import Role
from strategy.evidence import ReasonMissing
from strategy.follow_up.model import FollowUp, Mark, Progress, Recommendation
from strategy.goals import TextMissing, next_number
from strategy.hearing import PeriodWrong
from strategy.model import Goal, Initiative, InitiativeStatus, TargetKind

NEEDS_REASON = (Progress.BEHIND, Progress.NOT_DONE, Progress.DROPPED)
_STATUS = {  # what the plan itself says of an initiative that stands so
    Progress.UNDER_WAY: InitiativeStatus.STARTED,
    Progress.BEHIND: InitiativeStatus.STARTED,
    Progress.DONE: InitiativeStatus.DONE,
    Progress.NOT_DONE: InitiativeStatus.DROPPED,
    Progress.DROPPED: InitiativeStatus.DROPPED,
}
_PROGRESS = {
    InitiativeStatus.STARTED: Progress.UNDER_WAY,
    InitiativeStatus.DONE: Progress.DONE,
    InitiativeStatus.DROPPED: Progress.DROPPED,
}


class RoundsStore(Protocol):
    """What rounds need of the store."""

    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def save_initiative(self, initiative: Initiative) -> None: ...
    def follow_ups(self, consultation_id: str) -> tuple[FollowUp, ...]: ...
    def save_follow_up(self, follow_up: FollowUp) -> None: ...
    def marks(self, follow_up_id: str) -> tuple[Mark, ...]: ...
    def save_mark(self, mark: Mark) -> None: ...
    def recommendations(self, follow_up_id: str) -> tuple[Recommendation, ...]: ...
    def save_recommendation(self, recommendation: Recommendation) -> None: ...


@dataclass(frozen=True)
class Standing:
    """One row of a round: how it stands (None: nobody has said) and how it stood the time before.

    `gone` says that the plan does not have the row any more.
    """

    target_kind: TargetKind
    target_id: str
    label: str
    text: str
    mark: Mark | None
    before: Mark | None
    gone: bool = False


def open_round(
    store: RoundsStore, consultation_id: str, role: Role, day: str, note: str = ""
) -> FollowUp:
    """A new round, the plan as it stands on `day`. Raises PeriodWrong for a day that is none."""
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise PeriodWrong(day) from error
    number = next_number(r.number for r in store.follow_ups(consultation_id))
    made = FollowUp(uuid.uuid4().hex, consultation_id, number, day, role, note.strip())
    store.save_follow_up(made)
    return made


def mark_row(
    store: RoundsStore,
    follow_up: FollowUp,
    row: Goal | Initiative,
    progress: Progress,
    role: Role,
    day: str,
    reason: str = "",
) -> Mark:
    """How `row` stands in the round; what was said of it in the same round before is replaced.

    In the newest round the initiative itself takes the status along. Raises ReasonMissing where
    it is behind, not reached or dropped, and nobody says why.
    """
    reason = reason.strip()
    if progress in NEEDS_REASON and not reason:
        raise ReasonMissing
    there = {m.target_id: m.id for m in store.marks(follow_up.id)}
    kind = TargetKind.GOAL if isinstance(row, Goal) else TargetKind.INITIATIVE
    key = there.get(row.id) or uuid.uuid4().hex
    mark = Mark(
        key, follow_up.id, kind, row.id, row.label, row.text, progress, reason, role, day
    )  # fmt: skip
    store.save_mark(mark)
    rounds = store.follow_ups(follow_up.consultation_id)
    if isinstance(row, Initiative) and rounds[-1].number == follow_up.number:
        status = _STATUS.get(progress, InitiativeStatus.PLANNED)
        now = next((i for i in store.initiatives(row.consultation_id) if i.id == row.id), row)
        store.save_initiative(dataclasses.replace(now, status=status))
    return mark


def standings(store: RoundsStore, follow_up: FollowUp) -> tuple[Standing, ...]:
    """Every goal and initiative of the plan, then rows that were marked and are gone since."""
    cid = follow_up.consultation_id
    marks = {m.target_id: m for m in store.marks(follow_up.id)}
    earlier = [r for r in store.follow_ups(cid) if r.number < follow_up.number]
    before: dict[str, Mark] = {}
    for one in earlier:
        before |= {m.target_id: m for m in store.marks(one.id)}
    rows = [(TargetKind.GOAL, g.id, g.label, g.text) for g in store.goals(cid)]
    rows += [(TargetKind.INITIATIVE, i.id, i.label, i.text) for i in store.initiatives(cid)]
    found = [Standing(*row, marks.get(row[1]), before.get(row[1])) for row in rows]
    there = {row[1] for row in rows}
    found += [
        Standing(m.target_kind, m.target_id, m.label, m.text, m, before.get(m.target_id), gone=True)
        for m in marks.values()
        if m.target_id not in there
    ]
    return tuple(found)


def likely_progress(row: Goal | Initiative, before: Mark | None) -> Progress:
    """What a form may offer first: as it stood the time before, else as the plan has it."""
    if before:
        return before.progress
    if isinstance(row, Goal):
        return Progress.UNDER_WAY
    return _PROGRESS.get(row.status, Progress.NOT_BEGUN)


def recommend(
    store: RoundsStore, follow_up: FollowUp, text: str, start: str = "", responsible: str = ""
) -> Recommendation:
    """One more recommendation of the round. Raises TextMissing."""
    text = " ".join(text.split())
    if not text:
        raise TextMissing
    number = next_number(r.number for r in store.recommendations(follow_up.id))
    made = Recommendation(
        uuid.uuid4().hex,
        follow_up.id,
        number,
        text,
        " ".join(start.split()),
        " ".join(responsible.split()),
    )
    store.save_recommendation(made)
    return made
