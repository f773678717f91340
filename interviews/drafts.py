"""An interview while it is being typed: what arrives is kept, whatever happens to the browser."""

import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import Protocol

from guides.model import Guide
from interviews.model import (
    AgeBand,
    Draft,
    DraftEntry,
    Gender,
    GuideRef,
    Judgement,
    Mark,
    Origin,
    Typed,
)

WRITERS_REMEMBERED = 8


class DraftStore(Protocol):
    """What these use cases need of the store."""

    def draft(self, key: str) -> Draft: ...
    def save_draft(self, draft: Draft) -> None: ...


class Offer(StrEnum):
    """What becomes of a second text for the same entry."""

    BOTH = "both"
    OTHER = "other"
    MINE = "mine"


class EntryUnknown(KeyError):
    """The draft has no such entry."""

    code = "entry_unknown"


def start_draft(
    store: DraftStore,
    consultation_id: str,
    guides: Iterable[Guide],
    today: str,
    *,
    site_id: str | None = None,
    month: str | None = None,
    participants: int = 1,
    age_band: AgeBand | None = None,
    gender: Gender | None = None,
    origin: Origin = Origin.CAPTURE,
) -> Draft:
    """A new, empty draft along `guides`; `today` is "YYYY-MM-DD", `month` "YYYY-MM".

    `origin` is how its statements reach us; the interview keeps it.
    """
    used = tuple(guides)
    draft = Draft(
        id=secrets.token_hex(16),
        consultation_id=consultation_id,
        updated_on=today,
        site_id=site_id,
        month=month or today[:7],
        participants=max(1, participants),
        guides=tuple(GuideRef(guide.id, guide.version) for guide in used),
        theme_keys=tuple(guide.theme_key for guide in used),
        journal_key=secrets.token_hex(32),
        age_band=age_band,
        gender=gender,
        origin=origin,
    )
    store.save_draft(draft)
    return draft


def give_consent(store: DraftStore, draft_id: str) -> Draft:
    """The draft with a yes to the words that were read aloud."""
    return _save(store, replace(store.draft(draft_id), consent_given=True))


def add_entry(
    store: DraftStore, draft_id: str, theme_key: str, question_key: str | None
) -> DraftEntry:
    """A new, empty entry after those of the same question, else at the end of the draft."""
    entry = DraftEntry(secrets.token_hex(16), theme_key, question_key)
    draft = store.draft(draft_id)
    here = [e for e in draft.entries if (e.theme_key, e.question_key) == (theme_key, question_key)]
    at = draft.entries.index(here[-1]) + 1 if here else len(draft.entries)
    _save(store, replace(draft, entries=(*draft.entries[:at], entry, *draft.entries[at:])))
    return entry


def save_entry(store: DraftStore, draft_id: str, typed: Typed, today: str | None = None) -> Draft:
    """The draft with `typed` taken in; what was taken in before is recognised and left out.

    Within one writer the higher sequence number wins. Between writers a text built on the newest
    revision wins; of two built on the same one, the one being typed now wins over one that is
    late, and the text passed over is kept in `other`. Raises `EntryUnknown`.
    """
    draft = store.draft(draft_id)
    entry = find_entry(draft, typed.entry_id)
    taken = _take(entry, typed)
    if taken is entry:
        return draft
    if taken.text != entry.text:
        draft = without_judgements(draft, entry.id)
    return _save(store, replace(with_entry(draft, taken), updated_on=today or draft.updated_on))


def describe_entry(store: DraftStore, draft_id: str, entry: DraftEntry) -> Draft:
    """The draft with kind, wording and quotable taken from `entry`; the text stays as it is."""
    draft = store.draft(draft_id)
    now = find_entry(draft, entry.id)
    said = replace(now, kind=entry.kind, wording=entry.wording, quotable=entry.quotable)
    return draft if said == now else _save(store, with_entry(draft, said))


def settle_offer(store: DraftStore, draft_id: str, entry_id: str, choice: Offer) -> Draft:
    """The draft with the offered second text of one entry put after the first, put instead of it,
    or dropped."""
    draft = store.draft(draft_id)
    entry = find_entry(draft, entry_id)
    if not entry.other:
        return draft
    both = f"{entry.text.rstrip()}\n{entry.other}"
    text = {Offer.BOTH: both, Offer.OTHER: entry.other, Offer.MINE: entry.text}[choice]
    settled = replace(rewritten(entry, text), other="")
    return _save(store, with_entry(without_judgements(draft, entry_id), settled))


