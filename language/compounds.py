"""Taking Danish compounds apart: gadesygeplejerske is gade + sygeplejerske."""

from functools import lru_cache

from language import lists
from language.lexicon import lexicon

SHORTEST = 3
LINKS = ("", "s", "e")


@lru_cache(200_000)
def split(low: str) -> tuple[str, ...]:
    """The parts of a lower-case compound, in order, or () for any other word.

    A part is a known form; the last keeps its ending ("sagsbehandlerskift" is sag, behandler,
    skift), a linking s or e belongs to none.
    """
    if len(low) < 2 * SHORTEST or not low.isalpha():
        return ()
    best: tuple[float, tuple[str, ...]] = (1200.0, ())
    for cut in range(SHORTEST, len(low) - SHORTEST + 1):
        tail = low[cut:]
        if tail not in lexicon():
            continue
        for link in LINKS:
            head = low[: cut - len(link)]
            if len(head) < SHORTEST or not low[:cut].endswith(link) or head not in lexicon():
                continue
            best = min(best, (_cost(head) + _cost(tail), (head, tail)))
    return best[1]


def _cost(part: str) -> float:
    return float(lists.frequencies().get(part, 800))
