"""Numbered versions of the plan, and what changed between two of them, row by row."""

import uuid
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from interviews.model import Role
from strategy.goals import next_number
from strategy.model import (
    Change,
    ChangeKind,
    EvidenceLink,
    Goal,
    Initiative,
    Milestone,
    PlanVersion,
    TargetKind,
)

Row = Goal | Initiative
GOAL_FIELDS = ("indicator", "baseline", "target", "year")
INITIATIVE_FIELDS = (
    *("responsible", "partners", "start", "end", "indicator", "cost", "status"),
    "no_evidence_reason",
)


class PlanEmpty(ValueError):
    """There is neither a goal nor an initiative to keep."""

    code = "plan_empty"


class NothingChanged(ValueError):
    """The plan is what version `number` already holds."""

    code = "nothing_changed"

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number}")
        self.number = number


class VersionStore(Protocol):
    """What versions need of the store."""

    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def plan_versions(self, consultation_id: str) -> tuple[PlanVersion, ...]: ...
    def add_plan_version(self, version: PlanVersion) -> None: ...


def save_version(
    store: VersionStore, consultation_id: str, role: Role, day: str, note: str = ""
) -> PlanVersion:
    """Keep the plan as it stands under the next number. Raises PlanEmpty, NothingChanged."""
    now = plan_now(store, consultation_id, role, day, note)
    if not now.goals and not now.initiatives:
        raise PlanEmpty
    kept = store.plan_versions(consultation_id)
    if kept and same_content(kept[-1], now):
        raise NothingChanged(kept[-1].number)
    store.add_plan_version(now)
    return now


def plan_now(
    store: VersionStore, consultation_id: str, role: Role, day: str, note: str = ""
) -> PlanVersion:
    """The plan as it stands, in the form of the next version; nothing is kept."""
    goals = store.goals(consultation_id)
    initiatives = store.initiatives(consultation_id)
    targets = {g.id for g in goals} | {i.id for i in initiatives}
    return PlanVersion(
        uuid.uuid4().hex,
        consultation_id,
        next_number(v.number for v in store.plan_versions(consultation_id)),
        day,
        role,
        " ".join(note.split()),
        goals,
        initiatives,
        tuple(link for link in store.links(consultation_id) if link.target_id in targets),
    )


def same_content(one: PlanVersion, other: PlanVersion) -> bool:
    """Whether two versions hold the same rows in the same order with the same evidence."""
    return _content(one) == _content(other)


def _content(version: PlanVersion) -> tuple[object, ...]:
    links = frozenset((e.statement_id, e.target_id, e.stance, e.reason) for e in version.links)
    return version.goals, version.initiatives, links


def changes_between(old: PlanVersion, new: PlanVersion) -> tuple[Change, ...]:
    """What `new` says otherwise than `old`: goals first, then initiatives, each by number.

    Rows are told apart by what they are, not by their number. Of rows whose order within a theme
    is another, the fewest that explain it are told.
    """
    goal_labels = {g.id: g.label for g in (*old.goals, *new.goals)}
    return (
        *_rows(old, new, TargetKind.GOAL, old.goals, new.goals, goal_labels),
        *_rows(old, new, TargetKind.INITIATIVE, old.initiatives, new.initiatives, goal_labels),
    )


def _rows(
    old: PlanVersion,
    new: PlanVersion,
    kind: TargetKind,
    before: tuple[Row, ...],
    after: tuple[Row, ...],
    goal_labels: dict[str, str],
) -> Iterator[Change]:
    """The changes of one sort of row."""
    there, here = {one.id: one for one in before}, {one.id: one for one in after}
    places = _moved_places(before, after)
    for key in sorted({**there, **here}, key=lambda k: (here.get(k) or there[k]).number):
        if key not in here:
            yield _gone(there[key], after)
            continue
        if key not in there:
            yield _new(here[key], there, here)
        else:
            yield from _row(there[key], here[key], goal_labels)
        if key in places:
            was, now = places[key]
            yield Change(here[key].label, ChangeKind.REORDERED, "position", str(was), str(now))
        yield from _evidence(here[key].label, _behind(old, kind, key), _behind(new, kind, key))


def _gone(row: Row, after: Sequence[Row]) -> Change:
    """A row that is no more: put together with another, or taken out."""
    for one in after:
        if row.label in one.came_from:
            return Change(row.label, ChangeKind.MERGED, "text", row.text, one.label)
    return Change(row.label, ChangeKind.REMOVED, "text", row.text)


