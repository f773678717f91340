"""Reading ae/oe/aa as æ/ø/å, and finding the known word a misspelling most likely stands for."""

import itertools
from collections.abc import Callable, Iterator

from language import lists
from language.lexicon import lexicon

LETTERS = {"ae": "æ", "oe": "ø", "aa": "å"}
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
SHORTEST = 4  # below that, nearly every misspelling is also a word
PLACES = 4  # more ae/oe/aa than this in one word is not Danish


def fold(low: str, known: Callable[[str], bool]) -> str:
    """The reading of ae/oe/aa that makes a known word, most letters changed first; else `low`."""
    spots = [i for i in range(len(low) - 1) if low[i : i + 2] in LETTERS][:PLACES]
    for size in range(len(spots), 0, -1):
        for chosen in itertools.combinations(spots, size):
            candidate = _replace(low, chosen)
            if known(candidate):
                return candidate
    return low


def _replace(low: str, chosen: tuple[int, ...]) -> str:
    for spot in reversed(chosen):
        low = low[:spot] + LETTERS.get(low[spot : spot + 2], low[spot : spot + 2]) + low[spot + 2 :]
    return low


def nearest(low: str) -> str:
    """The most frequent known word one slip away from `low`, else `low` itself.

    A slip is a letter dropped, doubled, swapped with its neighbour, replaced or missing.
    Cost: about 60 lookups for each letter, a millisecond for a long word.
    """
    if len(low) < SHORTEST or not low.isalpha():
        return low
    rarity = lists.frequencies()
    candidates = set(_slips(low))
    frequent = [word for word in candidates if word in rarity]
    if frequent:
        return min(frequent, key=lambda word: (rarity[word], word))
    listed = sorted(word for word in candidates if word in lexicon())
    return listed[0] if listed else low


def _slips(low: str) -> Iterator[str]:
    for i in range(len(low) + 1):
        head, tail = low[:i], low[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
