"""Use case: one hearing as a commented note in Word, noted in the trail."""

import re
from typing import Protocol

from exports.hearing_outline import NoteOutline, NoteStore, outline_note
from exports.word.hearing_note import write_hearing_note
from exports.words import genitive
from interviews.audit import AuditStore, note
from interviews.model import Role, Settings
from strategy.model import Initiative


class NotePrintStore(NoteStore, AuditStore, Protocol):
    """What printing a note needs of the store."""

    def settings(self, consultation_id: str) -> Settings: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...


def print_hearing_note(
    store: NotePrintStore, hearing_id: str, role: Role, day: str, carrier: bytes | None = None
) -> bytes:
    """The .docx bytes of the note as it stands on `day`, in the style of `carrier` or our own.

    Parties, the municipality and those responsible may be named. Raises PrintStopped when
    something in it is certain to identify a person, NotACarrier; nothing is kept then.
    """
    outline = outline_note(store, hearing_id, day)
    cid = store.hearing(hearing_id).consultation_id
    content = write_hearing_note(outline, _allowed(store, cid, outline), carrier)
    points = sum(len(group.points) for group in outline.groups)
    note(store, cid, day, role, "hearing_printed", str(points))
    return content


def _allowed(store: NotePrintStore, consultation_id: str, outline: NoteOutline) -> frozenset[str]:
    """Names that may stand in the note, in lower case."""
    named = [outline.municipality, genitive(outline.municipality)]
    named += [party.name for party in outline.parties]
    for one in store.initiatives(consultation_id):
        named += [one.responsible, one.partners]
    whole = [name.strip().lower() for name in named]
    parts = (n for name in whole for n in (name, *re.split(r"\s*(?:,|;| og )\s*", name)) if n)
    return frozenset(parts) | frozenset(store.settings(consultation_id).allowed_words)
