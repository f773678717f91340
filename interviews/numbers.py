"""Visible statement numbers, drawn at random."""

import random
import secrets

_SYSTEM = secrets.SystemRandom()


def draw_numbers(used: frozenset[int], count: int, rng: random.Random = _SYSTEM) -> tuple[int, ...]:
    """`count` numbers not in `used`, at random from 1–999, or up to the next 9…9 that is at
    most half full.

    Numbers in a row would show which statements come from the same conversation.
    """
    top = 999
    while (len(used) + count) * 2 > top:
        top = top * 10 + 9
    free = [n for n in range(1, top + 1) if n not in used]
    return tuple(rng.sample(free, count))
