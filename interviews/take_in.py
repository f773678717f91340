"""Filled-in forms become drafts: raw text stays sealed until somebody has answered the guard."""

import hashlib
import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from guides.model import Guide, Local
from interviews.columns import folded, kind_of, month_of, quotable_of
from interviews.drafts import start_draft
from interviews.field_forms import Form, form_ids, read_forms
from interviews.importing import clean
from interviews.model import (
    Draft,
    DraftEntry,
    Kind,
    Origin,
    Role,
    Site,
    Wording,
)
from interviews.record import FindingsOpen, NothingSaid, OfferOpen, RecordStore, hand_in
from interviews.reports import ImportReport, RejectedRow

MOST_PEOPLE = 30
REJECTED = ("rejected", "not approved", "ikke godkendt", "afvist")  # in a key or in a label
NO_SITE = {"", "andet", "et andet sted", "another place"}  # what the form offers besides the sites


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

    A form taken once is not taken again, edited or not (hashes of its keys are kept, never a
    key). Reasons: "no_consent", "unknown_guide", "unknown_version", "no_statements",
    "seen_before", "rejected_in_review", "locked_in_odk". Raises FileUnreadable; nothing is stored
    then.
    """
    found = read_forms(name, data)
    guides = _guides(store, consultation_id, found.forms)
    marks = [_marks(consultation_id, form) for form in found.forms]
    seen = set(store.seen_forms(consultation_id, (m for mine in marks for m in mine)))
    rejected: list[RejectedRow] = []
    emptied: Counter[str] = Counter()
    for number, (form, mine) in enumerate(zip(found.forms, marks, strict=True), 1):
        versions = guides[form.cells.get("guide_id", "")]
        reason, detail = _fault(form, versions)
        if not seen.isdisjoint(mine):
            reason, detail = "seen_before", ""
        if reason:
            rejected.append(RejectedRow(number, reason, detail))
            continue
        seen.update(mine)
        store.add_seen_forms(consultation_id, mine)
        draft = _draft(store, consultation_id, form, _version(form, versions), today)
        emptied.update(_left_empty(form, draft))
    return ImportReport(
        read=len(found.forms),
        taken=len(found.forms) - len(rejected),
        rejected=tuple(rejected),
        unknown_columns=_without_notes(found.unknown, guides.values()),
        warnings=(*found.notes, *(f"{code}:{count}" for code, count in emptied.items())),
    )


def hand_in_clean(
    store: RecordStore,
    drafts: Iterable[Draft],
    allowed: frozenset[str] = frozenset(),
    role: Role = Role.CONSULTANT,
) -> tuple[int, int]:
    """Hand in the drafts the guard has no question about: (handed in, left to look through)."""
    done = left = 0
    for draft in drafts:
        try:
            hand_in(store, draft.id, allowed=allowed, role=role)
            done += 1
        except (FindingsOpen, NothingSaid, OfferOpen):
            left += 1
    return done, left


def _guides(
    store: TakeInStore, consultation_id: str, forms: Iterable[Form]
) -> dict[str, tuple[Guide, ...]]:
    """The versions here of each guide that the forms name."""
    named = dict.fromkeys(form.cells.get("guide_id", "") for form in forms)
    return {key: store.guide_versions(consultation_id, key) for key in named}


def _marks(consultation_id: str, form: Form) -> tuple[str, ...]:
    """Hashes of all that a form is recognised by: an export may hold one of its keys or another.

    With "uuid:" too, as ODK's were kept at first. A form without a key is known by what it holds.
    """
    ids = form_ids(form.cells)
    keys = [*ids, *(f"uuid:{key}" for key in ids)]
    keys = keys or [repr((sorted(form.cells.items()), form.statements))]
    return tuple(
        hashlib.sha256(f"{consultation_id} {key}".encode()).hexdigest()[:32] for key in keys
    )


def _fault(form: Form, guides: tuple[Guide, ...]) -> tuple[str, str]:
    review = re.sub(r"[\W_]+", " ", form.cells.get("review", "").casefold())
    if any(words in review for words in REJECTED):
        return "rejected_in_review", ""
    if status := form.cells.get("status"):  # the form's own cells are empty then
        return "locked_in_odk", status[:40]
    if form.cells.get("consent", "").casefold() not in ("ok", "yes", "ja"):
        return "no_consent", ""
    if not guides:
        return "unknown_guide", ""
    if form.cells.get("guide_version") not in {str(g.version) for g in guides}:
        return "unknown_version", form.cells.get("guide_version", "")
    return ("", "") if _said(form) else ("no_statements", "")


def _said(form: Form) -> list[dict[str, str]]:
    return [said for said in form.statements if clean(said.get("text"))]


def _left_empty(form: Form, draft: Draft) -> Iterator[str]:
    """A code for each answer that names a site, a question or a kind unknown here."""
    if draft.site_id is None and folded(form.cells.get("site", "")) not in NO_SITE:
        yield "no_site"
    for said, entry in zip(_said(form), draft.entries, strict=True):
        if said.get("question") and entry.question_key is None:
            yield "no_question"
        if said.get("kind") and entry.kind is None:
            yield "no_kind"


def _without_notes(
    columns: tuple[str, ...], guides: Iterable[tuple[Guide, ...]]
) -> tuple[str, ...]:
    """The columns but those of what the form reads aloud: Kobo heads them with its words."""
    texts = [text for versions in guides for guide in versions for text in _notes(guide)]
    ours = {folded(text.text(language)) for text in texts for language in ("da", "en")}
    return tuple(column for column in columns if folded(column) not in ours)


def _notes(guide: Guide) -> tuple[Local, ...]:
    told = guide.instruction
    asked = (question.text for question in guide.questions)
    return (told.begin, told.never_write, guide.read_aloud, guide.ending, *asked)


def _version(form: Form, guides: tuple[Guide, ...]) -> Guide:
    return next(g for g in guides if str(g.version) == form.cells["guide_version"])


def _draft(store: TakeInStore, consultation_id: str, form: Form, guide: Guide, today: str) -> Draft:
    sites = {folded(name): s.id for s in store.sites(consultation_id) for name in (s.id, s.name)}
    people = form.cells.get("participants", "")
    draft = start_draft(
        store,
        consultation_id,
        [guide],
        today,
        site_id=sites.get(folded(form.cells.get("site", ""))),
        month=month_of(form.cells.get("month")),
        participants=min(int(people), MOST_PEOPLE) if people.isdigit() else 1,
        origin=Origin.PHONE,
    )
    entries = tuple(_entry(said, guide) for said in _said(form))
    full = replace(draft, entries=entries, consent_given=True)
    store.save_draft(full)
    return full


def _entry(said: Mapping[str, str], guide: Guide) -> DraftEntry:
    questions = {
        folded(name): q.key
        for q in guide.questions
        for name in (q.key, q.text.da, q.text.text("en"))
    }
    return DraftEntry(
        id=secrets.token_hex(16),
        theme_key=guide.theme_key,
        question_key=questions.get(folded(said.get("question", ""))),
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
