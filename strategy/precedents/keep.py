"""The catalogue: what is found in another plan is kept, searched, changed, or taken over."""

import re
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from interviews.model import Role
from strategy.editing.model import Action
from strategy.editing.steps import StepStore, one_step
from strategy.evidence import EvidenceStore, take_over
from strategy.goals import add_goal, add_initiative, change_initiative, tidy_words
from strategy.model import Goal, Initiative, InitiativeProposal, TargetKind
from strategy.precedents.model import Precedent

AT = re.compile(r"^at\s", re.IGNORECASE)


class SourceMissing(ValueError):
    """Nobody said which plan the wording comes from."""

    code = "source_missing"


@dataclass(frozen=True)
class Found:
    """A goal or an initiative as it stands in a document; `theme_key` as a person chose it."""

    kind: TargetKind
    text: str
    theme_key: str | None = None
    page: int | None = None
    section: str = ""


@dataclass(frozen=True)
class TakenIn:
    """What became of the wordings: given = taken + there before + without a theme."""

    taken: int
    there_before: int = 0
    without_theme: int = 0


class PrecedentStore(Protocol):
    """What the catalogue needs of the store."""

    def precedents(self, consultation_id: str) -> tuple[Precedent, ...]: ...
    def add_precedents(self, precedents: Iterable[Precedent]) -> None: ...
    def save_precedent(self, precedent: Precedent) -> None: ...


class PlanStore(EvidenceStore, StepStore, Protocol):
    """What taking over into the plan needs of the store."""


def keep_precedents(
    store: PrecedentStore,
    consultation_id: str,
    found: Iterable[Found],
    source: str,
    year: int | None = None,
) -> TakenIn:
    """How many were kept; a wording that the source has in the catalogue already is left out.

    Raises SourceMissing.
    """
    source = " ".join(source.split())
    if not source:
        raise SourceMissing
    there = {
        (p.kind, same_words(p.text))
        for p in store.precedents(consultation_id)
        if p.source == source
    }
    new, before = [], 0
    for one in found:
        mark = (one.kind, same_words(one.text))
        if mark in there:
            before += 1
            continue
        there.add(mark)
        new.append(
            Precedent(
                uuid.uuid4().hex,
                consultation_id,
                one.kind,
                tidy_words(one.text),
                source,
                year,
                one.theme_key,
                one.page,
                one.section,
            )
        )
    store.add_precedents(new)
    return TakenIn(len(new), before)


def change_precedent(store: PrecedentStore, precedent: Precedent, **changes: Any) -> Precedent:
    """The precedent with `changes` made. Raises TextMissing, SourceMissing."""
    changed = replace(precedent, **changes)
    changed = replace(changed, text=tidy_words(changed.text), source=changed.source.strip())
    if not changed.source:
        raise SourceMissing
    store.save_precedent(changed)
    return changed


def search_precedents(
    precedents: Iterable[Precedent],
    words: str = "",
    theme_key: str | None = None,
    kind: TargetKind | None = None,
) -> tuple[Precedent, ...]:
    """Those in whose text, source or section every one of `words` stands; None: any."""
    wanted = words.casefold().split()
    return tuple(
        p
        for p in precedents
        if theme_key in (None, p.theme_key)
        and kind in (None, p.kind)
        and all(word in f"{p.text} {p.source} {p.section}".casefold() for word in wanted)
    )


def take_into_plan(
    store: PlanStore, consultation_id: str, found: Sequence[Found], role: Role, day: str
) -> TakenIn:
    """How many became goals and initiatives of the present plan, as one step that can be undone.

    For a consultation that goes on with an old plan. What stands in the plan already is left out,
    and so is what has no theme.
    """
    goals, initiatives = store.goals(consultation_id), store.initiatives(consultation_id)
    there = {(TargetKind.GOAL, g.theme_key, same_words(g.text)) for g in goals}
    there |= {(TargetKind.INITIATIVE, i.theme_key, same_words(i.text)) for i in initiatives}
    taken = before = homeless = 0
    with one_step(store, consultation_id, Action.ADDED, role, day):
        for one in found:
            if one.theme_key is None:
                homeless += 1
                continue
            mark = (one.kind, one.theme_key, same_words(one.text))
            if mark in there:
                before += 1
                continue
            there.add(mark)
            add = add_goal if one.kind is TargetKind.GOAL else add_initiative
            add(store, consultation_id, one.theme_key, one.text)
            taken += 1
    return TakenIn(taken, before, homeless)


def start_from(
    store: PlanStore,
    precedent: Precedent,
    theme_key: str,
    note: str,
    role: Role,
    day: str,
    proposal: InitiativeProposal | None = None,
) -> Goal | Initiative:
    """A goal or an initiative of the present plan that begins with the precedent's words.

    `note` tells where they come from; an initiative keeps it beside its evidence. With a
    `proposal` the initiative takes its place, and the statements that asked for it are tied to it.
    """
    cid = precedent.consultation_id
    action = Action.TAKEN_OVER if proposal else Action.ADDED
    with one_step(store, cid, action, role, day):
        if precedent.kind is TargetKind.GOAL:
            return add_goal(store, cid, theme_key, precedent.text)
        if proposal is None:
            return add_initiative(store, cid, theme_key, precedent.text, no_evidence_reason=note)
        taken = take_over(store, proposal, precedent.text, role, day)
        return change_initiative(store, taken, no_evidence_reason=note)


def same_words(text: str) -> str:
    """`text` without what does not tell two wordings apart: case, marks, a leading "at"."""
    return re.sub(r"\W+", " ", AT.sub("", text.strip()).casefold()).strip()
