"""Statements that say the opposite of another on the same matter."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from analysis.background import Floats
from analysis.polarity import Polarity, read_polarity

READ_AT_MOST = 150  # statements of one group, the most typical first
DISSENTING = 3
NEUTRAL = 0.4  # how much a complaint opposes a statement without praise or blame
SURE = 0.65  # score from which one of them is shown as dissenting
LEAST = 0.5  # score from which two statements count as opposed


@dataclass(frozen=True)
class Opposition:
    """Statements `first` and `second` (places in the list) seem to contradict; score in [0, 1]."""

    first: int
    second: int
    score: float


def find_oppositions(
    texts: Sequence[str], space: Floats, least: float = LEAST
) -> tuple[Opposition, ...]:
    """The pairs that say opposite things about one matter, the surest first.

    `space` has rows of length one in the order of the texts. Looks at every pair of the first 150.
    """
    size = min(len(texts), READ_AT_MOST)
    read = [read_polarity(text) for text in texts[:size]]
    found = []
    for i, j in combinations(range(size), 2):
        score = opposition(read[i], read[j], float(space[i] @ space[j]))
        if score >= least:
            found.append(Opposition(i, j, score))
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.first, pair.second)))


def opposition(one: Polarity, other: Polarity, likeness: float) -> float:
    """How surely two statements contradict: 0 to 1.

    They must be about the same matter (shared words, or likeness) and differ in sign: one denies
    or complains where the other affirms or praises, or they use opposite words.
    """
    shared = one.topics & other.topics
    matter = len(shared) / max(1, min(len(one.topics), len(other.topics)))
    about = min(1.0, 0.7 * matter + max(0.0, likeness))
    if one.words & other.opposites:
        # Opposite words oppose, unless one of them is denied ("not far" and "near").
        against = 1.0 if one.sign * other.sign >= 0 else 0.7
    else:
        apart = abs(one.sign - other.sign)
        against = min(1.0, apart / 2 if one.sign * other.sign < 0 else apart * NEUTRAL)
    return float(np.sqrt(about * against))


def find_dissent(texts: Sequence[str], space: Floats) -> tuple[int, ...]:
    """Up to three places of statements that contradict the more typical ones of their group.

    Texts come most typical first; the less typical of a contradicting pair dissents.
    """
    if len(texts) < 3:
        return ()
    pairs = find_oppositions(texts, np.asarray(space), SURE)
    later = dict.fromkeys(pair.second for pair in pairs)
    return tuple(list(later)[:DISSENTING])
