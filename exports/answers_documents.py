"""Use case: the pages with which those who spoke hear back, one file for each site."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from exports.answers_outline import FORM, outline_answers
from exports.answers_sheet import AnswerSheet
from exports.base import PlanStore, read_base
from exports.model import Base, Excerpt
from exports.office import to_pdf
from exports.walk import each
from exports.word.answers import write_answers
from interviews.audit import AuditStore, note
from interviews.model import AuditEntry, Consultation, PrintedDocument, Role, Status
from strategy.follow_up.model import FollowUp, Mark, Progress
from strategy.follow_up.texts import TextStore, written
from strategy.model import PlanVersion


class AnswersStore(PlanStore, TextStore, AuditStore, Protocol):
    """What the pages need of the store."""

    def follow_ups(self, consultation_id: str) -> tuple[FollowUp, ...]: ...
    def marks(self, follow_up_id: str) -> tuple[Mark, ...]: ...
    def audit(self, consultation_id: str) -> tuple[AuditEntry, ...]: ...
    def plan_versions(self, consultation_id: str) -> tuple[PlanVersion, ...]: ...
    def add_document(self, document: PrintedDocument) -> None: ...


@dataclass(frozen=True)
class SheetFile:
    """A finished page: the site it is for, and its bytes."""

    site_id: str
    name: str
    content: bytes


def read_sheets(
    store: AnswersStore, consultation_id: str, site_ids: Iterable[str], day: str
) -> tuple[Base, dict[str, AnswerSheet]]:
    """The base, and the page of each site, before they have a form."""
    base = read_base(store, consultation_id)
    own = written(store, consultation_id, FORM)
    k = store.settings(consultation_id).k
    dropped = _dropped(store, consultation_id)
    adopted = _adopted(store, base.consultation)
    return base, {s: outline_answers(base, s, day, k, own, dropped, adopted) for s in site_ids}


def print_answers(
    store: AnswersStore,
    consultation_id: str,
    site_ids: Iterable[str],
    role: Role,
    day: str,
    as_pdf: bool = False,
) -> tuple[SheetFile, ...]:
    """A file for each site, Word or (where LibreOffice is installed) PDF.

    Keeps which statements stand in them, so that one that is called back is told of. Raises
    PrintStopped, OfficeMissing, OfficeFailed; nothing is kept then.
    """
    base, sheets = read_sheets(store, consultation_id, site_ids, day)
    names = {s.id: s.name for s in base.sites}
    files = []
    numbers: set[int] = set()
    for site_id, sheet in sheets.items():
        content = write_answers(sheet, base)
        files.append(SheetFile(site_id, names[site_id], to_pdf(content) if as_pdf else content))
        numbers |= {excerpt.number for excerpt in each(sheet, Excerpt)}
    form = "pdf" if as_pdf else "docx"
    store.add_document(
        PrintedDocument(uuid.uuid4().hex, consultation_id, day, form, False, tuple(sorted(numbers)))
    )
    note(store, consultation_id, day, role, "answers_printed", str(len(files)))
    return tuple(files)


def _dropped(store: AnswersStore, consultation_id: str) -> dict[str, str]:
    """Why initiatives were given up, as the newest round that says so has it."""
    found: dict[str, str] = {}
    for one in store.follow_ups(consultation_id):
        for mark in store.marks(one.id):
            found.pop(mark.target_id, None)
            if mark.progress in (Progress.DROPPED, Progress.NOT_DONE):
                found[mark.target_id] = mark.reason
    return found


def _adopted(store: AnswersStore, consultation: Consultation) -> PlanVersion | None:
    """The version that was adopted last, None where none was; the trail says which."""
    versions = store.plan_versions(consultation.id)
    trail = (e.detail for e in store.audit(consultation.id) if e.action == "adopted")
    number = next(trail, "")
    found = next((v for v in versions if str(v.number) == number), None)
    if found is None and consultation.status is Status.ADOPTED and versions:
        return versions[-1]
    return found
