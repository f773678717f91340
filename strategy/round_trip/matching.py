"""Which row in a returned file is which row of the version it was printed from."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from strategy.round_trip.model import PaperRow

_TWINS = str.maketrans(
    dict.fromkeys("\u00a0\u202f\u2007\u2009\t\n", " ")
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("’‘‚´`′", "'")
    | dict.fromkeys("“”„»«″", '"')
    | {"…": "...", "\u00ad": None, "\u200b": None, "\ufeff": None}
)
ALIKE = 0.85  # share of the words in common from which two texts are the same row typed anew
LABEL, ANCHOR, SAME_WORDS = 1.5, 1.5, 2.0  # number and bookmark together outweigh the words


def folded(text: str) -> str:
    """`text` as two hands would type it alike: quotation marks, dashes and blanks made one."""
    text = " ".join(unicodedata.normalize("NFC", text).translate(_TWINS).split())
    return re.sub(r"(?<=§) (?=\d)|(?<=\d) (?=%)", "", text)


def likeness(one: str, other: str) -> float:
    """The share of words that two texts have in common and in order, 0 to 1."""
    return SequenceMatcher(None, folded(one).split(), folded(other).split(), autojunk=False).ratio()


@dataclass(frozen=True)
class Pair:
    """A printed row and what became of it; one of the two is None for a row gone or new."""

    printed: PaperRow | None
    returned: PaperRow | None


def whole(rows: Iterable[PaperRow], printed: Iterable[PaperRow]) -> Iterator[PaperRow]:
    """The rows of a file with the pieces of split paragraphs put together again.

    A paragraph without a number after a goal is the rest of that goal where the goal was printed
    with words of both, and a goal typed by hand where it was not.
    """
    texts = {row.label: row.value("text") for row in printed}
    for row in rows:
        if not row.following:
            yield row
            continue
        text, left = row.value("text"), list(row.following)
        known = texts.get(row.anchor or row.label, texts.get(row.label, ""))
        while left and likeness(f"{text} {left[0]}", known) > likeness(text, known):
            text = f"{text} {left.pop(0)}"
        yield replace(row, values=(("text", text), *row.values[1:]), following=())
        for words in left:
            values = (("text", words), *((name, "") for name, _ in row.values[1:]))
            yield PaperRow(row.kind, "", row.theme_key, values)


def pairs(printed: tuple[PaperRow, ...], returned: tuple[PaperRow, ...]) -> tuple[Pair, ...]:
    """Every row of both, once: in the order of the file, then those that are gone.

    The number a row shows, the bookmark it carries and its words are weighed together, so that a
    number typed anew, a bookmark lost or a sentence rewritten alone does not part a row from
    itself. The highest sum wins; a row is used once.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, here in sorted(_scores(printed, returned), key=lambda s: (-s[0], s[1], s[2])):
        if at not in found and here not in taken:
            found[at] = here
            taken.add(here)
    _prefer_fuller(found, printed, returned)
    return (
        *(Pair(printed[found[n]] if n in found else None, r) for n, r in enumerate(returned)),
        *(Pair(row, None) for n, row in enumerate(printed) if n not in taken),
    )


def _scores(
    printed: tuple[PaperRow, ...], returned: tuple[PaperRow, ...]
) -> Iterator[tuple[float, int, int]]:
    """(sum of signs, place in the file, place in print) of all that may belong together."""
    places = {(row.kind, row.label): n for n, row in enumerate(printed)}
    words: dict[tuple[str, str], list[int]] = {}
    for n, row in enumerate(printed):
        words.setdefault((row.kind, folded(row.value("text"))), []).append(n)
    sure = set()
    for at, row in enumerate(returned):
        label, anchor = places.get((row.kind, row.label)), places.get((row.kind, row.anchor))
        same = words.get((row.kind, folded(row.value("text"))), [])
        for here in {n for n in (label, anchor, *same) if n is not None}:
            score = LABEL * (here == label) + ANCHOR * (here == anchor)
            score += SAME_WORDS * (here in same)
            sure.add(here)
            yield score + likeness(row.value("text"), printed[here].value("text")), at, here
    for at, row in enumerate(returned):
        if (row.kind, row.label) in places or (row.kind, row.anchor) in places:
            continue
        for here, other in enumerate(printed):
            alike = 0.0 if here in sure or other.kind != row.kind else _alike(row, other)
            if alike >= ALIKE:
                yield alike, at, here


def _prefer_fuller(
    found: dict[int, int], printed: tuple[PaperRow, ...], returned: tuple[PaperRow, ...]
) -> None:
    """Of a row and its copy in the same words, let the one with more of what was printed stay.

    The copy may have come away with the bookmark.
    """
    there = {(printed[n].kind, printed[n].label): at for at, n in found.items()}
    for copy in (n for n in range(len(returned)) if n not in found):
        at = there.get((returned[copy].kind, returned[copy].label))
        if at is None or folded(returned[at].value("text")) != folded(returned[copy].value("text")):
            continue
        row = printed[found[at]]
        if _same_fields(returned[copy], row) > _same_fields(returned[at], row):
            found[copy] = found.pop(at)


def _same_fields(row: PaperRow, other: PaperRow) -> int:
    return sum(folded(row.value(name)) == folded(value) for name, value in other.values)


def _alike(row: PaperRow, other: PaperRow) -> float:
    return likeness(row.value("text"), other.value("text"))
