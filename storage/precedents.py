"""The catalogue of goals and initiatives of other plans."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select

from storage import precedent_tables, rows
from strategy.precedents.model import Precedent


class Precedents:
    """The part of the store that holds what other plans say."""

    conn: Connection

    def precedents(self, consultation_id: str) -> tuple[Precedent, ...]:
        """By source, theme and place in it."""
        t = precedent_tables.precedents
        order = [t.c.source, t.c.theme_key, t.c.kind, t.c.page, t.c.id]
        return rows.fetch(
            self.conn, t, Precedent, t.c.consultation_id == consultation_id, order=order
        )

    def count_precedents(self, consultation_id: str) -> int:
        t = precedent_tables.precedents
        query = select(func.count()).where(t.c.consultation_id == consultation_id)
        return self.conn.execute(query).scalar_one()

    def add_precedents(self, precedents: Iterable[Precedent]) -> None:
        rows.add(self.conn, precedent_tables.precedents, precedents)

    def save_precedent(self, precedent: Precedent) -> None:
        """Add or change; a vector of the words it had is forgotten."""
        rows.save(self.conn, precedent_tables.precedents, precedent)
        rows.remove(self.conn, precedent_tables.precedent_vectors, precedent.id, "precedent_id")

    def delete_precedents(self, keys: Iterable[str]) -> None:
        t = precedent_tables.precedents
        for part in rows.chunks(keys):
            self.conn.execute(delete(t).where(t.c.id.in_(part)))

    def precedent_vectors(self, model: str, ids: Iterable[str]) -> dict[str, bytes]:
        """Those that are kept, by precedent id."""
        t = precedent_tables.precedent_vectors
        found: dict[str, bytes] = {}
        for part in rows.chunks(ids):
            query = select(t.c.precedent_id, t.c.vector).where(
                t.c.model == model, t.c.precedent_id.in_(part)
            )
            found |= {row[0]: row[1] for row in self.conn.execute(query)}
        return found

    def save_precedent_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Vectors of precedents that have none of this model yet."""
        new = [{"precedent_id": k, "model": model, "vector": v} for k, v in vectors.items()]
        if new:
            self.conn.execute(insert(precedent_tables.precedent_vectors), new)
