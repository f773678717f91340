"""Use case: one hearing as a commented note in Word, noted in the trail."""

from typing import Protocol

from exports.allowing import NamesStore, own_names
from exports.hearing_outline import NoteOutline, NoteStore, outline_note
from exports.model import Allowed
from exports.word.hearing_note import write_hearing_note
from interviews.audit import AuditStore, note
from interviews.model import Role


class NotePrintStore(NoteStore, NamesStore, AuditStore, Protocol):
    """What printing a note needs of the store."""


def print_hearing_note(
    store: NotePrintStore, hearing_id: str, role: Role, day: str, carrier: bytes | None = None
) -> bytes:
    """The .docx bytes of the note as it stands on `day`, in the style of `carrier` or our own.

    Parties, the municipality and those responsible may be named. Raises PrintStopped when
    something in it identifies or may name a person, NotACarrier; nothing is kept then.
    """
    outline = outline_note(store, hearing_id, day)
    cid = store.hearing(hearing_id).consultation_id
    content = write_hearing_note(outline, _allowed(store, cid, outline), carrier)
    points = sum(len(group.points) for group in outline.groups)
    note(store, cid, day, role, "hearing_printed", str(points))
    return content


def _allowed(store: NotePrintStore, consultation_id: str, outline: NoteOutline) -> Allowed:
    """What may stand in the note."""
    return own_names(store, consultation_id, (party.name for party in outline.parties))
