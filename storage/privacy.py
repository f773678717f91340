"""What protects citizens: settings, withdrawal codes, the audit trail, documents that left."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from interviews.model import AuditEntry, Harmless, PrintedDocument, Settings
from storage import rows, tables


class Privacy:
    """The part of the store that keeps promises."""

    conn: Connection
    erased: bool

    def settings(self, consultation_id: str) -> Settings:
        """As decided, else the defaults."""
        t = tables.settings
        found = rows.fetch(self.conn, t, Settings, t.c.id == consultation_id)
        return found[0] if found else Settings(consultation_id)

    def save_settings(self, settings: Settings) -> None:
        rows.save(self.conn, tables.settings, settings)

    def add_withdrawal(self, interview_id: str, code_hash: bytes) -> None:
        t = tables.withdrawals
        rows.remove(self.conn, t, interview_id, "interview_id")
        self.conn.execute(insert(t).values(interview_id=interview_id, hash=code_hash))

    def withdrawal(self, consultation_id: str, code_hash: bytes) -> str | None:
        """The id of the interview this hash belongs to."""
        t, i = tables.withdrawals, tables.interviews
        query = select(t.c.interview_id).join(i, i.c.id == t.c.interview_id)
        where = (i.c.consultation_id == consultation_id) & (t.c.hash == code_hash)
        found: str | None = self.conn.execute(query.where(where)).scalar()
        return found

    def forget_withdrawals(self, consultation_id: str) -> int:
        """Delete all hashes of a consultation; how many."""
        t, i = tables.withdrawals, tables.interviews
        mine = select(i.c.id).where(i.c.consultation_id == consultation_id)
        gone = self.conn.execute(delete(t).where(t.c.interview_id.in_(mine))).rowcount
        self.erased = self.erased or gone > 0
        return gone

    def add_audit(self, entries: Iterable[AuditEntry]) -> None:
        rows.add(self.conn, tables.audit, entries)

    def audit(self, consultation_id: str) -> tuple[AuditEntry, ...]:
        """Newest first."""
        t = tables.audit
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, AuditEntry, where, order=[t.c.row.desc()])

    def receipts(self) -> tuple[AuditEntry, ...]:
        """What was deleted by date or all at once, also of consultations that are gone.

        Newest first.
        """
        t = tables.audit
        where = t.c.action.in_(("retention", "erased"))
        return rows.fetch(self.conn, t, AuditEntry, where, order=[t.c.row.desc()])

    def add_document(self, document: PrintedDocument) -> None:
        rows.add(self.conn, tables.documents, [document])

    def documents(self, consultation_id: str) -> tuple[PrintedDocument, ...]:
        """Newest day first."""
        t = tables.documents
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, PrintedDocument, where, order=[t.c.day.desc(), t.c.id])

    def withdraw_documents(self, keys: Iterable[str]) -> None:
        """Mark documents as recalled."""
        t = tables.documents
        for part in rows.chunks(keys):
            self.conn.execute(update(t).where(t.c.id.in_(part)).values(withdrawn=True))

    def add_harmless(self, answers: Iterable[Harmless]) -> None:
        """Keep answers; a second answer to the same place replaces the first."""
        t = tables.harmless
        for one in answers:
            place = (t.c.start == one.start) & (t.c.end == one.end)
            self.conn.execute(delete(t).where(t.c.statement_id == one.statement_id, place))
            rows.add(self.conn, t, [one])

    def harmless(self, consultation_id: str) -> tuple[Harmless, ...]:
        """All answers about statements of a consultation."""
        t, s = tables.harmless, tables.statements
        mine = select(s.c.id).where(s.c.consultation_id == consultation_id)
        return rows.fetch(self.conn, t, Harmless, t.c.statement_id.in_(mine))

    def seen_forms(self, consultation_id: str, hashes: Iterable[str]) -> frozenset[str]:
        """Those of the hashes that were kept before."""
        t = tables.seen_forms
        found: set[str] = set()
        for part in rows.chunks(hashes):
            where = (t.c.consultation_id == consultation_id) & t.c.hash.in_(part)
            found |= set(self.conn.execute(select(t.c.hash).where(where)).scalars())
        return frozenset(found)

    def add_seen_forms(self, consultation_id: str, hashes: Iterable[str]) -> None:
        new = [{"consultation_id": consultation_id, "hash": h} for h in hashes]
        if new:
            self.conn.execute(insert(tables.seen_forms), new)
