"""What the machine guessed and what people decided about statements."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from analysis.model import (
    AnalysisRun,
    Cluster,
    Decision,
    KindSuggestion,
    MapPoint,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from storage import rows, tables

T = TypeVar("T")
HISTORY = 50  # how many steps of cluster edits can be undone


class Analysis:
    """The part of the store that holds the codebook, suggestions, decisions and clusters."""

    conn: Connection

    def tags(self, consultation_id: str) -> tuple[Tag, ...]:
        t = tables.tags
        return rows.fetch(
            self.conn,
            t,
            Tag,
            t.c.consultation_id == consultation_id,
            order=[t.c.position, t.c.key],
        )

    def save_tag(self, tag: Tag) -> None:
        rows.save(self.conn, tables.tags, tag)

    def delete_tag(self, key: str) -> None:
        rows.remove(self.conn, tables.tags, key)

    def add_run(self, run: AnalysisRun) -> None:
        rows.add(self.conn, tables.runs, [run])

    def runs(self, consultation_id: str) -> tuple[AnalysisRun, ...]:
        """Oldest day first."""
        t = tables.runs
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, AnalysisRun, where, order=[t.c.day, t.c.id])

    def save_theme_suggestions(self, suggestions: Iterable[ThemeSuggestion]) -> None:
        self._replace(tables.theme_suggestions, tuple(suggestions))

    def theme_suggestions(
        self, consultation_id: str, only: Iterable[str] | None = None
    ) -> tuple[ThemeSuggestion, ...]:
        """Of current statements; `only` those with the ids given."""
        return self._of(tables.theme_suggestions, ThemeSuggestion, consultation_id, only)

    def save_tag_suggestions(self, suggestions: Iterable[TagSuggestion]) -> None:
        self._replace(tables.tag_suggestions, tuple(suggestions))

    def tag_suggestions(
        self, consultation_id: str, only: Iterable[str] | None = None
    ) -> tuple[TagSuggestion, ...]:
        """Of current statements; `only` those with the ids given."""
        return self._of(tables.tag_suggestions, TagSuggestion, consultation_id, only)

    def save_kind_suggestions(self, suggestions: Iterable[KindSuggestion]) -> None:
        self._replace(tables.kind_suggestions, tuple(suggestions))

    def kind_suggestions(
        self, consultation_id: str, only: Iterable[str] | None = None
    ) -> tuple[KindSuggestion, ...]:
        """Of current statements; `only` those with the ids given."""
        return self._of(tables.kind_suggestions, KindSuggestion, consultation_id, only)

    def add_decisions(self, decisions: Iterable[Decision]) -> None:
        rows.add(self.conn, tables.decisions, decisions)

    def decisions(
        self, consultation_id: str, only: Iterable[str] | None = None
    ) -> tuple[Decision, ...]:
        """All of them, oldest first; `only` those about the statement ids given."""
        t, s = tables.decisions, tables.statements
        mine = select(s.c.id).where(s.c.consultation_id == consultation_id)
        where = [t.c.statement_id.in_(mine)]
        if only is not None:
            where.append(t.c.statement_id.in_(list(only)))
        return rows.fetch(self.conn, t, Decision, *where, order=[t.c.row])

    def clusters(self, consultation_id: str) -> tuple[Cluster, ...]:
        t = tables.clusters
        where = t.c.consultation_id == consultation_id
        return rows.fetch(self.conn, t, Cluster, where, order=[t.c.theme_key, t.c.position])

    def save_clusters(self, consultation_id: str, clusters: Iterable[Cluster]) -> None:
        """Replace all clusters of the consultation; the state before can be had back."""
        h = tables.cluster_history
        before = rows.plain(self.clusters(consultation_id))
        if before:
            self.conn.execute(insert(h).values(consultation_id=consultation_id, clusters=before))
            mine = h.c.consultation_id == consultation_id
            newest = select(h.c.row).where(mine).order_by(h.c.row.desc()).limit(HISTORY)
            kept = self.conn.execute(newest).scalars().all()
            self.conn.execute(delete(h).where(mine, h.c.row.not_in(kept)))
        self._set_clusters(consultation_id, tuple(clusters))

    def undo_clusters(self, consultation_id: str) -> bool:
        """Take back the last save_clusters; False when there is nothing to take back."""
        h = tables.cluster_history
        newest = select(h).where(h.c.consultation_id == consultation_id).order_by(h.c.row.desc())
        row = self.conn.execute(newest.limit(1)).mappings().first()
        if row is None:
            return False
        self.conn.execute(delete(h).where(h.c.row == row["row"]))
        before = tuple(rows.from_row(Cluster, cluster) for cluster in row["clusters"])
        self._set_clusters(consultation_id, before)
        return True

    def _set_clusters(self, consultation_id: str, clusters: tuple[Cluster, ...]) -> None:
        rows.remove(self.conn, tables.clusters, consultation_id, "consultation_id")
        rows.add(self.conn, tables.clusters, clusters)

    def points(self, consultation_id: str) -> tuple[MapPoint, ...]:
        return self._of(tables.points, MapPoint, consultation_id)

    def save_points(self, consultation_id: str, points: Iterable[MapPoint]) -> None:
        """Replace all points of the consultation."""
        s = tables.statements
        mine = select(s.c.id).where(s.c.consultation_id == consultation_id)
        t = tables.points
        self.conn.execute(delete(t).where(t.c.statement_id.in_(mine)))
        rows.add(self.conn, t, points)

    def vectors(self, model: str, statement_ids: Iterable[str]) -> dict[str, bytes]:
        """Those that are kept, by statement id."""
        t = tables.vectors
        found: dict[str, bytes] = {}
        for part in rows.chunks(statement_ids):
            query = select(t.c.statement_id, t.c.vector).where(
                t.c.model == model, t.c.statement_id.in_(part)
            )
            found |= {row[0]: row[1] for row in self.conn.execute(query)}
        return found

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        t = tables.vectors
        for part in rows.chunks(vectors):
            self.conn.execute(delete(t).where(t.c.model == model, t.c.statement_id.in_(part)))
        new = [{"statement_id": k, "model": model, "vector": v} for k, v in vectors.items()]
        if new:
            self.conn.execute(insert(t), new)

    def _of(
        self,
        table: Table,
        model: type[T],
        consultation_id: str,
        only: Iterable[str] | None = None,
    ) -> tuple[T, ...]:
        s = tables.statements
        where = (s.c.consultation_id == consultation_id) & s.c.is_current
        mine = select(s.c.id).where(where)
        wanted = [table.c.statement_id.in_(mine)]
        if only is not None:
            wanted.append(table.c.statement_id.in_(list(only)))
        order = [table.c.statement_id, *([table.c.rank] if "rank" in table.c else [])]
        return rows.fetch(self.conn, table, model, *wanted, order=order)

    def _replace(self, table: Table, suggestions: tuple[Any, ...]) -> None:
        for part in rows.chunks(s.statement_id for s in suggestions):
            self.conn.execute(delete(table).where(table.c.statement_id.in_(part)))
        rows.add(self.conn, table, suggestions)
