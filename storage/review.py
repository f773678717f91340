"""Which statements a consultant looks at next."""

from typing import Any

from sqlalchemy import Connection, Select, func, select

from analysis.model import Aspect
from storage import tables

NONE = "-"  # asks for statements that are suggested to belong to no theme


class Review:
    """The part of the store that orders statements for review."""

    conn: Connection

    def review_ids(
        self,
        consultation_id: str,
        offset: int,
        limit: int,
        *,
        only_open: bool = True,
        theme_key: str | None = None,
        search: str = "",
    ) -> tuple[str, ...]:
        """Statement ids, grouped by suggested theme, the surest first.

        `only_open` leaves out statements whose theme is decided; `theme_key` keeps those
        suggested for one theme ("-": for none).
        """
        query = self._review(consultation_id, only_open, theme_key, search)
        g, s = tables.theme_suggestions, tables.statements
        order = (g.c.theme_key.nulls_last(), g.c.confidence.desc(), s.c.number)
        found = self.conn.execute(query.order_by(*order).offset(offset).limit(limit))
        return tuple(found.scalars())

    def count_review(
        self,
        consultation_id: str,
        *,
        only_open: bool = True,
        theme_key: str | None = None,
        search: str = "",
    ) -> int:
        """How many review_ids would give without a limit."""
        query = self._review(consultation_id, only_open, theme_key, search)
        return self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()

    def _review(
        self, consultation_id: str, only_open: bool, theme_key: str | None, search: str
    ) -> Select[Any]:
        s, g, d = tables.statements, tables.theme_suggestions, tables.decisions
        query = (
            select(s.c.id)
            .outerjoin(g, g.c.statement_id == s.c.id)
            .where(s.c.consultation_id == consultation_id, s.c.is_current)
        )
        if only_open:
            decided = select(d.c.statement_id).where(d.c.aspect == Aspect.THEME.value)
            query = query.where(s.c.id.not_in(decided))
        if theme_key == NONE:
            query = query.where(g.c.theme_key.is_(None))
        elif theme_key:
            query = query.where(g.c.theme_key == theme_key)
        if search:
            query = query.where(s.c.text.icontains(search, autoescape=True))
        return query
