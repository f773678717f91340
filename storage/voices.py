"""What holds for each statement now, worked out by the database without reading texts.

The same rules as analysis.current: a person's newest decision, else what it was said under, else
the machine's guess. tests/integration/test_voices.py holds the two against each other.
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    func,
    select,
)

from analysis.model import Aspect
from storage import tables
from strategy.model import InitiativeStatus, Voice


class Voices:
    """The part of the store that tells what statements are now."""

    conn: Connection

    def voices(self, consultation_id: str) -> tuple[Voice, ...]:
        """Every current statement, by number."""
        now, i = _now(consultation_id), tables.interviews
        query = (
            select(now.c.id, now.c.interview_id, i.c.site_id, now.c.theme_key, now.c.is_proposal)
            .join(i, i.c.id == now.c.interview_id)
            .order_by(now.c.number)
        )
        return tuple(
            Voice(key, talk, site, theme, bool(asks))
            for key, talk, site, theme, asks in self.conn.execute(query)
        )

    def count_by_theme(self, consultation_id: str) -> dict[str | None, int]:
        """Current statements by the theme they have now; None: no theme."""
        now = _now(consultation_id)
        query = select(now.c.theme_key, func.count()).group_by(now.c.theme_key)
        return {row[0]: row[1] for row in self.conn.execute(query)}

    def unanswered_ids(
        self,
        consultation_id: str,
        theme_key: str | None = None,
        offset: int = 0,
        limit: int | None = None,
    ) -> tuple[str, ...]:
        """Ids of statements that ask for something, with neither a link to what stands in the plan
        nor a reason, by number.

        `theme_key` keeps those of one theme.
        """
        now = _now(consultation_id)
        query = _unanswered(now, theme_key).order_by(now.c.number).offset(offset).limit(limit)
        return tuple(self.conn.execute(query).scalars())

    def count_unanswered(self, consultation_id: str, theme_key: str | None = None) -> int:
        """How many unanswered_ids would give without a limit."""
        query = _unanswered(_now(consultation_id), theme_key)
        return self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()

    def unreleased_ids(
        self,
        consultation_id: str,
        theme_key: str | None = None,
        *,
        only_linked: bool = False,
        offset: int = 0,
        limit: int | None = None,
    ) -> tuple[str, ...]:
        """Ids of statements that may be quoted and of which nothing is released, by number.

        `theme_key` keeps those of one theme, `only_linked` those that the plan uses.
        """
        now = _now(consultation_id)
        query = _unreleased(now, theme_key, only_linked).order_by(now.c.number)
        return tuple(self.conn.execute(query.offset(offset).limit(limit)).scalars())

    def count_unreleased(
        self, consultation_id: str, theme_key: str | None = None, *, only_linked: bool = False
    ) -> int:
        """How many unreleased_ids would give without a limit."""
        query = _unreleased(_now(consultation_id), theme_key, only_linked)
        return self.conn.execute(select(func.count()).select_from(query.subquery())).scalar_one()

    def sites_behind(self, statement_ids: Iterable[str]) -> tuple[int, int]:
        """How many conversations and how many sites these statements come from."""
        s, i = tables.statements, tables.interviews
        query = (
            select(i.c.id, i.c.site_id)
            .join(s, s.c.interview_id == i.c.id)
            .where(s.c.id.in_(list(statement_ids)))
        )
        found = self.conn.execute(query).all()
        return len({row[0] for row in found}), len({row[1] for row in found} - {None})

    def talks_saying(self, consultation_id: str, stem: str) -> int:
        """In how many conversations a current statement has a word that begins with `stem`."""
        s, says = tables.statements, _says(stem)
        near = s.c.text.ilike(f"%{stem[1:]}%")  # SQLite knows no capital Æ, so without the first
        query = select(s.c.interview_id, s.c.text).where(
            s.c.consultation_id == consultation_id, s.c.is_current, near
        )
        return len({talk for talk, text in self.conn.execute(query) if says.search(text)})


def _says(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)


def _unanswered(now: Subquery, theme_key: str | None) -> Select[Any]:
    i, k = tables.initiatives, tables.evidence_links
    dropped = select(i.c.id).where(i.c.status == InitiativeStatus.DROPPED.value)
    linked = select(k.c.statement_id).where(k.c.target_id.not_in(dropped))
    excused = select(tables.not_answered.c.statement_id)
    query = select(now.c.id).where(
        now.c.is_proposal, now.c.id.not_in(linked), now.c.id.not_in(excused)
    )
    return query if theme_key is None else query.where(now.c.theme_key == theme_key)


def _unreleased(now: Subquery, theme_key: str | None, only_linked: bool) -> Select[Any]:
    s = tables.statements
    query = (
        select(now.c.id)
        .join(s, s.c.id == now.c.id)
        .where(s.c.quotable, now.c.id.not_in(select(tables.quotes.c.statement_id)))
    )
    if only_linked:
        query = query.where(now.c.id.in_(select(tables.evidence_links.c.statement_id)))
    return query if theme_key is None else query.where(now.c.theme_key == theme_key)


def _newest(aspect: Aspect) -> tuple[FromClause, ColumnElement[bool]]:
    """The decisions on one aspect, and the condition that picks each statement's newest."""
    d, other = tables.decisions.alias(aspect.value), tables.decisions.alias()
    mine = (other.c.statement_id == tables.statements.c.id) & (other.c.aspect == aspect.value)
    newest = select(func.max(other.c.row)).where(mine).correlate(tables.statements)
    return d, d.c.row == newest.scalar_subquery()


def _now(consultation_id: str) -> Subquery:
    s, g, k = tables.statements, tables.theme_suggestions, tables.kind_suggestions
    (theme, newest_theme), (asks, newest_asks) = _newest(Aspect.THEME), _newest(Aspect.PROPOSAL)
    decided = theme.c.row.is_not(None)
    refused = and_(decided, func.coalesce(g.c.theme_key, "") == theme.c.value)
    theme_key = case(
        (and_(decided, theme.c.accepted), func.nullif(theme.c.value, "")),
        (
            and_(s.c.theme_key.is_not(None), func.coalesce(theme.c.value, "") != s.c.theme_key),
            s.c.theme_key,
        ),
        (refused, g.c.second_key),
        else_=g.c.theme_key,
    )
    is_proposal = case(
        (asks.c.row.is_not(None), (asks.c.value == "yes") == asks.c.accepted),
        else_=func.coalesce(k.c.is_proposal, False),
    )
    return (
        select(
            s.c.id,
            s.c.number,
            s.c.interview_id,
            theme_key.label("theme_key"),
            is_proposal.label("is_proposal"),
        )
        .outerjoin(g, g.c.statement_id == s.c.id)
        .outerjoin(k, k.c.statement_id == s.c.id)
        .outerjoin(theme, newest_theme)
        .outerjoin(asks, newest_asks)
        .where(s.c.consultation_id == consultation_id, s.c.is_current)
        .subquery("now")
    )
