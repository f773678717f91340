"""Use case: a consultation as a finished file, remembered so that it can be called back."""

import datetime
import uuid
from typing import Protocol

from exports.base import PlanStore, read_base
from exports.check import PrintStopped
from exports.gate import Renderer, publish
from exports.model import Outline
from exports.office import to_pdf
from exports.outline import draw
from interviews.audit import AuditStore, note
from interviews.model import PrintedDocument, Role, Settings
from strategy.reflections import ReflectionStore, chosen_reflections


class PrintStore(PlanStore, AuditStore, ReflectionStore, Protocol):
    """What printing needs of the store."""

    def settings(self, consultation_id: str) -> Settings: ...
    def add_document(self, document: PrintedDocument) -> None: ...


def print_plan(
    store: PrintStore,
    consultation_id: str,
    renderer: Renderer,
    role: Role,
    day: str | None = None,
    is_draft: bool = True,
    as_pdf: bool = False,
) -> bytes:
    """The bytes of the file `renderer` makes of the plan as it stands now.

    `as_pdf` puts a Word file that has passed the gate through LibreOffice; OfficeMissing and
    OfficeFailed are raised before anything is kept.

    Keeps which statements stand in it; the smallest group shown is the consultation's own `k`.
    For the rest see `outline_plan`. Raises PrintStopped when anything printed is not exactly what
    the base holds, or still points at a person; nothing is kept then.
    """
    today = day or datetime.date.today().isoformat()
    base = read_base(store, consultation_id)
    chosen_quotes = chosen_reflections(store, consultation_id)
    k = store.settings(consultation_id).k
    outline = draw(base, today, is_draft, k, chosen_quotes)
    content = publish(outline, base, renderer)
    if as_pdf:
        content = to_pdf(content)
    form = "pdf" if as_pdf else renderer.suffix.lstrip(".")
    numbers = _numbers(renderer, outline, {s.id: s.number for s in base.statements})
    store.add_document(
        PrintedDocument(uuid.uuid4().hex, consultation_id, today, form, is_draft, numbers)
    )
    note(store, consultation_id, today, role, "printed", f"{form} {len(numbers)}")
    return content


def note_stop(
    store: AuditStore, consultation_id: str, error: PrintStopped, role: Role, day: str
) -> None:
    """Keep in the trail that a print was stopped, in a transaction of its own."""
    note(store, consultation_id, day, role, "print_stopped", str(len(error.faults)))


def _numbers(renderer: Renderer, outline: Outline, number_of: dict[str, int]) -> tuple[int, ...]:
    """The statements whose words stand in the file."""
    return tuple(sorted({number_of[e.statement_id] for e in renderer.voices(outline)}))
