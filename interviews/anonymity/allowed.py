"""Which words identify nobody, and why: lists/allowed.toml, plus what a consultation allows."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from interviews.anonymity.lexicon import word_list
from interviews.anonymity.text import Text

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


def allowed_words(text: Text) -> frozenset[int]:
    """The places (in text.tokens) of words that are, or are part of, an allowed name."""
    return frozenset(_places(text))


def _places(text: Text) -> Iterator[int]:
    known = standard()
    tokens = text.tokens
    for first in range(len(tokens)):
        for last in range(first, min(first + _LONGEST, len(tokens))):
            name = " ".join(text.raw[tokens[first].start : tokens[last].end].lower().split())
            if name in text.allowed or _is_known(name, known):
                yield from range(first, last + 1)


def _is_known(name: str, known: frozenset[str]) -> bool:
    """True for the name itself, its genitive, and a compound that begins with it ("FN-dag")."""
    owner = name.removesuffix("'").removesuffix("s").removesuffix("'")
    if name in known or (len(owner) > 3 and owner != name and owner in known):
        return True
    head, _, tail = name.partition("-")
    return bool(tail) and " " not in name and head in known and head not in word_list("only_names")
