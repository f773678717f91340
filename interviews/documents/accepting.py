"""Accepted sentences become a sealed draft: the guard asks before anything is kept."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from interviews.documents.model import Candidate
from interviews.drafts import start_draft
from interviews.importing import clean
from interviews.model import Draft, DraftEntry, Origin, Statement
from interviews.refusals import ConsentMissing

MOST_PEOPLE = 500


class AcceptStore(Protocol):
    """What accepting needs of the store."""

    def draft(self, key: str) -> Draft: ...
    def save_draft(self, draft: Draft) -> None: ...
    def drafts(self, consultation_id: str) -> tuple[Draft, ...]: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...


@dataclass(frozen=True)
class Source:
    """What a person says about a document; `month` is "YYYY-MM" or None where nobody knows."""

    consented: bool
    quotable: bool = False
    site_id: str | None = None
    month: str | None = None
    participants: int = 1


def not_yet_taken(
    store: AcceptStore, consultation_id: str, candidates: Iterable[Candidate]
) -> tuple[Candidate, ...]:
    """The candidates whose words stand in no statement and no draft yet, each wording once."""
    there = {_same(said.text) for said in store.statements(consultation_id)}
    there |= {_same(e.text) for draft in store.drafts(consultation_id) for e in draft.entries}
    fresh: dict[str, Candidate] = {}
    for candidate in candidates:
        key = _same(candidate.text)
        if key not in there:
            fresh.setdefault(key, candidate)
    return tuple(fresh.values())


def accept_statements(
    store: AcceptStore,
    consultation_id: str,
    accepted: Iterable[Candidate],
    source: Source,
    today: str,
    draft_id: str | None = None,
) -> Draft:
    """The draft with the accepted candidates added: a new one, or the one with `draft_id` while
    it is there. Their hints are by now what a person chose. Raises ConsentMissing.
    """
    if not source.consented:
        raise ConsentMissing
    draft = _open(store, consultation_id, draft_id) or start_draft(
        store, consultation_id, (), today, site_id=source.site_id, origin=Origin.DOCUMENT
    )
    entries = tuple(_entry(candidate, source) for candidate in accepted)
    full = replace(
        draft,
        site_id=source.site_id,
        month=source.month,
        participants=min(max(1, source.participants), MOST_PEOPLE),
        entries=(*draft.entries, *entries),
        updated_on=today,
        consent_given=True,
    )
    store.save_draft(full)
    return full


def _open(store: AcceptStore, consultation_id: str, draft_id: str | None) -> Draft | None:
    return next((d for d in store.drafts(consultation_id) if d.id == draft_id), None)


def _entry(candidate: Candidate, source: Source) -> DraftEntry:
    return DraftEntry(
        id=secrets.token_hex(16),
        theme_key=candidate.theme_hint or "",
        question_key=None,
        text=clean(candidate.text),
        kind=candidate.kind_hint,
        wording=candidate.wording,
        quotable=source.quotable,
    )


def _same(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()
