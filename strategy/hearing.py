"""Hearings: one version of the plan sent out, what came back, and what was decided about it.

What parties answer is kept apart from what citizens said: it is never counted, grouped or quoted
as a statement.
"""

import dataclasses
import uuid
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from interviews.model import Consultation, Role, Settings, Status
from strategy.evidence import ReasonMissing
from strategy.goals import TextMissing, next_number
from strategy.model import Hearing, HearingDecision, HearingParty, HearingPoint
from strategy.party_names import check_names
from strategy.versions import VersionStore


class VersionUnknown(ValueError):
    """There is no such version of the plan to hear anybody about."""

    code = "version_unknown"


class PeriodWrong(ValueError):
    """A hearing that closes before it opens, or a day that is none."""

    code = "period_wrong"


class PartiesMissing(ValueError):
    """Nobody is asked."""

    code = "parties_missing"


class PartyUnknown(ValueError):
    """The hearing has no such party; `name` was given."""

    code = "party_unknown"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class HearingStore(VersionStore, Protocol):
    """What hearings need of the store."""

    def settings(self, consultation_id: str) -> Settings: ...
    def consultation(self, key: str) -> Consultation: ...
    def update_consultation(self, consultation: Consultation) -> None: ...
    def hearing(self, key: str) -> Hearing: ...
    def hearings(self, consultation_id: str) -> tuple[Hearing, ...]: ...
    def save_hearing(self, hearing: Hearing) -> None: ...
    def delete_hearing(self, key: str) -> None: ...
    def hearing_points(self, hearing_id: str) -> tuple[HearingPoint, ...]: ...
    def save_hearing_point(self, point: HearingPoint) -> None: ...


def open_hearing(
    store: HearingStore,
    consultation_id: str,
    version_number: int,
    opens: str,
    closes: str,
    parties: Iterable[str],
    sent_on: str | None = None,
) -> Hearing:
    """A new hearing, sent to `parties` (names) on `sent_on`, else on the day it opens.

    The consultation is then in hearing. Raises VersionUnknown, PeriodWrong, PartiesMissing,
    PartyIdentifies.
    """
    if version_number not in {v.number for v in store.plan_versions(consultation_id)}:
        raise VersionUnknown(str(version_number))
    check_period(opens, closes)
    sent = opens if sent_on is None else _day(sent_on).isoformat()
    names = [tidy(name) for name in parties]
    if not any(names):
        raise PartiesMissing
    check_names(names, store.settings(consultation_id))
    asked = tuple(HearingParty(name, sent) for name in dict.fromkeys(names) if name)
    hearing = Hearing(uuid.uuid4().hex, consultation_id, version_number, opens, closes, asked)
    store.save_hearing(hearing)
    set_status(store, consultation_id, Status.HEARING)
    return hearing


def add_party(store: HearingStore, hearing: Hearing, name: str, sent_on: str = "") -> Hearing:
    """The hearing with one more party; `sent_on` "" for one who answers without being asked.

    Somebody who is there already stays as they are. Raises TextMissing, PeriodWrong,
    PartyIdentifies.
    """
    name = tidy(name)
    if not name:
        raise TextMissing
    if sent_on:
        _day(sent_on)
    hearing = store.hearing(hearing.id)  # somebody else may have changed it meanwhile
    if any(party.name == name for party in hearing.parties):
        return hearing
    check_names([name], store.settings(hearing.consultation_id))
    return keep_parties(store, hearing, (*hearing.parties, HearingParty(name, sent_on)))


def note_received(store: HearingStore, hearing: Hearing, party: str, day: str) -> Hearing:
    """The hearing, with an answer from `party` received on `day` ("" takes it back).

    Raises PartyUnknown, PeriodWrong.
    """
    hearing = store.hearing(hearing.id)
    _check_party(hearing, party)
    if day:
        _day(day)
    return keep_parties(
        store,
        hearing,
        tuple(
            dataclasses.replace(one, received_on=day) if one.name == party else one
            for one in hearing.parties
        ),
    )


