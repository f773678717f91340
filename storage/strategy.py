"""Goals, initiatives, evidence and what is released for printing."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, false, select

from storage import rows, tables
from strategy.model import (
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Quote,
)


class Strategy:
    """The part of the store that holds the plan in the making."""

    conn: Connection

    def goals(self, consultation_id: str) -> tuple[Goal, ...]:
        t = tables.goals
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Goal, where, order=[t.c.position, t.c.number])

    def save_goal(self, goal: Goal) -> None:
        rows.save(self.conn, tables.goals, goal)

    def delete_goal(self, key: str) -> None:
        """The goal and the evidence tied to it; its initiatives stay without a goal."""
        rows.remove(self.conn, tables.evidence_links, key, "target_id")
        rows.remove(self.conn, tables.goals, key)

    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]:
        t = tables.initiatives
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Initiative, where, order=[t.c.position, t.c.number])

    def save_initiative(self, initiative: Initiative) -> None:
        rows.save(self.conn, tables.initiatives, initiative)

    def delete_initiative(self, key: str) -> None:
        """The initiative and the evidence tied to it."""
        rows.remove(self.conn, tables.evidence_links, key, "target_id")
        rows.remove(self.conn, tables.initiatives, key)

    def links(
        self, consultation_id: str, only: Iterable[str] | None = None
    ) -> tuple[EvidenceLink, ...]:
        """All evidence; `only` that of the statements with the ids given (some hundred)."""
        t = tables.evidence_links
        where: ColumnElement[bool] = t.c.statement_id.in_(_mine(consultation_id))
        if only is not None:
            where &= t.c.statement_id.in_(list(only))
        return rows.fetch(self.conn, t, EvidenceLink, where, order=[t.c.id])

    def add_link(self, link: EvidenceLink) -> None:
        """Tie a statement to a goal or an initiative; a second link between the two replaces."""
        t = tables.evidence_links
        same = (t.c.statement_id == link.statement_id) & (t.c.target_id == link.target_id)
        self.conn.execute(delete(t).where(same))
        rows.add(self.conn, t, [link])

    def delete_link(self, key: str) -> None:
        rows.remove(self.conn, tables.evidence_links, key)

    def initiative_proposals(self, consultation_id: str) -> tuple[InitiativeProposal, ...]:
        t = tables.initiative_proposals
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, InitiativeProposal, where, order=[t.c.theme_key, t.c.id])

    def save_initiative_proposals(
        self, consultation_id: str, proposals: Iterable[InitiativeProposal]
    ) -> None:
        """Replace the machine's proposals that nobody has taken over or dismissed."""
        t = tables.initiative_proposals
        open_ones = t.c.taken_over_by.is_(None) & (t.c.dismissed == false())
        self.conn.execute(delete(t).where(t.c.consultation_id == consultation_id, open_ones))
        rows.add(self.conn, t, proposals)

    def update_initiative_proposal(self, proposal: InitiativeProposal) -> None:
        rows.save(self.conn, tables.initiative_proposals, proposal)

    def digests(self, consultation_id: str) -> tuple[Digest, ...]:
        t = tables.digests
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Digest, where, order=[t.c.theme_key])

    def save_digest(self, digest: Digest) -> None:
        t = tables.digests
        same = (t.c.consultation_id == digest.consultation_id) & (t.c.theme_key == digest.theme_key)
        self.conn.execute(delete(t).where(same))
        rows.add(self.conn, t, [digest])

    def quotes(self, consultation_id: str) -> tuple[Quote, ...]:
        t = tables.quotes
        return rows.fetch(
            self.conn, t, Quote, t.c.statement_id.in_(_mine(consultation_id)), order=[t.c.id]
        )

    def add_quote(self, quote: Quote) -> None:
        rows.add(self.conn, tables.quotes, [quote])

    def delete_quote(self, key: str) -> None:
        rows.remove(self.conn, tables.quotes, key)

    def not_answered(self, consultation_id: str) -> tuple[NotAnswered, ...]:
        t = tables.not_answered
        where: ColumnElement[bool] = t.c.statement_id.in_(_mine(consultation_id))
        return rows.fetch(self.conn, t, NotAnswered, where, order=[t.c.statement_id])

    def add_not_answered(self, answer: NotAnswered) -> None:
        """Keep why a voice gets no answer; a second reason replaces the first."""
        rows.remove(self.conn, tables.not_answered, answer.statement_id, "statement_id")
        rows.add(self.conn, tables.not_answered, [answer])

    def delete_not_answered(self, statement_id: str) -> None:
        rows.remove(self.conn, tables.not_answered, statement_id, "statement_id")


def _mine(consultation_id: str) -> Select[Any]:
    s = tables.statements
    return select(s.c.id).where(s.c.consultation_id == consultation_id)
