"""Statement ids inside JSON lists: they follow their statement, or go with it."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, select, update

from storage import plan_tables, rows, tables


def drop_proposals(conn: Connection, statement_ids: Sequence[str]) -> None:
    """Delete what the machine worded from these statements, also what was taken over since:
    it may hold a citizen's own phrase."""
    t, gone = tables.initiative_proposals, set(statement_ids)
    if not gone:
        return
    found = conn.execute(select(t.c.id, t.c.statement_ids)).all()
    for part in rows.chunks(key for key, made_from in found if gone & set(made_from)):
        conn.execute(delete(t).where(t.c.id.in_(part)))


def rename_in_lists(conn: Connection, names: Mapping[str, str | None]) -> None:
    """Replace ids by their new ones everywhere; None takes them out."""
    if not names:
        return
    for table, key, columns in (
        (tables.clusters, ["id"], ["statement_ids", "typical_ids", "dissenting_ids"]),
        (tables.cluster_history, ["row"], ["clusters"]),
        (tables.initiative_proposals, ["id"], ["statement_ids"]),
        (tables.digests, ["consultation_id", "theme_key"], ["lines"]),
        (tables.runs, ["id"], ["unprocessed"]),
        (plan_tables.plan_versions, ["id"], ["links"]),
        (plan_tables.plan_steps, ["row"], ["before", "after"]),
    ):
        for row in conn.execute(select(table)).mappings().all():
            new = {c: _renamed(row[c], names) for c in columns}
            if any(new[c] != row[c] for c in columns):
                where = [table.c[k] == row[k] for k in key]
                conn.execute(update(table).where(*where).values(new))


def _renamed(value: object, names: Mapping[str, str | None]) -> object:
    """`value` (JSON) with statement ids renamed; list items of a removed id fall out."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        changed = [_renamed(item, names) for item in value]
        return [new for new in changed if new is not None]
    if isinstance(value, dict):
        if _hangs_on(value, {key for key, new in names.items() if new is None}):
            return None
        return {k: _renamed(v, names) if v is not None else None for k, v in value.items()}
    return value


def _hangs_on(value: Mapping[str, object], gone: set[str]) -> bool:
    """Whether a JSON object is about a statement that is gone, or a proposal worded from one."""
    made_from = value.get("statement_ids") if "taken_over_by" in value else None
    told = [value.get("statement_id"), *(made_from if isinstance(made_from, list) else ())]
    return any(key in gone for key in told)
