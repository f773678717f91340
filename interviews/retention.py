"""Keeping things no longer than promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from interviews.audit import AuditStore, note
from interviews.model import Consultation, Role, Settings


class RetentionStore(AuditStore, Protocol):
    """What retention needs of the store."""

    def consultations(self) -> tuple[Consultation, ...]: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def purge_drafts(self, before_day: str, consultation_id: str | None = None) -> int: ...
    def forget_withdrawals(self, consultation_id: str) -> int: ...
    def count_statements(self, consultation_id: str) -> int: ...
    def delete_consultation(self, key: str) -> None: ...


@dataclass(frozen=True)
class Receipt:
    """What one run deleted in one consultation: counts only."""

    consultation_id: str
    drafts: int
    codes: int
    deleted: bool
    statements: int = 0

    @property
    def detail(self) -> str:
        """As the trail keeps it; older entries lack the last number."""
        return f"{self.drafts} {self.codes} {int(self.deleted)} {self.statements}"


def keep_promises(store: RetentionStore, today: str) -> tuple[Receipt, ...]:
    """Delete what has lived as long as each consultation promised; a receipt where anything went.

    Drafts nobody touched for `draft_days`; withdrawal hashes from the freeze date on; the whole
    consultation from its deletion date on.
    """
    receipts = (_keep(store, c.id, today) for c in store.consultations())
    return tuple(r for r in receipts if r.drafts or r.codes or r.deleted)


def _keep(store: RetentionStore, consultation_id: str, today: str) -> Receipt:
    settings = store.settings(consultation_id)
    before = date.fromisoformat(today) - timedelta(days=settings.draft_days)
    drafts = store.purge_drafts(before.isoformat(), consultation_id)
    frozen = bool(settings.frozen_on) and settings.frozen_on <= today
    codes = store.forget_withdrawals(consultation_id) if frozen else 0
    deleted = bool(settings.delete_on) and settings.delete_on <= today
    said = store.count_statements(consultation_id) if deleted else 0
    if deleted:
        store.delete_consultation(consultation_id)
    receipt = Receipt(consultation_id, drafts, codes, deleted, said)
    if drafts or codes or deleted:
        note(store, consultation_id, today, Role.ADMINISTRATOR, "retention", receipt.detail)
    return receipt


def due(settings: Iterable[Settings], today: str) -> tuple[tuple[str, int], ...]:
    """Consultation ids with the days left until they are deleted, soonest first."""
    left = [
        (s.id, (date.fromisoformat(s.delete_on) - date.fromisoformat(today)).days)
        for s in settings
        if s.delete_on
    ]
    return tuple(sorted(left, key=lambda pair: pair[1]))
