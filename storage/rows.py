"""Rows to models and back, driven by the dataclasses' own types.

A table has one column for each field of its dataclass (and may have more). Enums are kept as
their value, tuples as JSON lists, dataclasses inside tuples as JSON objects.
"""

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select, update

from storage.errors import Unknown

T = TypeVar("T")


def plain(value: Any) -> Any:
    """`value` as something a column or JSON can hold."""
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def to_row(model: Any) -> dict[str, Any]:
    """The columns of one model object."""
    return {f.name: plain(getattr(model, f.name)) for f in dataclasses.fields(model)}


def _builder(kind: Any) -> Callable[[Any], Any] | None:
    """How a column or JSON value becomes the type `kind`; None where it is that already."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _builder(next(a for a in typing.get_args(kind) if a is not type(None)))
        return inner and (lambda value: None if value is None else inner(value))
    if origin is tuple:
        first, *rest = typing.get_args(kind)
        if rest != [Ellipsis]:
            return tuple
        item = _builder(first)
        return (lambda value: tuple(map(item, value))) if item else tuple
    if dataclasses.is_dataclass(kind):
        return functools.partial(from_row, cast("type[Any]", kind))
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else None


@functools.cache
def _builders(model: Any) -> dict[str, Callable[[Any], Any] | None]:
    hints = typing.get_type_hints(model)
    return {f.name: _builder(hints[f.name]) for f in dataclasses.fields(model)}


def from_row(model: type[T], row: Mapping[str, Any]) -> T:
    """One model object from a row or JSON object; a field that is not there gets its default.

    JSON kept by an older version of the program may lack fields. Raises TypeError where a field
    without a default is missing.
    """
    builders = _builders(cast("Any", model))
    return model(
        **{name: b(row[name]) if b else row[name] for name, b in builders.items() if name in row}
    )


def fetch(
    conn: Connection,
    table: Table,
    model: type[T],
    *where: ColumnElement[bool],
    order: Iterable[Any] = (),
    limit: int | None = None,
    offset: int = 0,
) -> tuple[T, ...]:
    """All rows of `table` that fit, as models."""
    columns = [table.c[name] for name in _builders(cast("Any", model))]
    query = select(*columns).where(and_(True, *where)).order_by(*order)
    if limit is not None:
        query = query.limit(limit).offset(offset)
    return tuple(from_row(model, cast("Any", row._mapping)) for row in conn.execute(query))


def fetch_one(conn: Connection, table: Table, model: type[T], key: str, column: str = "id") -> T:
    """The row whose `column` is `key`. Raises Unknown."""
    found = fetch(conn, table, model, table.c[column] == key)
    if not found:
        raise Unknown(table.name, key)
    return found[0]


def add(conn: Connection, table: Table, models: Iterable[Any], **extra: Any) -> None:
    """Insert all `models`; `extra` columns get the same value in each row."""
    rows = [to_row(model) | extra for model in models]
    if rows:
        conn.execute(insert(table), rows)


def save(conn: Connection, table: Table, model: Any, **extra: Any) -> None:
    """Insert, or update the row with the same id (children of the row stay)."""
    row = to_row(model) | extra
    done = conn.execute(update(table).where(table.c.id == row["id"]).values(row))
    if done.rowcount == 0:
        conn.execute(insert(table).values(row))


def remove(conn: Connection, table: Table, key: str, column: str = "id") -> int:
    """Delete the rows whose `column` is `key`; how many."""
    return conn.execute(delete(table).where(table.c[column] == key)).rowcount


def chunks(ids: Iterable[str], size: int = 500) -> Iterable[list[str]]:
    """Ids in lists short enough for one IN clause on every database."""
    listed = list(dict.fromkeys(ids))
    return (listed[i : i + size] for i in range(0, len(listed), size))
