"""The audit trail: which role did what on which day, never with a text."""

import uuid
from collections.abc import Iterable
from typing import Protocol

from interviews.model import AuditEntry, Role


class AuditStore(Protocol):
    """Where the trail is kept."""

    def add_audit(self, entries: Iterable[AuditEntry]) -> None: ...


def note(
    store: AuditStore, consultation_id: str, day: str, role: Role, action: str, detail: str = ""
) -> None:
    """Keep that `action` was done. `detail` holds numbers and labels only.

    Actions: handed_in, imported, corrected, withdrawn, recalled, frozen, released, printed,
    print_stopped, workshop_goals, retention, settings, adopted, hearing_printed,
    taken_over, redline_printed, role_code, erased, hearing_withdrawn.
    """
    store.add_audit([AuditEntry(uuid.uuid4().hex, consultation_id, day, role, action, detail)])
