"""Steps of work on a plan, and the numbers that were ever given out in it."""

from sqlalchemy import Connection, delete, func, insert, select, update

from storage import plan_tables, rows, tables
from strategy.editing.model import PlanStep
from strategy.model import TargetKind

KEPT = 50  # how many steps can be taken back


class PlanSteps:
    """The part of the store that remembers how the plan came to be what it is."""

    conn: Connection

    def add_plan_step(self, step: PlanStep) -> None:
        """Keep a step; the oldest beyond KEPT is forgotten."""
        t = plan_tables.plan_steps
        rows.add(self.conn, t, [step])
        mine = t.c.consultation_id == step.consultation_id
        newest = select(t.c.row).where(mine).order_by(t.c.row.desc()).limit(KEPT)
        kept = self.conn.execute(newest).scalars().all()
        self.conn.execute(delete(t).where(mine, t.c.row.not_in(kept)))

    def last_plan_step(self, consultation_id: str) -> PlanStep | None:
        """The newest step, None when there is none to take back."""
        t = plan_tables.plan_steps
        where = t.c.consultation_id == consultation_id
        found = rows.fetch(self.conn, t, PlanStep, where, order=[t.c.row.desc()], limit=1)
        return found[0] if found else None

    def delete_plan_step(self, key: str) -> None:
        rows.remove(self.conn, plan_tables.plan_steps, key)

    def take_number(self, consultation_id: str, kind: TargetKind) -> int:
        """The next number of a goal or an initiative, never one that was given before."""
        t = plan_tables.plan_numbers
        held = tables.goals if kind is TargetKind.GOAL else tables.initiatives
        mine = (t.c.consultation_id == consultation_id) & (t.c.kind == kind.value)
        given = self.conn.execute(select(t.c.highest).where(mine)).scalar()
        standing = select(func.max(held.c.number)).where(held.c.consultation_id == consultation_id)
        number = max(given or 0, self.conn.execute(standing).scalar() or 0) + 1
        if given is None:
            row = {"consultation_id": consultation_id, "kind": kind.value, "highest": number}
            self.conn.execute(insert(t).values(row))
        else:
            self.conn.execute(update(t).where(mine).values(highest=number))
        return number
