"""Reading ae/oe/aa as æ/ø/å, and finding the known word a misspelling most likely stands for."""

import itertools
from collections.abc import Callable, Iterator
from functools import cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

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
    """The commonest frequent word one slip away from `low`, else `low` itself.

    A slip is a letter dropped, added, replaced or swapped with its neighbour. Takes about 20
    microseconds: words one slip apart share a form with a letter or none left out.
    """
    if len(low) < SHORTEST or not low.isalpha():
        return low
    rarity = lists.frequencies()
    near = [word for word in _sharing(low) if is_one_slip(low, word)]
    return min(near, key=lambda word: (rarity[word], word), default=low)


def nearest_listed(low: str) -> str:
    """As `nearest`, but among all half a million forms; takes several milliseconds."""
    if len(low) < SHORTEST or not low.isalpha():
        return low
    return min((word for word in _slips(low) if word in lexicon()), default=low)


def is_one_slip(one: str, other: str) -> bool:
    """Whether one slip makes the one word of the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True  # a letter at the end
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and a[1] + a[0] + a[2:] == b
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or swapped


def _shortened(low: str) -> set[str]:
    return {low, *(low[:i] + low[i + 1 :] for i in range(len(low)))}


def _sharing(low: str) -> set[str]:
    """The frequent words that become the same as `low` when either loses a letter or none."""
    hashes, owners, words = _index()
    found: set[str] = set()
    for form in _shortened(low):
        wanted = np.uint32(crc32(form.encode()))
        place = int(np.searchsorted(hashes, wanted))
        while place < len(hashes) and hashes[place] == wanted:
            found.add(words[owners[place]])
            place += 1
    return found


@cache
def _index() -> tuple[NDArray[np.uint32], NDArray[np.int32], list[str]]:
    """The shortened forms of the frequent words, as sorted hashes with the word each is from.

    About 2 MB; a dictionary of the same would take twenty.
    """
    words = [word for word in lists.frequencies() if len(word) >= SHORTEST]
    forms = [_shortened(word) for word in words]
    hashes = np.array([crc32(form.encode()) for same in forms for form in same], dtype=np.uint32)
    owners = np.repeat(np.arange(len(words), dtype=np.int32), [len(same) for same in forms])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order], words


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
