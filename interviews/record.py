"""The end of a draft: what may identify someone is answered, then statements are stored."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Protocol

from interviews.anonymity import check
from interviews.audit import AuditStore, note
from interviews.judging import (
    anonymised,
    answers_to,
    certain,
    left_answered,
    refuse_open,
    unanswered,
)
from interviews.model import (
    Certainty,
    Draft,
    DraftEntry,
    Finding,
    Harmless,
    Interview,
    Judgement,
    Role,
    Settings,
    Statement,
)
from interviews.numbers import draw_numbers
from interviews.refusals import ConsentMissing, FindingsOpen, NothingSaid, OfferOpen

__all__ = [
    "ConsentMissing",
    "FindingsOpen",
    "NothingSaid",
    "OfferOpen",
    "check_draft",
    "correct_statement",
    "hand_in",
    "purge_expired",
    "said",
]


@dataclass(frozen=True)
class HandedIn:
    """An interview as it was stored, with its statements in the order they were said."""

    interview: Interview
    statements: tuple[Statement, ...]


class RecordStore(AuditStore, Protocol):
    """What these use cases need of the store."""

    def draft(self, key: str) -> Draft: ...
    def delete_draft(self, key: str) -> None: ...
    def add_interview(self, interview: Interview, statements: Iterable[Statement]) -> None: ...
    def used_numbers(self, consultation_id: str) -> frozenset[int]: ...
    def statement(self, key: str) -> Statement: ...
    def add_statement_version(self, new: Statement) -> None: ...
    def purge_drafts(self, before_day: str, consultation_id: str | None = None) -> int: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def add_harmless(self, answers: Iterable[Harmless]) -> None: ...


def check_draft(
    store: RecordStore, draft_id: str, allowed: frozenset[str] = frozenset()
) -> dict[str, tuple[Finding, ...]]:
    """What may identify someone, by entry id; entries without findings are left out.

    `allowed` are words that identify nobody here (the names of the sites, for example).
    """
    entries = said(store.draft(draft_id))
    found = {entry.id: check(entry.text, allowed) for entry in entries}
    return {entry_id: findings for entry_id, findings in found.items() if findings}


def hand_in(
    store: RecordStore,
    draft_id: str,
    judgements: Iterable[Judgement] = (),
    *,
    allowed: frozenset[str] = frozenset(),
    rng: Random | None = None,
    role: Role = Role.INTERVIEWER,
) -> HandedIn:
    """The interview as stored; the draft and its raw text are gone in the same transaction.

    `role` hands it in; another one releases its words for print.
    `judgements` come on top of those kept in the draft. A certain finding must be replaced, a
    likely one replaced or judged harmless with a reason; a hint may stand.
    Raises `ConsentMissing`, `NothingSaid`, `OfferOpen` or `FindingsOpen`; then nothing is stored.
    """
    draft = store.draft(draft_id)
    entries = said(draft)
    _refuse_unfinished(draft, entries)
    answers = {
        entry.id: answers_to((*draft.judgements, *judgements), entry.id) for entry in entries
    }
    refuse_open({e.id: unanswered(e.text, answers[e.id], allowed) for e in entries})
    texts = {entry.id: anonymised(entry.text, answers[entry.id]) for entry in entries}
    refuse_open({key: certain(text, allowed) for key, text in texts.items()})
    interview = _interview(draft, role)
    used = store.used_numbers(draft.consultation_id)
    numbers = draw_numbers(used, len(entries), rng or secrets.SystemRandom())
    statements = tuple(
        _statement(entry, texts[entry.id], number, interview)
        for entry, number in zip(entries, numbers, strict=True)
    )
    store.add_interview(interview, statements)
    for statement, entry in zip(statements, entries, strict=True):
        store.add_harmless(
            left_answered(statement, entry.text, answers[entry.id], allowed, draft.updated_on, role)
        )
    store.delete_draft(draft_id)
    note(store, draft.consultation_id, draft.updated_on, role, "handed_in", str(len(statements)))
    return HandedIn(interview, statements)


def correct_statement(
    store: RecordStore,
    statement_id: str,
    new_text: str,
    judgements: Iterable[Judgement] = (),
    *,
    allowed: frozenset[str] = frozenset(),
    role: Role = Role.INTERVIEWER,
) -> Statement:
    """The new version. An unchanged text gives the old one back.

    The store empties the old text, which may hold the very name that was mended; one that was
    released or printed stands as it was, and only a recall removes it.
    The guard reads the new text as at hand-in, but words that stood in the old one were answered
    then. Raises `FindingsOpen` (under the statement's id) or `NothingSaid`.
    """
    old = store.statement(statement_id)
    answers = answers_to(judgements, statement_id)
    known = {old.text[f.start : f.end] for f in check(old.text, allowed)}
    found = unanswered(new_text, answers, allowed)
    fresh = (
        f
        for f in found
        if f.certainty is Certainty.CERTAIN or new_text[f.start : f.end] not in known
    )
    refuse_open({statement_id: tuple(fresh)})
    text = anonymised(new_text, answers).strip()
    refuse_open({statement_id: certain(text, allowed)})
    if not text:
        raise NothingSaid
    if text == old.text:
        return old
    new = replace(
        old, id=secrets.token_hex(16), text=text, version=old.version + 1, replaces=old.id
    )
    store.add_statement_version(new)
    day = date.today().isoformat()
    store.add_harmless(left_answered(new, new_text, answers, allowed, day, role))
    note(store, new.consultation_id, day, role, "corrected", new.label)
    return new


def purge_expired(store: RecordStore, consultation_id: str, today: str) -> int:
    """How many drafts were deleted: those untouched for longer than the consultation keeps them."""
    days = store.settings(consultation_id).draft_days
    before = date.fromisoformat(today) - timedelta(days=days)
    return store.purge_drafts(before.isoformat(), consultation_id)


def said(draft: Draft) -> tuple[DraftEntry, ...]:
    """The entries that hold text."""
    return tuple(entry for entry in draft.entries if entry.text.strip())


def _refuse_unfinished(draft: Draft, entries: tuple[DraftEntry, ...]) -> None:
    if not draft.consent_given:
        raise ConsentMissing
    if not entries:
        raise NothingSaid
    offers = tuple(entry.id for entry in draft.entries if entry.other)
    if offers:
        raise OfferOpen(offers)


def _interview(draft: Draft, role: Role) -> Interview:
    return Interview(
        id=secrets.token_hex(16),
        consultation_id=draft.consultation_id,
        site_id=draft.site_id,
        month=draft.month,
        participants=draft.participants,
        origin=draft.origin,
        guides=draft.guides,
        consented=draft.consent_given,
        age_band=draft.age_band,
        gender=draft.gender,
        handed_in_by=role,
    )


def _statement(entry: DraftEntry, text: str, number: int, interview: Interview) -> Statement:
    return Statement(
        id=secrets.token_hex(16),
        number=number,
        consultation_id=interview.consultation_id,
        interview_id=interview.id,
        text=text,
        theme_key=entry.theme_key or None,
        question_key=entry.question_key,
        kind=entry.kind,
        wording=entry.wording,
        quotable=entry.quotable,
    )
