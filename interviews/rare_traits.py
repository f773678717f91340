"""What only one conversation mentions, of the sort that others know a person by.

A cheap check of uniqueness that needs no model: no name, no number, but a trade, an illness, a
country, an event. One such trait may stand; two in one quote point at somebody. The person who
releases the quote sees them and decides. Traits: data/rare-traits.toml, a list a kind.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol


class TraitStore(Protocol):
    """What the check asks of the store."""

    def talks_saying(self, consultation_id: str, stem: str) -> int:
        """In how many conversations somebody says a word that begins with `stem`."""
        ...


@dataclass(frozen=True)
class RareTrait:
    """A word of a statement that no other conversation has; `kind` is its list in the file."""

    kind: str
    word: str


@cache
def _stems() -> dict[str, tuple[str, ...]]:
    file = Path(__file__).parent / "data" / "rare-traits.toml"
    read: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return {kind: tuple(stems.split()) for kind, stems in read.items()}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Words that begin with a stem of a kind; longer stems first. "." ends a word that is whole."""
    stems = sorted(_stems()[kind], key=len, reverse=True)
    wanted = "|".join(re.escape(s.rstrip(".")) + (r"\b" if s.endswith(".") else "") for s in stems)
    return re.compile(rf"\b({wanted})\w*", re.IGNORECASE)


def rare_traits(store: TraitStore, consultation_id: str, text: str) -> tuple[RareTrait, ...]:
    """The traits in `text` that one conversation of the consultation mentions, by their place."""
    found = sorted(
        (match.start(), kind, match.group(1).lower(), match.group())
        for kind in _stems()
        for match in _pattern(kind).finditer(text)
    )
    return tuple(
        RareTrait(kind, word)
        for _, kind, stem, word in found
        if store.talks_saying(consultation_id, stem) <= 1
    )


def lone_tags(
    tags_of: Mapping[str, Iterable[str]], talk_of: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """For each statement id the keys of its tags that no other conversation carries.

    `talk_of` gives the conversation of each statement.
    """
    talks: dict[str, set[str]] = {}
    for key, tags in tags_of.items():
        for tag in tags:
            talks.setdefault(tag, set()).add(talk_of.get(key, key))
    lone = {tag for tag, held in talks.items() if len(held) == 1}
    return {key: tuple(tag for tag in tags if tag in lone) for key, tags in tags_of.items()}
