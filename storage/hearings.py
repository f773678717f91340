"""Versions of the plan, and the hearings on them."""

from sqlalchemy import Connection

from storage import plan_tables, rows
from strategy.model import Hearing, HearingPoint, PlanVersion


class Hearings:
    """The part of the store that holds what was sent out and what came back."""

    conn: Connection

    def plan_versions(self, consultation_id: str) -> tuple[PlanVersion, ...]:
        """Oldest first."""
        t = plan_tables.plan_versions
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, PlanVersion, where, order=[t.c.number])

    def add_plan_version(self, version: PlanVersion) -> None:
        rows.add(self.conn, plan_tables.plan_versions, [version])

    def hearings(self, consultation_id: str) -> tuple[Hearing, ...]:
        """In the order they opened."""
        t = plan_tables.hearings
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Hearing, where, order=[t.c.opens, t.c.id])

    def hearing(self, key: str) -> Hearing:
        """Raises Unknown."""
        return rows.fetch_one(self.conn, plan_tables.hearings, Hearing, key)

    def save_hearing(self, hearing: Hearing) -> None:
        """Add or change; the points of the hearing stay."""
        rows.save(self.conn, plan_tables.hearings, hearing)

    def delete_hearing(self, key: str) -> None:
        """The hearing and its points."""
        rows.remove(self.conn, plan_tables.hearings, key)

    def hearing_points(self, hearing_id: str) -> tuple[HearingPoint, ...]:
        """By number."""
        t = plan_tables.hearing_points
        where = t.c.hearing_id == hearing_id
        return rows.fetch(self.conn, t, HearingPoint, where, order=[t.c.number])

    def save_hearing_point(self, point: HearingPoint) -> None:
        rows.save(self.conn, plan_tables.hearing_points, point)

    def delete_hearing_point(self, key: str) -> None:
        rows.remove(self.conn, plan_tables.hearing_points, key)
