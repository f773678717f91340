"""Filled-in forms become drafts: raw text stays sealed until somebody has answered the guard."""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from guides.model import Guide
from interviews.columns import kind_of, month_of, quotable_of
from interviews.drafts import start_draft
from interviews.field_forms import Form, read_forms
from interviews.importing import clean
from interviews.model import (
    Draft,
    DraftEntry,
    Kind,
    Origin,
    Site,
    Wording,
)
from interviews.record import FindingsOpen, RecordStore, hand_in
from interviews.reports import ImportReport, RejectedRow

MOST_PEOPLE = 30


class TakeInStore(Protocol):
    """What taking forms in needs of the store."""

    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def guide_versions(self, consultation_id: str, guide_id: str) -> tuple[Guide, ...]: ...
    def draft(self, key: str) -> Draft: ...
    def save_draft(self, draft: Draft) -> None: ...
    def seen_forms(self, consultation_id: str, hashes: Iterable[str]) -> frozenset[str]: ...
    def add_seen_forms(self, consultation_id: str, hashes: Iterable[str]) -> None: ...


def take_in_forms(
    store: TakeInStore, consultation_id: str, name: str, data: bytes, today: str
) -> ImportReport:
    """Each form as a draft to look through; what was not taken, by form, and why.

    A form taken once is not taken again (a hash of its key is kept, never the key). Reasons:
    "no_consent", "unknown_guide", "unknown_version", "no_statements", "seen_before",
    "rejected_in_review". Raises FileUnreadable; nothing is stored then.
    """
    found = read_forms(name, data)
    marks = [_mark(consultation_id, form) for form in found.forms]
    seen = set(store.seen_forms(consultation_id, marks))
    rejected: list[RejectedRow] = []
    for number, (form, mark) in enumerate(zip(found.forms, marks, strict=True), 1):
        guides = store.guide_versions(consultation_id, form.cells.get("guide_id", ""))
        reason = "seen_before" if mark in seen else _fault(form, guides)
        if reason:
            detail = form.cells.get("guide_version", "") if reason == "unknown_version" else ""
            rejected.append(RejectedRow(number, reason, detail))
            continue
        seen.add(mark)
        store.add_seen_forms(consultation_id, [mark])
        _draft(store, consultation_id, form, _version(form, guides), today)
    return ImportReport(
        read=len(found.forms),
        taken=len(found.forms) - len(rejected),
        rejected=tuple(rejected),
        unknown_columns=found.unknown,
        warnings=found.notes,
    )


def hand_in_clean(
    store: RecordStore, drafts: Iterable[Draft], allowed: frozenset[str] = frozenset()
) -> tuple[int, int]:
    """Hand in the drafts the guard has no question about: (handed in, left to look through)."""
    done = left = 0
    for draft in drafts:
        try:
            hand_in(store, draft.id, allowed=allowed)
            done += 1
        except FindingsOpen:
            left += 1
    return done, left


def _mark(consultation_id: str, form: Form) -> str:
    key = form.cells.get("key") or repr((sorted(form.cells.items()), form.statements))
    return hashlib.sha256(f"{consultation_id} {key}".encode()).hexdigest()[:32]


def _fault(form: Form, guides: tuple[Guide, ...]) -> str:
    if form.cells.get("review", "").casefold() in ("rejected", "validation_status_not_approved"):
        return "rejected_in_review"
    if form.cells.get("consent", "").casefold() not in ("ok", "yes", "ja"):
        return "no_consent"
    if not guides:
        return "unknown_guide"
    if form.cells.get("guide_version") not in {str(g.version) for g in guides}:
        return "unknown_version"
    if not any(clean(said.get("text")) for said in form.statements):
        return "no_statements"
    return ""


def _version(form: Form, guides: tuple[Guide, ...]) -> Guide:
    return next(g for g in guides if str(g.version) == form.cells["guide_version"])


def _draft(store: TakeInStore, consultation_id: str, form: Form, guide: Guide, today: str) -> Draft:
    sites = {name: s.id for s in store.sites(consultation_id) for name in (s.id, s.name)}
    people = form.cells.get("participants", "")
    draft = start_draft(
        store,
        consultation_id,
        [guide],
        today,
        site_id=sites.get(form.cells.get("site", "")),
        month=month_of(form.cells.get("month")),
        participants=min(int(people), MOST_PEOPLE) if people.isdigit() else 1,
        origin=Origin.PHONE,
    )
    entries = tuple(_entry(said, guide) for said in form.statements if clean(said.get("text")))
    full = replace(draft, entries=entries, consent_given=True)
    store.save_draft(full)
    return full


def _entry(said: Mapping[str, str], guide: Guide) -> DraftEntry:
    questions = {
        name: q.key for q in guide.questions for name in (q.key, q.text.da, q.text.text("en"))
    }
    return DraftEntry(
        id=secrets.token_hex(16),
        theme_key=guide.theme_key,
        question_key=questions.get(said.get("question", "")),
        text=clean(said["text"]),
        kind=_kind(said.get("kind", "")),
        wording=_wording(said.get("wording", "")),
        quotable=quotable_of(said.get("quotable", "")),
    )


def _kind(text: str) -> Kind | None:
    labels = {
        "en oplevelse": Kind.EXPERIENCE,
        "an experience": Kind.EXPERIENCE,
        "en udfordring": Kind.CHALLENGE,
        "a challenge": Kind.CHALLENGE,
        "et ønske eller forslag": Kind.WISH,
        "a wish or proposal": Kind.WISH,
    }
    return labels.get(text.casefold()) or kind_of(text)


def _wording(text: str) -> Wording:
    verbatim = text.casefold() in ("verbatim", "ordret", "word for word")
    return Wording.VERBATIM if verbatim else Wording.PARAPHRASED
