"""Numbers about a consultation, counted by the database."""

from typing import Any

from sqlalchemy import Connection, Select, func, select

from analysis.model import Aspect
from storage import rows, tables
from strategy.model import InitiativeStatus


class Counts:
    """The part of the store that counts without reading texts."""

    conn: Connection

    def count_statements(self, consultation_id: str) -> int:
        """Statements in their current version."""
        return self._count(_current(consultation_id))

    def count_analysed(self, consultation_id: str) -> int:
        """Current statements the machine has read: a theme is suggested, or a run says why not."""
        guessed = tables.theme_suggestions.c.statement_id
        read = self._count(_current(consultation_id).where(_id().in_(select(guessed))))
        r = tables.runs
        runs = self.conn.execute(
            select(r.c.unprocessed).where(r.c.consultation_id == consultation_id)
        )
        refused = {pair[0] for pairs in runs.scalars() for pair in pairs}
        unguessed = _current(consultation_id).where(_id().not_in(select(guessed)))
        return read + sum(
            self._count(unguessed.where(_id().in_(part))) for part in rows.chunks(refused)
        )

    def count_reviewed(self, consultation_id: str) -> int:
        """Current statements whose theme a person has decided."""
        t = tables.decisions
        decided = select(t.c.statement_id).where(t.c.aspect == Aspect.THEME.value)
        return self._count(_current(consultation_id).where(_id().in_(decided)))

    def count_initiatives(self, consultation_id: str) -> int:
        t = tables.initiatives
        return self._count(select(t.c.id).where(t.c.consultation_id == consultation_id))

    def count_unlinked_initiatives(self, consultation_id: str) -> int:
        """Initiatives that stand and that no statement is tied to."""
        t = tables.initiatives
        linked = select(tables.evidence_links.c.target_id)
        stands = t.c.status != InitiativeStatus.DROPPED.value
        where = (t.c.consultation_id == consultation_id) & stands & t.c.id.not_in(linked)
        return self._count(select(t.c.id).where(where))

    def _count(self, query: Select[Any]) -> int:
        return self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def _id() -> Any:
    return tables.statements.c.id


def _current(consultation_id: str) -> Select[Any]:
    s = tables.statements
    return select(s.c.id).where(s.c.consultation_id == consultation_id, s.c.is_current)
