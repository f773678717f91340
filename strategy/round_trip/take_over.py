"""Taking over what a person accepts from a returned file."""

from collections.abc import Iterable
from typing import Any, Protocol

from interviews.audit import AuditStore, note
from interviews.model import Certainty, Role, Settings
from strategy.editing.model import Action
from strategy.editing.order import move_goal_to, move_to
from strategy.editing.steps import StepStore, one_step
from strategy.goals import (
    GoalStore,
    add_goal,
    add_initiative,
    change_goal,
    change_initiative,
)
from strategy.model import Goal, Initiative, InitiativeStatus, TargetKind
from strategy.round_trip.milestones import milestones_in
from strategy.round_trip.model import Comparison, Left, Offer, OfferKind, TakenOver
from strategy.round_trip.ordering import ORDER, put_in_order
from strategy.versions import NothingChanged, PlanEmpty, VersionStore, save_version

OPEN = (OfferKind.CHANGED, OfferKind.ADDED, OfferKind.REMOVED, OfferKind.CONFLICT)


class TakeOverStore(GoalStore, StepStore, VersionStore, AuditStore, Protocol):
    """What taking over needs of the store."""

    def settings(self, consultation_id: str) -> Settings: ...


class _Stop(Exception):
    """One offer cannot be taken over; `reason` and `detail` as in Left."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


def take_over(
    store: TakeOverStore,
    consultation_id: str,
    chosen: Iterable[Offer],
    fresh: Comparison,
    role: Role,
    day: str,
) -> TakenOver:
    """Make the chosen offers part of the plan, and save it as a version that says where from.

    All of it is one step that can be taken back.

    `fresh` is the comparison as it is at this moment: an offer that is no longer the same in it is
    left. So is one whose words are certain to identify somebody. A citizen's words are no part of
    an offer, and nothing of a statement is written.
    """
    there = {offer.key: offer for offer in fresh.offers}
    allowed = frozenset(store.settings(consultation_id).allowed_words)
    taken, left = [], []
    with one_step(store, consultation_id, Action.RETURNED, role, day):
        for offer in chosen:
            try:
                if _as_shown(offer) != _as_shown(there.get(offer.key)) or offer.kind not in OPEN:
                    raise _Stop("changed_since")
                _check(offer, allowed)
                _take(store, consultation_id, offer)
            except _Stop as stop:
                left.append(Left(offer, stop.reason, stop.detail))
            else:
                taken.append(offer.key)
    if not taken:
        return TakenOver((), tuple(left), None)
    note(store, consultation_id, day, role, "taken_over", str(len(taken)))
    why = f"Fra Word, version {fresh.number}"
    try:
        version = save_version(store, consultation_id, role, day, why).number
    except (NothingChanged, PlanEmpty):
        version = None
    return TakenOver(tuple(taken), tuple(left), version)


def _as_shown(offer: Offer | None) -> tuple[object, ...]:
    """What a person saw of an offer when they chose it; the theme of a new row is theirs."""
    if offer is None:
        return ()
    return offer.kind, offer.target_id, offer.field, offer.printed, offer.returned, offer.now


def _check(offer: Offer, allowed: frozenset[str]) -> None:
    """Stop an offer with words that are certain to identify somebody."""
    from interviews import anonymity  # its lists load at first use, not with this module

    texts = [offer.returned]
    if offer.kind is OfferKind.ADDED and offer.row:
        texts = [value for _, value in offer.row.values]
    for text in texts:
        for finding in anonymity.check(text, allowed):
            if finding.certainty is Certainty.CERTAIN:
                raise _Stop("identifier", finding.kind)


def _take(store: TakeOverStore, consultation_id: str, offer: Offer) -> None:
    is_goal = offer.target is TargetKind.GOAL
    if offer.kind is OfferKind.ADDED:
        _add(store, consultation_id, offer)
        return
    if offer.field == ORDER:
        put_in_order(store, consultation_id, offer)
        return
    rows: tuple[Goal | Initiative, ...] = (
        store.goals(consultation_id) if is_goal else store.initiatives(consultation_id)
    )
    row = next((r for r in rows if r.id == offer.target_id), None)
    if row is None:
        raise _Stop("gone")
    if not offer.field:
        (store.delete_goal if is_goal else store.delete_initiative)(row.id)
        return
    changes = _details(store, consultation_id, ((offer.field, offer.returned),))
    if theme := changes.get("theme_key"):
        _move(store, row, theme)
    elif isinstance(row, Goal):
        change_goal(store, row, **changes)
    else:
        change_initiative(store, row, **changes)


def _move(store: TakeOverStore, row: Goal | Initiative, theme_key: str) -> None:
    if isinstance(row, Goal):
        move_goal_to(store, row, theme_key)
    else:
        move_to(store, row, theme_key, row.goal_id)


def _add(store: TakeOverStore, consultation_id: str, offer: Offer) -> None:
    row = offer.row
    if row is None or not row.theme_key:
        raise _Stop("no_theme")
    details = _details(store, consultation_id, row.values)
    text = details.pop("text")
    add = add_goal if offer.target is TargetKind.GOAL else add_initiative
    add(store, consultation_id, row.theme_key, text, **details)


def _details(
    store: TakeOverStore, consultation_id: str, values: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """Fields of Goal or Initiative out of what stands on paper."""
    found: dict[str, Any] = {}
    for field, value in values:
        value = " ".join(value.replace("\u00a0", " ").split())
        if field == "text" and not value:
            raise _Stop("no_words")
        if field == "goal":
            found["goal_id"] = _goal_id(store, consultation_id, value)
        elif field == "status":
            found[field] = InitiativeStatus(value)
        elif field == "milestones":
            found[field] = milestones_in(value)
        elif field == "year":
            if value and not value.isdigit():
                raise _Stop("not_a_year")
            found[field] = int(value) if value else None
        else:
            found[field] = value
    return found


def _goal_id(store: TakeOverStore, consultation_id: str, label: str) -> str | None:
    if not label:
        return None
    found = next((g.id for g in store.goals(consultation_id) if g.label == label), None)
    if found is None:
        raise _Stop("unknown_goal", label)
    return found
