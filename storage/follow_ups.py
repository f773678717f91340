"""Rounds of following up, figures by year, and texts people write into the files made for them."""

from sqlalchemy import Connection

from storage import follow_up_tables, rows
from strategy.follow_up.model import Figure, FollowUp, Mark, OwnText, Recommendation


class FollowUps:
    """The part of the store that holds what became of the plan."""

    conn: Connection

    def follow_ups(self, consultation_id: str) -> tuple[FollowUp, ...]:
        """By number."""
        t = follow_up_tables.follow_ups
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, FollowUp, where, order=[t.c.number])

    def follow_up(self, key: str) -> FollowUp:
        """Raises Unknown."""
        return rows.fetch_one(self.conn, follow_up_tables.follow_ups, FollowUp, key)

    def save_follow_up(self, follow_up: FollowUp) -> None:
        rows.save(self.conn, follow_up_tables.follow_ups, follow_up)

    def delete_follow_up(self, key: str) -> None:
        """The round with its marks and recommendations; figures stay."""
        rows.remove(self.conn, follow_up_tables.follow_ups, key)

    def marks(self, follow_up_id: str) -> tuple[Mark, ...]:
        """By visible number, goals and initiatives apart."""
        t = follow_up_tables.marks
        where = t.c.follow_up_id == follow_up_id
        order = [t.c.target_kind, t.c.label, t.c.id]
        return rows.fetch(self.conn, t, Mark, where, order=order)

    def save_mark(self, mark: Mark) -> None:
        rows.save(self.conn, follow_up_tables.marks, mark)

    def figures(self, consultation_id: str) -> tuple[Figure, ...]:
        """By year."""
        t = follow_up_tables.figures
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Figure, where, order=[t.c.name, t.c.year, t.c.id])

    def save_figure(self, figure: Figure) -> None:
        rows.save(self.conn, follow_up_tables.figures, figure)

    def delete_figure(self, key: str) -> None:
        rows.remove(self.conn, follow_up_tables.figures, key)

    def recommendations(self, follow_up_id: str) -> tuple[Recommendation, ...]:
        """By number."""
        t = follow_up_tables.recommendations
        where = t.c.follow_up_id == follow_up_id
        return rows.fetch(self.conn, t, Recommendation, where, order=[t.c.number])

    def save_recommendation(self, recommendation: Recommendation) -> None:
        rows.save(self.conn, follow_up_tables.recommendations, recommendation)

    def delete_recommendation(self, key: str) -> None:
        rows.remove(self.conn, follow_up_tables.recommendations, key)

    def own_texts(self, consultation_id: str, form: str) -> tuple[OwnText, ...]:
        """What people wrote into one form."""
        t = follow_up_tables.own_texts
        where = (t.c.consultation_id == consultation_id) & (t.c.form == form)
        return rows.fetch(self.conn, t, OwnText, where, order=[t.c.section])

    def save_own_text(self, text: OwnText) -> None:
        rows.save(self.conn, follow_up_tables.own_texts, text)

    def delete_own_text(self, key: str) -> None:
        rows.remove(self.conn, follow_up_tables.own_texts, key)
