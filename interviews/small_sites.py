"""Statements that say where they were said, at a site where few people talked.

"Her på krisecentret …" stands without a site beside it, but it says one; with two people met there
it says nearly who. Whoever tries to single somebody out begins with these (docs/intruder.md).
"""

import re
from collections import Counter
from collections.abc import Iterable

from interviews.model import Interview, Site, Statement

TOLD = 8  # letters in a row that a word shares with a word of the site's name
_WORD = re.compile(r"[^\W\d_]+")


def points_at_small_site(
    statements: Iterable[Statement],
    interviews: Iterable[Interview],
    sites: Iterable[Site],
    k: int,
) -> frozenset[str]:
    """Ids of the statements with a word of the name of the site they come from, where that site
    has fewer than k people. Shorter names must stand whole; a longer one shares TOLD letters.
    """
    held = list(interviews)
    people = _people(held)
    few = {
        site.id: [word.lower() for word in _WORD.findall(site.name) if len(word) > 3]
        for site in sites
        if 0 < people[site.id] < k
    }
    names = {one.id: few[one.site_id] for one in held if one.site_id in few}
    return frozenset(
        said.id
        for said in statements
        if said.interview_id in names and _tells(said.text, names[said.interview_id])
    )


def is_small_site(talk: Interview, interviews: Iterable[Interview], k: int) -> bool:
    """Whether a conversation was held at a site where fewer than k people talked."""
    return talk.site_id is not None and _people(interviews)[talk.site_id] < k


def _people(interviews: Iterable[Interview]) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in interviews:
        if one.site_id:
            found[one.site_id] += one.participants or 1
    return found


def _tells(text: str, names: list[str]) -> bool:
    words = {word.lower() for word in _WORD.findall(text)}
    return any(_alike(word, name) for word in words for name in names)


def _alike(word: str, name: str) -> bool:
    """True for "krisecenter" and "Kvindekrisecentret", for "broen" and "Broen"."""
    if len(word) < TOLD or len(name) < TOLD:
        return word == name
    parts = (name[at : at + TOLD] for at in range(len(name) - TOLD + 1))
    return any(part in word for part in parts)