def add_point(
    store: HearingStore, hearing: Hearing, party: str, section: str, subject: str, text: str
) -> HearingPoint:
    """One more point of what `party` says, about a section of the plan: a visible number, the name
    of a theme, or "" for all of it.

    `subject` is what points are grouped by. Raises PartyUnknown, TextMissing.
    """
    _check_party(hearing, party)
    text, subject = text.strip(), tidy(subject)
    if not text or not subject:
        raise TextMissing
    number = next_number(p.number for p in store.hearing_points(hearing.id))
    point = HearingPoint(uuid.uuid4().hex, hearing.id, number, party, tidy(section), subject, text)
    store.save_hearing_point(point)
    return point


def reword_point(store: HearingStore, point: HearingPoint, subject: str, text: str) -> HearingPoint:
    """The point under another subject or in other words (a name taken out, a slip mended).

    What was decided stays. Raises TextMissing.
    """
    text, subject = text.strip(), tidy(subject)
    if not text or not subject:
        raise TextMissing
    changed = dataclasses.replace(point, subject=subject, text=text)
    store.save_hearing_point(changed)
    return changed


def decide_point(
    store: HearingStore,
    point: HearingPoint,
    decision: HearingDecision,
    role: Role,
    day: str,
    remark: str = "",
    change: str = "",
) -> HearingPoint:
    """The point with the municipality's remark, its decision and what changes in the plan.

    Raises ReasonMissing where a point is not, or only partly, followed and no remark says why.
    """
    remark, change = remark.strip(), change.strip()
    if decision in (HearingDecision.PARTLY, HearingDecision.NOT_FOLLOWED) and not remark:
        raise ReasonMissing
    is_open = decision is HearingDecision.OPEN
    decided = dataclasses.replace(
        point,
        remark=remark,
        decision=decision,
        change=change,
        decided_by=None if is_open else role,
        decided_on="" if is_open else day,
    )
    store.save_hearing_point(decided)
    return decided


def has_answered(party: HearingParty, points: Iterable[HearingPoint]) -> bool:
    """Whether an answer was received; whoever has a point has answered, also without a day."""
    return bool(party.received_on) or any(p.party == party.name for p in points)


def check_period(opens: str, closes: str) -> None:
    """Raises PeriodWrong for days that are none, and a hearing that closes before it opens."""
    if _day(closes) < _day(opens):
        raise PeriodWrong(f"{opens} {closes}")


def days_open(hearing: Hearing) -> int:
    """How many days the hearing is open, its first and last day included."""
    return (_day(hearing.closes) - _day(hearing.opens)).days + 1


def undecided(store: HearingStore, consultation_id: str) -> tuple[HearingPoint, ...]:
    """The points of all hearings of the consultation that nobody has decided about."""
    return tuple(
        point
        for hearing in store.hearings(consultation_id)
        for point in store.hearing_points(hearing.id)
        if point.decision is HearingDecision.OPEN
    )


def set_status(store: HearingStore, consultation_id: str, status: Status) -> Consultation:
    """The consultation, standing where `status` says."""
    changed = dataclasses.replace(store.consultation(consultation_id), status=status)
    store.update_consultation(changed)
    return changed


def keep_parties(
    store: HearingStore, hearing: Hearing, parties: tuple[HearingParty, ...]
) -> Hearing:
    """The hearing with these parties, kept."""
    changed = dataclasses.replace(hearing, parties=parties)
    store.save_hearing(changed)
    return changed


def _check_party(hearing: Hearing, name: str) -> None:
    if name not in {party.name for party in hearing.parties}:
        raise PartyUnknown(name)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise PeriodWrong(text) from error


def tidy(text: str) -> str:
    """`text` on one line with single blanks."""
    return " ".join(text.split())
