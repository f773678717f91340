"""Putting two goals or two initiatives together: one number stays, the evidence of both stays."""

import dataclasses
from dataclasses import dataclass
from typing import Protocol

from strategy.evidence import EvidenceStore
from strategy.goals import change_goal, change_initiative
from strategy.model import EvidenceLink, Goal, Initiative, Milestone, Stance, TargetKind

_SHARPNESS = (Stance.SUPPORTS, Stance.NUANCES, Stance.CONTRADICTS)


class SameRow(ValueError):
    """Something cannot be put together with itself."""

    code = "same_row"


class MergeStore(EvidenceStore, Protocol):
    """What merging needs of the store."""

    def delete_goal(self, key: str) -> None: ...
    def delete_initiative(self, key: str) -> None: ...


@dataclass(frozen=True)
class Merged:
    """What came of two rows put together.

    `kept` and `taken` are how many statements stood behind each, `shared` how many behind both;
    `sharpened` are ids of statements whose stance differed: the more critical one holds.
    `left_out` are values that gave way to the other's, by the name of their field.
    """

    label: str
    gone: str
    kept: int
    taken: int
    shared: int
    sharpened: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...] = ()


def merge_initiatives(store: MergeStore, kept: Initiative, other: Initiative, text: str) -> Merged:
    """`kept`, in the words `text`, with what both held; `other` is gone, its number stays empty.

    Milestones and partners are added up, indicator and cost stand side by side; responsible,
    start, end, goal and status are those of `kept` where it has any, and what gives way is told.
    Raises TextMissing, SameRow.
    """
    if kept.id == other.id:
        raise SameRow
    details, left_out = _details(kept, other)
    changed = change_initiative(store, kept, text=text, **details)
    merged = _evidence(store, TargetKind.INITIATIVE, kept, other)
    for proposal in store.initiative_proposals(kept.consultation_id):
        if proposal.taken_over_by == other.id:
            store.update_initiative_proposal(dataclasses.replace(proposal, taken_over_by=kept.id))
    store.delete_initiative(other.id)
    return dataclasses.replace(merged, label=changed.label, left_out=left_out)


def merge_goals(store: MergeStore, kept: Goal, other: Goal, text: str) -> Merged:
    """`kept`, in the words `text`, with the initiatives and the evidence of both; `other` is gone.

    Raises TextMissing, SameRow.
    """
    if kept.id == other.id:
        raise SameRow
    names = ("indicator", "baseline", "target", "year")
    details, left_out = _first_of(kept, other, names)
    change_goal(store, kept, text=text, came_from=_origins(kept, other), **details)
    merged = _evidence(store, TargetKind.GOAL, kept, other)
    for initiative in store.initiatives(kept.consultation_id):
        if initiative.goal_id == other.id:
            store.save_initiative(dataclasses.replace(initiative, goal_id=kept.id))
    store.delete_goal(other.id)
    return dataclasses.replace(merged, left_out=left_out)


def _evidence(
    store: MergeStore, kind: TargetKind, kept: Goal | Initiative, other: Goal | Initiative
) -> Merged:
    """Hang the evidence of `other` on `kept`; a contradiction never gives way to a support."""
    links = [link for link in store.links(kept.consultation_id) if link.target_kind is kind]
    there = {link.statement_id: link for link in links if link.target_id == kept.id}
    taken = [link for link in links if link.target_id == other.id]
    sharpened = []
    for link in taken:
        store.delete_link(link.id)
        same = there.get(link.statement_id)
        if same and same.stance is not link.stance:
            sharpened.append(link.statement_id)
        store.add_link(
            _joined(same, link) if same else dataclasses.replace(link, target_id=kept.id)
        )
    shared = sum(link.statement_id in there for link in taken)
    return Merged(kept.label, other.label, len(there), len(taken), shared, tuple(sharpened))


def _joined(kept: EvidenceLink, other: EvidenceLink) -> EvidenceLink:
    stance = max(kept.stance, other.stance, key=_SHARPNESS.index)
    return dataclasses.replace(kept, stance=stance, reason=_side_by_side(kept.reason, other.reason))


def _details(
    kept: Initiative, other: Initiative
) -> tuple[dict[str, object], tuple[tuple[str, str], ...]]:
    names = ("responsible", "start", "end", "no_evidence_reason")
    details, left_out = _first_of(kept, other, names)
    partners = [p.strip() for p in f"{kept.partners},{other.partners}".split(",")]
    details |= {
        "partners": ", ".join(dict.fromkeys(p for p in partners if p)),
        "indicator": _side_by_side(kept.indicator, other.indicator),
        "cost": _side_by_side(kept.cost, other.cost),
        "milestones": _milestones(kept, other),
        "came_from": _origins(kept, other),
    }
    if kept.goal_id is None and kept.theme_key == other.theme_key:
        details["goal_id"] = other.goal_id
    if kept.status is not other.status:
        left_out = (*left_out, ("status", str(other.status)))
    return details, left_out


def _milestones(kept: Initiative, other: Initiative) -> tuple[Milestone, ...]:
    return tuple(dict.fromkeys((*kept.milestones, *other.milestones)))


def _first_of(
    kept: Goal | Initiative, other: Goal | Initiative, names: tuple[str, ...]
) -> tuple[dict[str, object], tuple[tuple[str, str], ...]]:
    """For each field the value of `kept`, else that of `other`; and the values that gave way."""
    details, left_out = {}, []
    for name in names:
        mine, theirs = getattr(kept, name), getattr(other, name)
        details[name] = mine or theirs
        if mine and theirs and mine != theirs:
            left_out.append((name, str(theirs)))
    return details, tuple(left_out)


def _side_by_side(one: str, other: str) -> str:
    return "; ".join(dict.fromkeys(text for text in (one, other) if text))


def _origins(kept: Goal | Initiative, other: Goal | Initiative) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*kept.came_from, other.label, *other.came_from)))
