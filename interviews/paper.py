"""Notes from paper, typed in afterwards: one field a question, one statement a line."""

import re
import secrets
from collections.abc import Iterator
from dataclasses import replace

from guides.model import Guide
from interviews.drafts import DraftStore, rewritten, start_draft, without_judgements
from interviews.model import AgeBand, Draft, DraftEntry, Gender, Origin, Wording

_BULLET = re.compile(r"^\s*(?:[-–•*]|\d{1,2}[.)])\s+")
_QUOTED = re.compile(r'^[»"”“„\'](?P<said>.+)[«"”“\'][.]?$')


def start_paper(
    store: DraftStore,
    consultation_id: str,
    guide: Guide,
    today: str,
    *,
    site_id: str | None = None,
    month: str | None = None,
    participants: int = 1,
    quotable: bool = False,
    age_band: AgeBand | None = None,
    gender: Gender | None = None,
) -> Draft:
    """A draft with a field for each question and one for the rest; the yes is on the paper."""
    begun = start_draft(
        store,
        consultation_id,
        [guide],
        today,
        site_id=site_id,
        month=month,
        participants=participants,
        age_band=age_band,
        gender=gender,
        origin=Origin.PAPER,
    )
    keys = (*(question.key for question in guide.questions), None)
    entries = tuple(
        DraftEntry(
            secrets.token_hex(16),
            guide.theme_key,
            key,
            wording=Wording.PARAPHRASED,
            quotable=quotable,
        )
        for key in keys
    )
    draft = replace(begun, entries=entries, consent_given=True)
    store.save_draft(draft)
    return draft


def lines_to_statements(store: DraftStore, draft_id: str) -> Draft:
    """The draft with every line a statement of its own; empty fields stay, to go on in.

    List marks fall away. A line within quotation marks is word for word, and loses the marks.
    Done twice it changes nothing more.
    """
    draft = store.draft(draft_id)
    parted = {entry.id: tuple(_lines(entry)) for entry in draft.entries}
    entries = tuple(new for entry in draft.entries for new in parted[entry.id])
    if entries == draft.entries:
        return draft
    for entry in draft.entries:
        if parted[entry.id] != (entry,):
            draft = without_judgements(draft, entry.id)
    done = replace(draft, entries=entries)
    store.save_draft(done)
    return done


def _lines(entry: DraftEntry) -> Iterator[DraftEntry]:
    """The entry itself for its first line, new ones for the rest; a second text stays with it."""
    lines = [_BULLET.sub("", line).strip() for line in entry.text.splitlines()]
    said = [line for line in lines if line]
    for number, line in enumerate(said):
        quoted = _QUOTED.match(line)
        text = quoted["said"].strip() if quoted else line
        wording = Wording.VERBATIM if quoted else entry.wording
        if number:
            yield replace(
                entry, id=secrets.token_hex(16), text=text, wording=wording, marks=(), other=""
            )
        elif text == entry.text:
            yield entry
        else:
            yield replace(rewritten(entry, text), wording=wording)
    if not said:
        yield entry
