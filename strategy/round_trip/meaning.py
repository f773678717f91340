"""Which of two readings of a row its writer meant: by the places of its texts, or by its words."""

from collections.abc import Iterator
from dataclasses import replace

from strategy.round_trip.matching import Pair, folded, likeness
from strategy.round_trip.model import PaperRow


def fields_of(row: PaperRow) -> Iterator[tuple[str, str]]:
    """The fields that were found in the row; its theme where the heading is one."""
    yield from row.values
    if row.theme_key:
        yield "theme_key", row.theme_key


def field_of(row: PaperRow, field: str) -> str:
    """What stands in `field`, its theme too; "" where nothing was found."""
    return (row.theme_key or "") if field == "theme_key" else row.value(field)


def as_meant(pair: Pair) -> Pair:
    """The pair with its returned row read as its writer meant it.

    A row is what its words say it is, as people type. Where they leave no words for the row
    itself, or say something else than they mean as printed already, the reading that is nearer to
    what was printed is taken.
    """
    row, there = pair.returned, pair.printed
    if row is None or row.otherwise is None:
        return pair
    worded, placed = row.otherwise, replace(row, otherwise=None)
    says = bool(worded.value("text"))
    if there is None:
        return replace(pair, returned=worded if says else placed)
    if says and not there.misleads:
        return replace(pair, returned=worded)
    nearest = min((worded, placed), key=lambda one: _distance(one, there))
    return replace(pair, returned=nearest)


def in_its_theme(pair: Pair, themes: frozenset[str]) -> Pair:
    """The pair with its row under no theme where the heading of its own is gone from the file.

    The rows under a heading that was deleted would else seem to have moved to the theme before.
    """
    row, there = pair.returned, pair.printed
    if row is None or there is None or there.theme_key in themes:
        return pair
    return replace(pair, returned=replace(row, theme_key=None))


def _distance(row: PaperRow, printed: PaperRow) -> tuple[int, float]:
    """How many things are otherwise than printed, and how unlike the words are."""
    changed = sum(
        folded(value) != folded(field_of(printed, name)) for name, value in fields_of(row)
    )
    changed += len(row.unread) + (set(row.evidence) != set(printed.evidence))
    return changed, -likeness(row.value("text"), printed.value("text"))
