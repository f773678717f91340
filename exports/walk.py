"""Walking an outline: every excerpt, count, passage and reference in it, wherever it stands."""

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast

Found = TypeVar("Found")


class Gathered:
    """Every value in an outline or a part of one, by its type and in reading order.

    One walk takes time in proportion to the number of values.
    """

    def __init__(self, content: object) -> None:
        self._found: dict[type, list[Any]] = {}
        self._walk(content)

    def each(self, kind: type[Found]) -> list[Found]:
        """The values of exactly this type."""
        return self._found.get(kind, [])

    def _walk(self, value: object) -> None:
        kind: type = type(value)
        if kind is tuple:
            for part in cast(tuple[object, ...], value):
                self._walk(part)
        elif names := _parts(kind):
            self._found.setdefault(kind, []).append(value)
            for name in names:
                self._walk(getattr(value, name))


@cache
def _parts(kind: Hashable) -> tuple[str, ...]:
    """The names of the fields of a dataclass; nothing for any other type."""
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()


def each(content: object, kind: type[Found]) -> Iterator[Found]:
    """Every value of type `kind` in an outline or part of one, in reading order."""
    return iter(Gathered(content).each(kind))
