"""Use case: the plan as an agenda item for the committee, in Word."""

from typing import Protocol

from exports.agenda_outline import AgendaStore, outline_agenda
from exports.allowing import NamesStore, own_names
from exports.word.agenda import write_agenda
from interviews.audit import AuditStore, note
from interviews.model import Role


class AgendaPrintStore(AgendaStore, NamesStore, AuditStore, Protocol):
    """What printing an item needs of the store."""


def print_agenda(
    store: AgendaPrintStore,
    consultation_id: str,
    role: Role,
    day: str,
    carrier: bytes | None = None,
) -> bytes:
    """The .docx bytes of the item as it stands on `day`, in the style of `carrier` or our own.

    Raises PrintStopped when something in it identifies or may name a person, NotACarrier; nothing
    is kept then.
    """
    outline = outline_agenda(store, consultation_id, day)
    heard = [p.name for h in store.hearings(consultation_id) for p in h.parties]
    content = write_agenda(outline, own_names(store, consultation_id, heard), carrier)
    note(store, consultation_id, day, role, "agenda_printed")
    return content
