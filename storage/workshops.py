"""What was written on the wall of a workshop."""

from sqlalchemy import Connection

from interviews.workshop.model import Contribution
from storage import rows, workshop_tables


class Workshops:
    """The part of the store that holds workshop notes."""

    conn: Connection

    def contributions(self, consultation_id: str) -> tuple[Contribution, ...]:
        """In the order they were put up."""
        t = workshop_tables.contributions
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Contribution, where, order=[t.c.position, t.c.id])

    def save_contribution(self, contribution: Contribution) -> None:
        rows.save(self.conn, workshop_tables.contributions, contribution)

    def delete_contribution(self, key: str) -> None:
        rows.remove(self.conn, workshop_tables.contributions, key)
