"""Milestones as one line on paper, and out of such a line again."""

import re
from collections.abc import Iterable

from strategy.model import Milestone

_ONE = re.compile(r"(?P<text>.+?)(?: \((?P<due>[^()]*)\))?(?P<done>, nået)?")


def written(milestones: Iterable[Milestone]) -> str:
    """For example "grunden er købt (marts 2027), nået; første indflytning (2028)", or ""."""
    return "; ".join(
        one.text + (f" ({one.due})" if one.due else "") + (", nået" if one.done else "")
        for one in milestones
    )


def milestones_in(line: str) -> tuple[Milestone, ...]:
    """The milestones a line names, in its order; what `written` made comes back as it was.

    A text with a semicolon in it comes back as two.
    """
    pieces = (" ".join(piece.split()) for piece in line.split(";"))
    found = (_ONE.fullmatch(piece) for piece in pieces)
    return tuple(
        Milestone(match["text"], match["due"] or "", bool(match["done"]))
        for match in found
        if match
    )
