"""What changed between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"[UMIF]-\d+|\s+|\w+|[^\w\s]")  # a visible number is one word


class Piece(StrEnum):
    """Whether a piece of text stands in both texts, in the old one only or in the new one only."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def word_changes(old: str, new: str) -> tuple[tuple[Piece, str], ...]:
    """Pieces of both texts in reading order, none empty, no two of a kind side by side.

    SAME and GONE together are `old`, SAME and NEW together are `new`, to the letter. A blank alone
    between two changed words is part of the change: it reads better struck out than left.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    parts: list[tuple[str, str, str]] = []
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for at, (step, a, b, c, d) in enumerate(steps):
        one, other = "".join(before[a:b]), "".join(after[c:d])
        if step == "equal" and (one.strip() or at in (0, len(steps) - 1)):
            parts.append((one, "", ""))
        else:
            parts.append(("", one, other))
    return tuple(_joined(parts))


def _joined(parts: list[tuple[str, str, str]]) -> Iterator[tuple[Piece, str]]:
    gone = new = ""
    for same, one, other in [*parts, ("", "", "")]:
        if same or not (one or other):
            yield from (
                (kind, text) for kind, text in ((Piece.GONE, gone), (Piece.NEW, new)) if text
            )
            gone = new = ""
        else:
            gone, new = gone + one, new + other
        if same:
            yield Piece.SAME, same