def _new(row: Row, there: Mapping[str, Row], here: Mapping[str, Row]) -> Change:
    """A row that was not there: split off from one that still is, or made."""
    standing = {there[key].label for key in there if key in here}
    origin = next((label for label in row.came_from if label in standing), "")
    if origin:
        return Change(row.label, ChangeKind.SPLIT, "text", origin, row.text)
    return Change(row.label, ChangeKind.ADDED, "text", "", row.text)


def _moved_places(before: Sequence[Row], after: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Old and new place (from 1) of the rows that were moved within their theme, by id."""
    there = {row.id: row.theme_key for row in before}
    found = {}
    for theme in {row.theme_key for row in after}:
        stayed = [r.id for r in after if r.theme_key == theme and there.get(r.id) == theme]
        order = {row.id: n for n, row in enumerate(r for r in before if r.id in set(stayed))}
        kept = set(_longest_rising([order[key] for key in stayed]))
        for place, key in enumerate(stayed):
            if order[key] not in kept:
                found[key] = (order[key] + 1, place + 1)
    return found


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest part of `numbers` that rises, others left out; all numbers differ."""
    ends: list[int] = []
    best: list[list[int]] = []
    for number in numbers:
        at = bisect_left(ends, number)
        chain = [*(best[at - 1] if at else []), number]
        ends[at : at + 1] = [number]
        best[at : at + 1] = [chain]
    return best[-1] if best else []


def _row(old: Row, new: Row, goal_labels: dict[str, str]) -> Iterator[Change]:
    """What is otherwise in one row that stands in both versions."""
    if old.text != new.text:
        yield Change(new.label, ChangeKind.REWORDED, "text", old.text, new.text)
    if old.theme_key != new.theme_key:
        yield Change(new.label, ChangeKind.MOVED, "theme_key", old.theme_key, new.theme_key)
    was, now = _fields(old, goal_labels), _fields(new, goal_labels)
    for name, value in now.items():
        if was[name] != value:
            yield Change(new.label, ChangeKind.CHANGED, name, was[name], value)
    if isinstance(old, Initiative) and isinstance(new, Initiative):
        yield from _milestones(old, new)


def _milestones(old: Initiative, new: Initiative) -> Iterator[Change]:
    """Milestones set, changed, taken away, reached or opened again; told apart by their words."""
    there = {one.text: one for one in old.milestones}
    here = {one.text: one for one in new.milestones}
    for text in {**there, **here}:
        was, now = there.get(text), here.get(text)
        before, after = _with_due(was), _with_due(now)
        if before != after:
            yield Change(new.label, ChangeKind.CHANGED, "milestone", before, after)
        if now and now.done != (was.done if was else False):
            kind = ChangeKind.MILESTONE_DONE if now.done else ChangeKind.MILESTONE_OPEN
            yield Change(new.label, kind, "milestone", "", text)


def _with_due(one: Milestone | None) -> str:
    if one is None:
        return ""
    return f"{one.text} ({one.due})" if one.due else one.text


def _fields(one: Row, goal_labels: dict[str, str]) -> dict[str, str]:
    """All that a row holds but its words and its theme, as text; the goal by its label."""
    if isinstance(one, Goal):
        return {name: str(getattr(one, name) or "") for name in GOAL_FIELDS}
    goal = goal_labels.get(one.goal_id or "", "")
    return {"goal": goal} | {name: str(getattr(one, name)) for name in INITIATIVE_FIELDS}


def _behind(version: PlanVersion, kind: TargetKind, target_id: str) -> dict[str, str]:
    """The stance of each statement tied to one row."""
    return {
        link.statement_id: str(link.stance)
        for link in version.links
        if link.target_kind == kind and link.target_id == target_id
    }


def _evidence(label: str, old: dict[str, str], new: dict[str, str]) -> Iterator[Change]:
    for key in sorted({**old, **new}):
        was, now = old.get(key, ""), new.get(key, "")
        if was == now:
            continue
        kind = ChangeKind.EVIDENCE_CHANGED
        if not (was and now):
            kind = ChangeKind.EVIDENCE_ADDED if now else ChangeKind.EVIDENCE_REMOVED
        yield Change(label, kind, "", was, now, key)
