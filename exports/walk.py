"""Walking an outline: every excerpt, count, passage and reference in it, wherever it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

Found = TypeVar("Found")


def each(content: object, kind: type[Found]) -> Iterator[Found]:
    """Every value of type `kind` in an outline or part of one, in reading order."""
    return _each(content, kind)


def _each(value: Any, kind: type[Found]) -> Iterator[Found]:
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for part in value:
            yield from _each(part, kind)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _each(getattr(value, part.name), kind)
