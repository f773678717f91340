"""Which words identify nobody, and why: lists/allowed.toml, plus what a consultation allows."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources

from interviews.anonymity.lexicon import word_list

_LONGEST = 6


@cache
def groups() -> dict[str, tuple[str, frozenset[str]]]:
    """Each group's reason and its words, in lower case."""
    file = resources.files("interviews.anonymity").joinpath("lists", "allowed.toml")
    read = tomllib.loads(file.read_text(encoding="utf-8"))
    return {
        name: (
            group["reason"],
            frozenset(" ".join(word.split()) for word in group["words"].split(";") if word.strip()),
        )
        for name, group in read.items()
    }


@cache
def standard() -> frozenset[str]:
    """All allowed words and names of every group."""
    return frozenset().union(*(words for _, words in groups().values()))


@cache
def _beginnings() -> dict[str, int]:
    """How many words the longest allowed name has that begins with a word."""
    longest: dict[str, int] = {}
    for name in standard():
        words = re.split(r"[\s\-–'’]+", name)
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    return longest


def allowed_places(
    raw: str, words: Sequence[tuple[int, int]], more: frozenset[str]
) -> frozenset[int]:
    """Which of the words, given as (start, end) in `raw`, are (part of) an allowed name.

    `more` holds what a consultation allows, in lower case.
    """
    return frozenset(_places(raw, words, more))


def _places(raw: str, words: Sequence[tuple[int, int]], more: frozenset[str]) -> Iterator[int]:
    known, beginnings = standard(), _beginnings()
    for first, (start, end) in enumerate(words):
        longest = _LONGEST if more else beginnings.get(raw[start:end].lower(), 1)
        for last in range(first, min(first + longest, len(words))):
            name = " ".join(raw[start : words[last][1]].lower().split())
            if name in more or _is_known(name, known):
                yield from range(first, last + 1)


def _is_known(name: str, known: frozenset[str]) -> bool:
    """True for the name itself, its genitive, and a compound that begins with it ("FN-dag")."""
    if name in known or ("-" in name and name.replace("-", " ") in known):
        return True
    if name[-1] in "s'":
        owner = name.removesuffix("'").removesuffix("s").removesuffix("'")
        if len(owner) > 3 and owner in known:
            return True
    head, dash, tail = name.partition("-")
    if not dash or " " in name or head not in known or head in word_list("only_names"):
        return False
    return tail not in word_list("common_names")
