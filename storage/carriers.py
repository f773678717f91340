"""The municipality's own Word file, which carries the style of what a consultation prints."""

from sqlalchemy import Connection, insert, select

from storage import plan_tables, rows


class Carriers:
    """The part of the store that keeps one Word file a consultation."""

    conn: Connection

    def carrier(self, consultation_id: str) -> bytes | None:
        """The file's bytes, None where our own base carries the style."""
        t = plan_tables.carriers
        query = select(t.c.content).where(t.c.consultation_id == consultation_id)
        found: bytes | None = self.conn.execute(query).scalar()
        return found

    def carrier_name(self, consultation_id: str) -> str:
        """What the file was called, "" where there is none."""
        t = plan_tables.carriers
        query = select(t.c.name).where(t.c.consultation_id == consultation_id)
        return self.conn.execute(query).scalar() or ""

    def save_carrier(self, consultation_id: str, name: str, content: bytes) -> None:
        """Keep the file; it replaces the one that was there."""
        self.delete_carrier(consultation_id)
        row = {"consultation_id": consultation_id, "name": name[:200], "content": content}
        self.conn.execute(insert(plan_tables.carriers).values(row))

    def delete_carrier(self, consultation_id: str) -> None:
        rows.remove(self.conn, plan_tables.carriers, consultation_id, "consultation_id")
