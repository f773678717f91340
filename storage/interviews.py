"""Drafts, interviews and statements."""

import json
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, select, update

from interviews.model import Draft, Interview, Site, SiteCount, Statement
from storage import rows, tables
from storage.errors import Unknown
from storage.id_lists import drop_proposals, rename_in_lists
from storage.secrets import seal, unseal


class Interviews:
    """The part of the store that holds conversations and what was said in them."""

    conn: Connection
    erased: bool
    taken_back: set[str]

    # Drafts: the only place for raw text, sealed as a whole.

    def save_draft(self, draft: Draft) -> None:
        sealed = seal(json.dumps(rows.to_row(draft), ensure_ascii=False))
        row = {
            "id": draft.id,
            "consultation_id": draft.consultation_id,
            "updated_on": draft.updated_on,
            "sealed": sealed,
        }
        t = tables.drafts
        if self.conn.execute(update(t).where(t.c.id == draft.id).values(row)).rowcount == 0:
            self.conn.execute(t.insert().values(row))

    def draft(self, key: str) -> Draft:
        """Raises Unknown."""
        t = tables.drafts
        sealed = self.conn.execute(select(t.c.sealed).where(t.c.id == key)).scalar()
        if sealed is None:
            raise Unknown("draft", key)
        return rows.from_row(Draft, json.loads(unseal(sealed)))

    def drafts(self, consultation_id: str) -> tuple[Draft, ...]:
        """Newest day first."""
        t = tables.drafts
        query = select(t.c.sealed).where(t.c.consultation_id == consultation_id)
        found = self.conn.execute(query.order_by(t.c.updated_on.desc(), t.c.id)).scalars()
        return tuple(rows.from_row(Draft, json.loads(unseal(sealed))) for sealed in found)

    def delete_draft(self, key: str) -> None:
        rows.remove(self.conn, tables.drafts, key)

    def purge_drafts(self, before_day: str, consultation_id: str | None = None) -> int:
        """Delete drafts last touched before `before_day` ("YYYY-MM-DD"); how many."""
        t = tables.drafts
        where = [t.c.updated_on < before_day]
        if consultation_id is not None:
            where.append(t.c.consultation_id == consultation_id)
        gone = self.conn.execute(delete(t).where(*where)).rowcount
        self.erased = self.erased or gone > 0
        return gone

    # Interviews

    def add_interview(self, interview: Interview, statements: Iterable[Statement]) -> None:
        rows.add(self.conn, tables.interviews, [interview])
        rows.add(self.conn, tables.statements, statements)

    def interview(self, key: str) -> Interview:
        """Raises Unknown."""
        return rows.fetch_one(self.conn, tables.interviews, Interview, key)

    def interviews(self, consultation_id: str) -> tuple[Interview, ...]:
        t = tables.interviews
        return rows.fetch(
            self.conn, t, Interview, t.c.consultation_id == consultation_id, order=[t.c.id]
        )

    def delete_interview(self, key: str) -> None:
        """The conversation, its statements and all that hangs on them, for good."""
        t = tables.statements
        ids = self.conn.execute(select(t.c.id).where(t.c.interview_id == key)).scalars().all()
        self._forget(ids)
        rows.remove(self.conn, tables.interviews, key)
        self.taken_back.add(key)

    def site_counts(self, consultation_id: str) -> tuple[SiteCount, ...]:
        """For each site how many conversations, people and statements it has given."""
        i, s, st = tables.interviews, tables.sites, tables.statements
        people = select(i.c.site_id, func.count(), func.coalesce(func.sum(i.c.participants), 0))
        said = (
            select(i.c.site_id, func.count())
            .join(st, st.c.interview_id == i.c.id)
            .where(st.c.is_current, i.c.consultation_id == consultation_id)
            .group_by(i.c.site_id)
        )
        where = people.where(i.c.consultation_id == consultation_id).group_by(i.c.site_id)
        counts = {row[0]: (row[1], row[2]) for row in self.conn.execute(where)}
        statements = {row[0]: row[1] for row in self.conn.execute(said)}
        sites = rows.fetch(
            self.conn, s, Site, s.c.consultation_id == consultation_id, order=[s.c.name]
        )
        return tuple(
            SiteCount(site, *counts.get(site.id, (0, 0)), statements.get(site.id, 0))
            for site in sites
        )

    # Statements

    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]:
        """Current versions, by number."""
        t = tables.statements
        where = [t.c.consultation_id == consultation_id, t.c.is_current]
        if theme_key is not None:
            where.append(t.c.theme_key == theme_key)
        return rows.fetch(self.conn, t, Statement, *where, order=[t.c.number])

    def statements_page(
        self,
        consultation_id: str,
        offset: int,
        limit: int,
        theme_key: str | None = None,
        search: str = "",
    ) -> tuple[Statement, ...]:
        """Some current versions, by number; `search` is found anywhere, capitals ignored."""
        t = tables.statements
        where = [t.c.consultation_id == consultation_id, t.c.is_current]
        if theme_key is not None:
            where.append(t.c.theme_key == theme_key)
        if search:
            where.append(t.c.text.icontains(search, autoescape=True))
        return rows.fetch(
            self.conn, t, Statement, *where, order=[t.c.number], limit=limit, offset=offset
        )

    def statement(self, key: str) -> Statement:
        """Any version, by id. Raises Unknown."""
        return rows.fetch_one(self.conn, tables.statements, Statement, key)

    def statements_by_id(self, keys: Iterable[str]) -> dict[str, Statement]:
        """Those that exist, any version."""
        t = tables.statements
        return {
            found.id: found
            for part in rows.chunks(keys)
            for found in rows.fetch(self.conn, t, Statement, t.c.id.in_(part))
        }

    def used_numbers(self, consultation_id: str) -> frozenset[int]:
        t = tables.statements
        query = select(t.c.number).where(t.c.consultation_id == consultation_id)
        return frozenset(self.conn.execute(query).scalars())

    def add_statement_version(self, new: Statement) -> None:
        """Keep a correction. What people tied to the old version now hangs on the new one;
        what the machine guessed and what was released of the old one is dropped. The old text is
        emptied, unless it was released or printed and somebody may ask what stood there."""
        if new.replaces is None:
            raise ValueError("a correction says what it replaces")
        old = new.replaces
        t = tables.statements
        if not self._went_out(new, old):
            self._empty(old)
        self.conn.execute(update(t).where(t.c.id == old).values(is_current=False))
        rows.add(self.conn, t, [new])
        for table in (tables.decisions, tables.evidence_links, tables.not_answered):
            moved = update(table).where(table.c.statement_id == old)
            self.conn.execute(moved.values(statement_id=new.id))
        guesses = (
            tables.theme_suggestions,
            tables.tag_suggestions,
            tables.kind_suggestions,
            tables.vectors,
            tables.points,
            tables.quotes,
        )
        for table in guesses:
            rows.remove(self.conn, table, old, "statement_id")
        rename_in_lists(self.conn, {old: new.id})

    def delete_statement(self, key: str) -> None:
        """All versions of it and all that hangs on them, for good."""
        said = self.statement(key)
        t = tables.statements
        where = (t.c.consultation_id == said.consultation_id) & (t.c.number == said.number)
        ids = self.conn.execute(select(t.c.id).where(where)).scalars().all()
        self._forget(ids)
        self.taken_back.update(ids)

    def _forget(self, keys: Iterable[str]) -> None:
        listed = list(keys)
        drop_proposals(self.conn, listed)
        rename_in_lists(self.conn, dict.fromkeys(listed))
        t = tables.statements
        for part in rows.chunks(listed):
            self.conn.execute(delete(t).where(t.c.id.in_(part)))
        self.erased = True

    def _went_out(self, new: Statement, old: str) -> bool:
        """Whether the version `old` is released, or any version of it was ever printed."""
        q, d = tables.quotes, tables.documents
        released = self.conn.execute(select(q.c.id).where(q.c.statement_id == old).limit(1))
        if released.first() is not None:
            return True
        printed = select(d.c.numbers).where(d.c.consultation_id == new.consultation_id)
        return any(new.number in numbers for numbers in self.conn.execute(printed).scalars())

    def _empty(self, key: str) -> None:
        """The row stays, for the numbering; answers about places in the text go with it."""
        t = tables.statements
        self.conn.execute(update(t).where(t.c.id == key).values(text=""))
        rows.remove(self.conn, tables.harmless, key, "statement_id")
        self.erased = True
