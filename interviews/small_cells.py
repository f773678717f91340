"""Small numbers of people in lists: suppressed, and so that nobody can compute them back.

The rule: a count from 1 to k - 1 is not shown. One hidden alone is the rest of the total, so others
are hidden with it: the smallest that help. Which ones is chosen in one place, `hidden_group`, for
every page and every file: two pages that hid different ones would give each other's numbers away.
Counted in people, never in statements. Tables of two ways: `small_tables`. Source: Statistics
Denmark and Eurostat hide counts below 3 or 5; complementary suppression as in Hundepool et al.,
Statistical Disclosure Control (2012), chapter 4.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

SMALLEST_K = 3
Key = TypeVar("Key", bound=Hashable)


class TooSmallK(ValueError):
    """k below 3 protects nobody: one of two knows the other."""

    code = "too_small_k"


def at_least(number: int, k: int) -> int | None:
    """A single number of people, None where it is from 1 to k - 1. Raises TooSmallK."""
    if k < SMALLEST_K:
        raise TooSmallK(k)
    return None if 0 < number < k else number


def hidden_group(counts: Mapping[Key, int], k: int) -> frozenset[Key]:
    """The keys whose counts are hidden, or merged into one.

    All from 1 to k - 1, and with them the smallest others until their sum may be told (`told_sum`)
    or nobody is left. Equal counts are taken in the order of their keys as text, so that the order
    the counts come in changes nothing: give sites by their id. Zero is never hidden. Raises
    TooSmallK.
    """
    group = {key for key, n in counts.items() if n and at_least(n, k) is None}
    others = (key for key in counts if counts[key] and key not in group)
    left = sorted(others, key=lambda key: (counts[key], str(key)))
    while group and left and told_sum((counts[key] for key in group), k) is None:
        group.add(left.pop(0))
    return frozenset(group)


def told_sum(hidden: Iterable[int], k: int) -> int | None:
    """What the counts of a hidden group add up to; None where the sum would give one of them away.

    It does where there is only one, where they are fewer than k people, and where there is one
    person for each: a hidden count is at least one. Nothing hidden adds up to 0.
    """
    counts = list(hidden)
    total = sum(counts)
    if counts and (len(counts) == 1 or total <= len(counts)):
        return None
    return at_least(total, k)


def merge_small(counts: Mapping[Key, int], k: int) -> tuple[list[Key], list[Key]]:
    """The keys whose counts may stand alone, largest first, and those of the `hidden_group`, to be
    merged into one. Raises TooSmallK.
    """
    group = hidden_group(counts, k)
    ordered = sorted(counts, key=lambda key: -counts[key])
    return [key for key in ordered if key not in group], [key for key in ordered if key in group]


def hide_small(counts: Mapping[Key, int], k: int) -> dict[Key, int | None]:
    """The counts, None for those of the `hidden_group`. Raises TooSmallK."""
    group = hidden_group(counts, k)
    return {key: None if key in group else n for key, n in counts.items()}


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
