"""Calling a statement back, when something in it points at a person after all."""

from dataclasses import dataclass
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.echoes import EchoStore, Planned, echoes
from interviews.model import PrintedDocument, Role, Statement
from interviews.withdrawal import standing_in


class NumberUnknown(ValueError):
    """No statement of this consultation has that number."""

    code = "number_unknown"


class RecallStore(AuditStore, EchoStore, Protocol):
    """What recalling needs of the store."""

    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def delete_statement(self, key: str) -> None: ...
    def documents(self, consultation_id: str) -> tuple[PrintedDocument, ...]: ...
    def withdraw_documents(self, keys: tuple[str, ...]) -> None: ...


@dataclass(frozen=True)
class Recalled:
    """What was deleted and which documents it stood in; those are marked as withdrawn.

    `echoes` are goals and initiatives that may still hold its words: somebody must read them.
    """

    label: str
    documents: tuple[PrintedDocument, ...]
    echoes: tuple[Planned, ...] = ()


def recall_statement(
    store: RecallStore, consultation_id: str, number: int, role: Role, day: str
) -> Recalled:
    """Delete all versions of statement `number` and everything tied to it, for good.

    Raises NumberUnknown.
    """
    said = next((s for s in store.statements(consultation_id) if s.number == number), None)
    if said is None:
        raise NumberUnknown(number)
    stood_in = standing_in(store.documents(consultation_id), {number})
    heard = echoes(store, consultation_id, [said])
    store.withdraw_documents(tuple(d.id for d in stood_in))
    store.delete_statement(said.id)
    note(store, consultation_id, day, role, "recalled", said.label)
    return Recalled(said.label, stood_in, heard)
