"""The end of a draft: what may identify someone is answered, then statements are stored."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Protocol

from interviews.anonymity import check
from interviews.anonymity import replace as put_instead
from interviews.audit import AuditStore, note
from interviews.cleared import left_standing
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

Judgements = Mapping[tuple[int, int], Judgement]


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
) -> HandedIn:
    """The interview as stored; the draft and its raw text are gone in the same transaction.

    `judgements` come on top of those kept in the draft. A certain finding must be replaced, a
    likely one replaced or judged harmless with a reason; a hint may stand.
    Raises `ConsentMissing`, `NothingSaid`, `OfferOpen` or `FindingsOpen`; then nothing is stored.
    """
    draft = store.draft(draft_id)
    entries = said(draft)
    _refuse_unfinished(draft, entries)
    answers = {entry.id: _answers((*draft.judgements, *judgements), entry.id) for entry in entries}
    _refuse_open({e.id: unanswered(e.text, answers[e.id], allowed) for e in entries})
    texts = {entry.id: anonymised(entry.text, answers[entry.id]) for entry in entries}
    interview = _interview(draft)
    used = store.used_numbers(draft.consultation_id)
    numbers = draw_numbers(used, len(entries), rng or secrets.SystemRandom())
    statements = tuple(
        _statement(entry, texts[entry.id], number, interview)
        for entry, number in zip(entries, numbers, strict=True)
    )
    store.add_interview(interview, statements)
    for statement in statements:
        store.add_harmless(_answered(statement, allowed, draft.updated_on))
    store.delete_draft(draft_id)
    day = draft.updated_on
    note(store, draft.consultation_id, day, Role.INTERVIEWER, "handed_in", str(len(statements)))
    return HandedIn(interview, statements)


def correct_statement(
    store: RecordStore,
    statement_id: str,
    new_text: str,
    judgements: Iterable[Judgement] = (),
    *,
    allowed: frozenset[str] = frozenset(),
) -> Statement:
    """The new version. An unchanged text gives the old one back.

    The store empties the old text, which may hold the very name that was mended; one that was
    released or printed stands as it was, and only a recall removes it.
    The guard reads the new text as at hand-in, but words that stood in the old one were answered
    then. Raises `FindingsOpen` (under the statement's id) or `NothingSaid`.
    """
    old = store.statement(statement_id)
    answers = _answers(judgements, statement_id)
    known = {old.text[f.start : f.end] for f in check(old.text, allowed)}
    found = unanswered(new_text, answers, allowed)
    fresh = (
        f
        for f in found
        if f.certainty is Certainty.CERTAIN or new_text[f.start : f.end] not in known
    )
    _refuse_open({statement_id: tuple(fresh)})
    text = anonymised(new_text, answers).strip()
    if not text:
        raise NothingSaid
    if text == old.text:
        return old
    new = replace(
        old, id=secrets.token_hex(16), text=text, version=old.version + 1, replaces=old.id
    )
    store.add_statement_version(new)
    day = date.today().isoformat()
    store.add_harmless(_answered(new, allowed, day))
    note(store, new.consultation_id, day, Role.INTERVIEWER, "corrected", new.label)
    return new


def _answered(statement: Statement, allowed: frozenset[str], day: str) -> tuple[Harmless, ...]:
    """What still stands in a handed-in text was answered, so that printing need not ask again."""
    return left_standing(statement, allowed, "handed_in", Role.INTERVIEWER, day)


def purge_expired(store: RecordStore, consultation_id: str, today: str) -> int:
    """How many drafts were deleted: those untouched for longer than the consultation keeps them."""
    days = store.settings(consultation_id).draft_days
    before = date.fromisoformat(today) - timedelta(days=days)
    return store.purge_drafts(before.isoformat(), consultation_id)


def said(draft: Draft) -> tuple[DraftEntry, ...]:
    """The entries that hold text."""
    return tuple(entry for entry in draft.entries if entry.text.strip())


def unanswered(text: str, answers: Judgements, allowed: frozenset[str]) -> tuple[Finding, ...]:
    """The findings in `text` that keep it from being handed in."""
    return tuple(f for f in check(text, allowed) if not _is_answered(f, answers))


def anonymised(text: str, answers: Judgements) -> str:
    """`text` with every replacement put in, without blanks at its ends."""
    edits = [(j.start, j.end, j.replacement) for j in answers.values() if j.replacement is not None]
    return put_instead(text, edits).strip()


def _refuse_unfinished(draft: Draft, entries: tuple[DraftEntry, ...]) -> None:
    if not draft.consent_given:
        raise ConsentMissing
    if not entries:
        raise NothingSaid
    offers = tuple(entry.id for entry in draft.entries if entry.other)
    if offers:
        raise OfferOpen(offers)


def _refuse_open(findings: Mapping[str, tuple[Finding, ...]]) -> None:
    still = {key: found for key, found in findings.items() if found}
    if still:
        raise FindingsOpen(still)


def _is_answered(finding: Finding, answers: Judgements) -> bool:
    if finding.certainty is Certainty.HINT:
        return True
    if any(_covers(judgement, finding) for judgement in answers.values()):
        return True
    answer = answers.get((finding.start, finding.end))
    harmless = answer is not None and bool(answer.reason.strip())
    return finding.certainty is Certainty.LIKELY and harmless


def _covers(judgement: Judgement, finding: Finding) -> bool:
    """Whether the whole finding is replaced, perhaps with more around it."""
    replaced = judgement.replacement is not None
    return replaced and judgement.start <= finding.start and finding.end <= judgement.end


def _answers(judgements: Iterable[Judgement], key: str) -> dict[tuple[int, int], Judgement]:
    """The newest answer to each place of one text."""
    return {(j.start, j.end): j for j in judgements if j.entry_id == key}


def _interview(draft: Draft) -> Interview:
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
