"""Evidence: which statements an initiative or a goal answers, and why others get no answer."""

import dataclasses
import uuid
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.cleared import findings_of
from interviews.model import Harmless, Interview, Role, Settings, Statement
from strategy.goals import GoalStore, add_initiative
from strategy.model import (
    EvidenceLink,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Quote,
    Stance,
    TargetKind,
)


class ReasonMissing(ValueError):
    """A voice is left without an answer and nobody said why."""

    code = "reason_missing"


class NotForPrint(ValueError):
    """The citizen did not say that this may be quoted."""

    code = "not_for_print"


class SecondPersonNeeded(PermissionError):
    """Who wrote a statement down, or found a word in it harmless, does not release it."""

    code = "second_person_needed"


class FindingsLeft(ValueError):
    """Something in the quote may still point at a person. `findings` say what, by kind."""

    code = "findings_left"

    def __init__(self, label: str, kinds: tuple[str, ...]) -> None:
        super().__init__(f"{label}: {', '.join(kinds)}")
        self.kinds = kinds


class EvidenceStore(GoalStore, AuditStore, Protocol):
    """What evidence needs of the store."""

    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def add_link(self, link: EvidenceLink) -> None: ...
    def delete_link(self, key: str) -> None: ...
    def statement(self, key: str) -> Statement: ...
    def interview(self, key: str) -> Interview: ...
    def add_not_answered(self, answer: NotAnswered) -> None: ...
    def delete_not_answered(self, statement_id: str) -> None: ...
    def add_quote(self, quote: Quote) -> None: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def harmless(self, consultation_id: str) -> tuple[Harmless, ...]: ...


def link_evidence(
    store: EvidenceStore,
    statement_id: str,
    target_kind: TargetKind,
    target_id: str,
    stance: Stance,
    role: Role,
    day: str,
    reason: str = "",
) -> EvidenceLink:
    """Tie a statement to a goal or an initiative. Raises Unknown for a statement not there.

    A reason to leave it without an answer falls away, unless the statement only speaks against.
    """
    store.statement(statement_id)
    link = EvidenceLink(
        uuid.uuid4().hex,
        statement_id,
        target_kind,
        target_id,
        stance,
        " ".join(reason.split()),
        role,
        day,
    )
    store.add_link(link)
    if stance is not Stance.CONTRADICTS:
        store.delete_not_answered(statement_id)
    return link


def take_over(
    store: EvidenceStore, proposal: InitiativeProposal, text: str, role: Role, day: str
) -> Initiative:
    """Make the machine's proposal, in the words `text`, an initiative of the plan.

    The statements that asked for it become its evidence. The proposal stays on record.
    """
    initiative = add_initiative(store, proposal.consultation_id, proposal.theme_key, text)
    for statement_id in proposal.statement_ids:
        link_evidence(
            store,
            statement_id,
            TargetKind.INITIATIVE,
            initiative.id,
            Stance.SUPPORTS,
            role,
            day,
        )
    store.update_initiative_proposal(dataclasses.replace(proposal, taken_over_by=initiative.id))
    return initiative


def leave_unanswered(
    store: EvidenceStore, statement_id: str, reason: str, role: Role, day: str
) -> NotAnswered:
    """Say why the plan does not answer a voice ("ikke medtaget, fordi …").

    Raises ReasonMissing.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise ReasonMissing
    answer = NotAnswered(statement_id, reason, role, day)
    store.add_not_answered(answer)
    return answer


def release_quote(
    store: EvidenceStore,
    statement_id: str,
    role: Role,
    day: str,
    start: int = 0,
    end: int | None = None,
    annex_only: bool = False,
) -> Quote:
    """Release text[start:end] of a statement for printing, the guard's questions all answered.

    With `annex_only` it may stand in the annex and the digest, but not among the quotes. Raises
    SecondPersonNeeded for interviewers, for the role that handed the conversation in and for the
    one that after the hand-in said that a word in it points at nobody, NotForPrint where the
    citizen said no, FindingsLeft, and ValueError for an empty quote.
    """
    if role is Role.INTERVIEWER:
        raise SecondPersonNeeded
    said = store.statement(statement_id)
    if store.interview(said.interview_id).handed_in_by is role:
        raise SecondPersonNeeded
    if not said.quotable:
        raise NotForPrint(said.label)
    end = len(said.text) if end is None else end
    text = said.text[start:end]
    if not text.strip():
        raise ValueError("an empty quote")
    answers = store.harmless(said.consultation_id)
    if any(a.role is role and _within(a, said, start, end) for a in answers):
        raise SecondPersonNeeded
    left = [f for f in findings_of(store, said) if f.start < end and start < f.end]
    if left:
        raise FindingsLeft(said.label, tuple(sorted({f.kind.value for f in left})))
    quote = Quote(uuid.uuid4().hex, said.id, start, end, text, role, day, annex_only)
    store.add_quote(quote)
    note(store, said.consultation_id, day, role, "released", said.label)
    return quote


def _within(answer: Harmless, said: Statement, start: int, end: int) -> bool:
    """Whether a person's answer to the guard lies in the part that is released."""
    return answer.statement_id == said.id and answer.start < end and start < answer.end
