"""Small numbers of people in tables: suppressed, and so that nobody can compute them back.

The rule: a count from 1 to k - 1 is not shown. A row or column (or the whole table) with exactly
one hidden cell gives it away as the difference to its total, so a second one is hidden with it:
the smallest that helps. Counted in people, never in statements. Source: Statistics Denmark and
Eurostat hide counts below 3 or 5; complementary suppression as in Hundepool et al., Statistical
Disclosure Control (2012), chapter 4.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

SMALLEST_K = 3
Cell = tuple[Hashable, Hashable]
Key = TypeVar("Key", bound=Hashable)


class TooSmallK(ValueError):
    """k below 3 protects nobody: one of two knows the other."""

    code = "too_small_k"


@dataclass(frozen=True)
class Table:
    """Counts by (row, column), None where hidden, with totals that may be shown (None: hidden)."""

    rows: tuple[Hashable, ...]
    columns: tuple[Hashable, ...]
    cells: Mapping[Cell, int | None]
    row_totals: Mapping[Hashable, int | None]
    column_totals: Mapping[Hashable, int | None]
    total: int | None


def protect(counts: Mapping[Cell, int], k: int = 5) -> Table:
    """The table of `counts` (people by row and column) with small cells hidden.

    Zero is shown: nobody is there to be recognised. Raises TooSmallK.
    """
    if k < SMALLEST_K:
        raise TooSmallK(k)
    rows = tuple(dict.fromkeys(r for r, _ in counts))
    columns = tuple(dict.fromkeys(c for _, c in counts))
    full = {(r, c): counts.get((r, c), 0) for r in rows for c in columns}
    hidden = {cell for cell, n in full.items() if 0 < n < k}
    while more := _complements(full, hidden, rows, columns, k):
        hidden |= more
    row_sums = {r: sum(full[r, c] for c in columns) for r in rows}
    column_sums = {c: sum(full[r, c] for r in rows) for c in columns}
    total = sum(full.values())
    return Table(
        rows,
        columns,
        {cell: None if cell in hidden else n for cell, n in full.items()},
        hide_small(row_sums, k),
        hide_small(column_sums, k),
        None if 0 < total < k else total,
    )


def at_least(number: int, k: int) -> int | None:
    """A single number of people, None where it is from 1 to k - 1. Raises TooSmallK."""
    if k < SMALLEST_K:
        raise TooSmallK(k)
    return None if 0 < number < k else number


def merge_small(counts: Mapping[Key, int], k: int) -> tuple[list[Key], list[Key]]:
    """The keys whose counts may stand alone, largest first, and those to be merged into one.

    Never one alone, whose count is the rest of the total, and where it can be had never fewer
    than k people together: the smallest of those that stand alone join them. Raises TooSmallK.
    """
    if k < SMALLEST_K:
        raise TooSmallK(k)
    ordered = sorted(counts, key=lambda key: -counts[key])
    alone = [key for key in ordered if counts[key] >= k]
    merged = [key for key in ordered if counts[key] < k]
    while merged and alone and (len(merged) < 2 or sum(counts[key] for key in merged) < k):
        merged.insert(0, alone.pop())
    return alone, merged


def hide_small(counts: Mapping[Hashable, int], k: int) -> dict[Hashable, int | None]:
    """One list of counts that add up to a shown total, protected the same way."""
    hidden = {key for key, n in counts.items() if 0 < n < k}
    while 0 < sum(counts[key] for key in hidden) < k or len(hidden) == 1:
        left = [key for key in counts if key not in hidden and counts[key] > 0]
        if not left:
            break
        hidden.add(min(left, key=lambda key: counts[key]))
    return {key: None if key in hidden else n for key, n in counts.items()}


def _complements(
    full: Mapping[Cell, int],
    hidden: set[Cell],
    rows: Sequence[Hashable],
    columns: Sequence[Hashable],
    k: int,
) -> set[Cell]:
    """One more cell to hide for each row or column whose hidden cells can be computed back.

    They can where there is only one, or where together they are fewer than k people.
    """
    lines = [[(r, c) for c in columns] for r in rows] + [[(r, c) for r in rows] for c in columns]
    for line in lines:
        away = [cell for cell in line if cell in hidden]
        if not away or (len(away) > 1 and sum(full[cell] for cell in away) >= k):
            continue
        left = [cell for cell in line if cell not in hidden and full[cell] > 0]
        if left:
            return {min(left, key=lambda cell: full[cell])}
        empty = [cell for cell in line if cell not in hidden]
        if empty and len(away) == 1:
            return {empty[0]}
    return set()


def coarser(
    people: Sequence[tuple[tuple[Hashable, ...], int]], k: int = 5
) -> tuple[int, int, int] | None:
    """Which trait (its place) to leave out so that fewest stand out, and the `uniqueness` then.

    None where nobody stands out, or where leaving one out helps nobody.
    """
    now = uniqueness(people, k)
    places = range(len(people[0][0])) if people and now[1] else ()
    left = [(*uniqueness([((*t[:p], *t[p + 1 :]), n) for t, n in people], k), p) for p in places]
    alone, few, place = min(left, key=lambda one: (one[1], one[0]), default=(*now, 0))
    return None if (alone, few) == now else (place, alone, few)


def uniqueness(people: Iterable[tuple[tuple[Hashable, ...], int]], k: int = 5) -> tuple[int, int]:
    """How many people share their traits with nobody, and how many with fewer than k in all.

    `people` are (traits, number of people with them).
    """
    groups: Counter[tuple[Hashable, ...]] = Counter()
    for traits, number in people:
        groups[traits] += number
    alone = sum(n for n in groups.values() if n == 1)
    return alone, sum(n for n in groups.values() if n < k)
