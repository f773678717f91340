"""Names of parties, read by the guard when they are typed: the note cannot be printed otherwise."""

import re
from collections.abc import Iterable

from interviews import anonymity
from interviews.model import Certainty, Settings


class PartyIdentifies(ValueError):
    """The name of a party says more than who is asked: an address, a telephone, a person.

    `where` holds for each such name its place among those given (from 1) and the kinds found,
    never the words.
    """

    code = "party_identifies"

    def __init__(self, where: tuple[tuple[int, tuple[str, ...]], ...]) -> None:
        super().__init__(", ".join(f"{n}: {' '.join(kinds)}" for n, kinds in where))
        self.where = where


def check_names(names: Iterable[str], settings: Settings) -> None:
    """Hold names of parties to the guard as the note will be, while somebody can still mend them.

    What a party is called may stand; an address or a telephone beside it may not. Raises
    PartyIdentifies.
    """
    where = []
    for place, name in enumerate(names, 1):
        allowed = frozenset((*settings.allowed_words, *_own_words(name.lower())))
        found = anonymity.check(name, allowed)
        kinds = {one.kind.value for one in found if one.certainty is Certainty.CERTAIN}
        if kinds:
            where.append((place, tuple(sorted(kinds))))
    if where:
        raise PartyIdentifies(tuple(where))


def _own_words(name: str) -> Iterable[str]:
    """The name and its parts, as the print lets them stand."""
    return (part for part in (name, *re.split(r"\s*(?:,|;| og )\s*", name)) if part)
