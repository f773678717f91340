"""Figures of goals by year, with an index in which the first year is 100."""

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from strategy.follow_up.model import Figure
from strategy.goals import TextMissing

FIRST_YEAR, LAST_YEAR = 1900, 2200
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?")
_SIZES = {
    r"t\.?\s?kr|tusinde?": 10**3,
    r"mio|mill(?:ion(?:er)?)?": 10**6,
    r"mia|milliard(?:er)?": 10**9,
}
_UNITS = r"kr\.?|kroner|%|pct\.?|procent|stk\.?|døgn|dage|borgere|personer"
_AFTER = re.compile(rf"\s*(?:(?:{'|'.join(_SIZES)})\.?)?\s*(?:{_UNITS})?\s*$", re.IGNORECASE)
_BEFORE = re.compile(r"^\s*kr\.?\s*(?=[\d−-])", re.IGNORECASE)


class NotANumber(ValueError):
    """What was typed is no number, or no year."""

    code = "not_a_number"


class FigureStore(Protocol):
    """What figures need of the store."""

    def figures(self, consultation_id: str) -> tuple[Figure, ...]: ...
    def save_figure(self, figure: Figure) -> None: ...


@dataclass(frozen=True)
class Point:
    """One year: its value, and the value in per cent of the first year's (None where that is 0)."""

    year: int
    value: float
    index: int | None


@dataclass(frozen=True)
class Series:
    """What one goal is measured on, year by year from the first; `points` is never empty."""

    goal_id: str
    name: str
    points: tuple[Point, ...]


def read_number(text: str, name: str = "") -> float:
    """A number as Danes write it: "23.344.224", "45,4 mio. kr.", "68 pct.". Raises NotANumber.

    A point with three digits after it parts thousands, unless all before it is a nought ("0.125");
    any other is a decimal point. "mio." and its like are kept apart from the number and held
    against those of `name`, what is counted: "45,4 mio. kr." is 45.4 of "udgift i mio. kr." and
    45,400,000 of "udgift i kr.".
    """
    bare = _AFTER.sub("", _BEFORE.sub("", text), count=1)
    bare = re.sub(r"\s", "", bare).replace("−", "-")
    if _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    elif not _PLAIN.fullmatch(bare):
        raise NotANumber(text)
    value = Decimal(bare.replace(",", "."))
    said = _size(text)
    return float(value * said / _size(name) if said > 1 else value)


def _size(text: str) -> int:
    """What "tusind", "mio." or "mia." in `text` multiplies with; 1 where none is said."""
    for word, size in _SIZES.items():
        if re.search(rf"(?<![^\W\d_])(?:{word})(?![^\W\d_])", text, re.IGNORECASE):
            return size
    return 1


def set_figure(
    store: FigureStore, consultation_id: str, goal_id: str, name: str, year: int, value: float
) -> Figure:
    """The figure of one year; a second one of the same name and year replaces the first.

    Raises TextMissing, NotANumber for a year that is none.
    """
    name = " ".join(name.split())
    if not name:
        raise TextMissing
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotANumber(str(year))
    same = (f for f in store.figures(consultation_id) if (f.goal_id, f.name) == (goal_id, name))
    there = next((f.id for f in same if f.year == year), None)
    figure = Figure(there or uuid.uuid4().hex, consultation_id, goal_id, name, year, value)
    store.save_figure(figure)
    return figure


def series(figures: Iterable[Figure]) -> tuple[Series, ...]:
    """The figures by goal and name in the order they are met, years ascending, with the index."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.goal_id, figure.name), []).append(figure)
    return tuple(
        Series(goal_id, name, _indexed(sorted(mine, key=lambda f: f.year)))
        for (goal_id, name), mine in found.items()
    )


def _indexed(years: list[Figure]) -> tuple[Point, ...]:
    first = years[0].value
    return tuple(
        Point(f.year, f.value, round(100 * f.value / first) if first else None) for f in years
    )