def pass_over(store: DraftStore, draft_id: str, question: str, *, skipped: bool) -> Draft:
    """The draft with `question` ("theme/question") passed over on purpose, or no longer."""
    draft = store.draft(draft_id)
    others = tuple(key for key in draft.skipped if key != question)
    return _save(store, replace(draft, skipped=(*others, question) if skipped else others))


def move_to(store: DraftStore, draft_id: str, position: int) -> Draft:
    """The draft, to be taken up again at `position` (counted from 0)."""
    draft = store.draft(draft_id)
    return draft if draft.position == position else _save(store, replace(draft, position=position))


def judge(store: DraftStore, draft_id: str, judgement: Judgement, *, undo: bool = False) -> Draft:
    """The draft with an answer to one finding (the newest counts), or with it taken back."""
    draft = store.draft(draft_id)
    find_entry(draft, judgement.entry_id)
    spot = (judgement.entry_id, judgement.start, judgement.end)
    others = tuple(j for j in draft.judgements if (j.entry_id, j.start, j.end) != spot)
    return _save(store, replace(draft, judgements=others if undo else (*others, judgement)))


def find_words(draft: Draft, words: Iterable[str], replacement: str) -> tuple[Judgement, ...]:
    """A replacement for each place where one of `words` stands, capitals ignored.

    Genitives count as well ("Kirstens" for "Kirsten"); one with an apostrophe goes as a whole.
    """
    wanted = "|".join(re.escape(word.strip()) for word in words if word.strip())
    if not wanted:
        return ()
    pattern = re.compile(rf"\b(?:{wanted})(?:['’]s?\b|(?=s?\b))", re.IGNORECASE)
    return tuple(
        Judgement(entry.id, found.start(), found.end(), replacement)
        for entry in draft.entries
        for found in pattern.finditer(entry.text)
    )


def find_entry(draft: Draft, entry_id: str) -> DraftEntry:
    """The entry with this id. Raises `EntryUnknown`."""
    for entry in draft.entries:
        if entry.id == entry_id:
            return entry
    raise EntryUnknown(entry_id)


def with_entry(draft: Draft, entry: DraftEntry) -> Draft:
    """The draft with the entry of the same id replaced."""
    return replace(draft, entries=tuple(entry if e.id == entry.id else e for e in draft.entries))


def _take(entry: DraftEntry, typed: Typed) -> DraftEntry:
    """`entry` after `typed`; the same object where it had been taken in already."""
    known = {mark.writer: mark.sequence for mark in entry.marks}
    if typed.sequence <= known.get(typed.writer, 0):
        return entry
    last = entry.marks[-1].writer if entry.marks else ""
    marked = replace(entry, marks=_mark(entry.marks, typed.writer, typed.sequence))
    if typed.text == entry.text:
        return marked
    new = replace(marked, text=typed.text, revision=entry.revision + 1)
    if typed.base == entry.revision or typed.writer == last or not entry.text.strip():
        return new
    if typed.late:
        # Its mark must not become the newest one: the text that stands is somebody else's.
        marks = marked.marks[-1:] + marked.marks[:-1]
        return replace(marked, marks=marks, other=_offer(entry.text, entry.other, typed.text))
    return replace(new, other=_offer(new.text, entry.other, entry.text))


def _offer(standing: str, offered: str, passed_over: str) -> str:
    """What is offered beside `standing`: nothing that it, or a longer offer, holds already."""
    parts = [part for part in offered.split("\n\n") if part.strip() not in passed_over]
    parts = [part.strip() for part in (*parts, passed_over)]
    return "\n\n".join(part for part in parts if part and part not in standing)


def rewritten(entry: DraftEntry, text: str) -> DraftEntry:
    """`entry` with a text that the program put there: no open tab's text is built on it."""
    marks = _mark(entry.marks, "", 0)
    return replace(entry, text=text, revision=entry.revision + 1, marks=marks)


def _mark(marks: tuple[Mark, ...], writer: str, sequence: int) -> tuple[Mark, ...]:
    others = tuple(mark for mark in marks if mark.writer != writer)
    return (*others, Mark(writer, sequence))[-WRITERS_REMEMBERED:]


def without_judgements(draft: Draft, entry_id: str) -> Draft:
    """Answers point at places in a text; they go when the text changes."""
    kept = tuple(j for j in draft.judgements if j.entry_id != entry_id)
    return draft if kept == draft.judgements else replace(draft, judgements=kept)


def _save(store: DraftStore, draft: Draft) -> Draft:
    store.save_draft(draft)
    return draft
