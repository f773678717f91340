"""Whether it may be told which of several sites with hidden numbers are below their plan.

"Fewer than two came" says one. So every answer that the people at these sites together allow is
tried, not only the true one: keeping silent just where the truth is telling would tell it too.
"""

from collections.abc import Iterator, Sequence
from itertools import product

MOST_SITES = 8  # with a plan: two to this power answers are tried
Bounds = tuple[int, int]


def may_be_named(planned: Sequence[int | None], together: int | None, k: int) -> bool:
    """Whether no answer fixes a number. `planned` has an entry for each hidden site (None or 0: no
    plan); `together` is how many came to them all, None where that is not told. What a reader knows
    besides: at least one came to each site, and to one of them fewer than k.
    """
    if not any(planned):
        return True
    if together is None or sum(bool(n) for n in planned) > MOST_SITES:
        return False
    choices = [[(1, n - 1), (n, together)] if n else [(1, together)] for n in planned]
    return not any(_fixes(answer, together, k) for answer in product(*choices))


def _fixes(bounds: Sequence[Bounds], together: int, k: int) -> bool:
    """Whether only one number fits some site; False where none does: that answer is not given."""
    spans: list[list[Bounds]] = []
    for at, (low, high) in enumerate(bounds):
        small = [*bounds[:at], (low, min(high, k - 1)), *bounds[at + 1 :]]
        spans += _spans(small, together)
    by_site = zip(*spans, strict=True)
    return any(min(low for low, _ in site) == max(high for _, high in site) for site in by_site)


def _spans(bounds: Sequence[Bounds], together: int) -> Iterator[list[Bounds]]:
    """The least and most that fit each site when all add up to `together`; nothing if none do."""
    least, most = sum(low for low, _ in bounds), sum(high for _, high in bounds)
    if least <= together <= most and all(low <= high for low, high in bounds):
        yield [
            (max(low, together - (most - high)), min(high, together - (least - low)))
            for low, high in bounds
        ]
