"""Small numbers of people in tables of two ways with totals: hidden, and not to be computed back.

Cells and totals are one square of entries: each row adds up to its total, each column too, the
totals to the grand total. A hidden entry is safe when it lies on a loop of hidden ones that can be
raised and lowered by turns without changing anything shown; else it is fixed by what is shown.
Source: Gusfield, A graph theoretic approach to statistical data security (1988); Hundepool et al.,
Statistical Disclosure Control (2012), chapter 4.
"""

import heapq
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from interviews.small_cells import SMALLEST_K, TooSmallK

Cell = tuple[Hashable, Hashable]
Place = tuple[int, int]  # row and column; the last of each holds the totals
Node = tuple[bool, int]  # (True, a row) or (False, a column)


@dataclass(frozen=True)
class Table:
    """Counts by (row, column), None where hidden, with totals that may be shown (None: hidden)."""

    rows: tuple[Hashable, ...]
    columns: tuple[Hashable, ...]
    cells: Mapping[Cell, int | None]
    row_totals: Mapping[Hashable, int | None]
    column_totals: Mapping[Hashable, int | None]
    total: int | None


@dataclass(frozen=True)
class _Square:
    """Cells and totals by place; `rows` and `columns` are also the numbers of the last ones."""

    rows: int
    columns: int
    entries: Mapping[Place, int]

    def lines(self) -> Iterator[tuple[list[Place], Place]]:
        """The entries that add up to a total, and the place of the total."""
        for row in range(self.rows + 1):
            yield [(row, column) for column in range(self.columns)], (row, self.columns)
        for column in range(self.columns + 1):
            yield [(row, column) for row in range(self.rows)], (self.rows, column)

    def steps(self, node: Node) -> Iterator[tuple[Node, Place]]:
        """Where a change goes on from a row or column, and the entry that takes it up.

        From a row to a column a cell is raised or a total lowered, back the other way round. A
        hidden entry is thought to be at least one, so only two or more can be lowered.
        """
        is_row, at = node
        for other in range((self.columns if is_row else self.rows) + 1):
            place = (at, other) if is_row else (other, at)
            if self.entries[place] > 1 or self.raises(place) == is_row:
                yield (not is_row, other), place

    def raises(self, place: Place) -> bool:
        """Whether the entry goes up in a step from row to column: cells and the grand total do."""
        return (place[0] == self.rows) == (place[1] == self.columns)


def protect(counts: Mapping[Cell, int], k: int = 5) -> Table:
    """The table of `counts` (people by row and column) with small cells and totals hidden, and
    others with them until none of the hidden can be computed from what is shown.

    Zero is shown where it can be: nobody is there to be recognised. Raises TooSmallK.
    """
    if k < SMALLEST_K:
        raise TooSmallK(k)
    rows = tuple(dict.fromkeys(r for r, _ in counts))
    columns = tuple(dict.fromkeys(c for _, c in counts))
    square = _square([[counts.get((r, c), 0) for c in columns] for r in rows], len(columns))
    hidden = _hidden(square, k)
    shown = {place: None if place in hidden else n for place, n in square.entries.items()}
    down, across = len(rows), len(columns)
    return Table(
        rows,
        columns,
        {(r, c): shown[i, j] for i, r in enumerate(rows) for j, c in enumerate(columns)},
        {r: shown[i, across] for i, r in enumerate(rows)},
        {c: shown[down, j] for j, c in enumerate(columns)},
        shown[down, across],
    )


def _square(cells: list[list[int]], width: int) -> _Square:
    full = [[*row, sum(row)] for row in cells]
    full.append([sum(row[at] for row in full) for at in range(width + 1)])
    entries = {(i, j): n for i, row in enumerate(full) for j, n in enumerate(row)}
    return _Square(len(cells), width, entries)


def _hidden(square: _Square, k: int) -> set[Place]:
    """Everything to hide: the small, and what they could be computed from."""
    hidden: set[Place] = set()
    more = {place for place, n in square.entries.items() if 0 < n < k}
    while more:
        hidden |= more
        more = _for_sums(square, hidden, k) or _for_loops(square, hidden)
    return hidden


def _for_sums(square: _Square, hidden: set[Place], k: int) -> set[Place]:
    """The smallest entry of a line whose hidden ones are together fewer than k people."""
    for line, total in square.lines():
        away = sum(square.entries[place] for place in line if place in hidden)
        left = [place for place in line if place not in hidden and square.entries[place]]
        if total not in hidden and 0 < away < k and left:
            return {min(left, key=lambda place: square.entries[place])}
    return set()


def _for_loops(square: _Square, hidden: set[Place]) -> set[Place]:
    """The entries that close a loop for each hidden one that lies on none."""
    after = set(hidden)
    for place in sorted(hidden):
        row, column = (True, place[0]), (False, place[1])
        ways = [_way(square, after, place, *ends) for ends in _ends(square, row, column)]
        after |= min(ways, key=lambda way: way[0])[1]
    return after - hidden


def _ends(square: _Square, row: Node, column: Node) -> list[tuple[Node, Node]]:
    """Between which nodes the change goes round when the entry itself is raised, and lowered."""
    place = (row[1], column[1])
    both = [(column, row), (row, column)]
    if not square.raises(place):
        both.reverse()
    return both if square.entries[place] > 1 else both[:1]


def _way(
    square: _Square, hidden: set[Place], without: Place, start: Node, end: Node
) -> tuple[int, set[Place]]:
    """The cheapest way between two nodes (Dijkstra's): its cost, and the entries on it.

    What is hidden costs nothing, another entry its people; a zero is the last to be hidden. Where
    there is no way, every entry at more than any way costs.
    """
    dear = square.entries[square.rows, square.columns] + 1
    found: set[Node] = set()
    waiting: list[tuple[int, Node, frozenset[Place]]] = [(0, start, frozenset())]
    while waiting:
        cost, node, taken = heapq.heappop(waiting)
        if node == end:
            return cost, set(taken)
        if node in found:
            continue
        found.add(node)
        for other, place in square.steps(node):
            if place != without:
                more = 0 if place in hidden else square.entries[place] or dear
                heapq.heappush(waiting, (cost + more, other, taken | {place}))
    return dear * len(square.entries), set(square.entries)
