"""The wall: notes are put up, moved, merged, taken down. The guard reads each before it is kept."""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from interviews.anonymity import check
from interviews.model import Certainty, Finding
from interviews.refusals import FindingsOpen, NothingSaid
from interviews.workshop.model import Contribution, Level, Line


class BoardStore(Protocol):
    """What the wall needs of the store."""

    def contributions(self, consultation_id: str) -> tuple[Contribution, ...]: ...
    def save_contribution(self, contribution: Contribution) -> None: ...
    def delete_contribution(self, key: str) -> None: ...


@dataclass(frozen=True)
class PutUp:
    """What became of some lines: kept, held back by the guard, or there already."""

    kept: tuple[Contribution, ...]
    held: tuple[Line, ...]
    there: tuple[Line, ...]


def open_findings(
    text: str, allowed: frozenset[str], *, harmless: bool = False
) -> tuple[Finding, ...]:
    """What keeps a note from being kept; `harmless`: a person says it points at nobody.

    What is certain keeps it all the same.
    """
    keeps = {Certainty.CERTAIN} if harmless else {Certainty.CERTAIN, Certainty.LIKELY}
    return tuple(f for f in check(text, allowed) if f.certainty in keeps)


def put_up(
    store: BoardStore,
    consultation_id: str,
    lines: Iterable[Line],
    allowed: frozenset[str] = frozenset(),
    *,
    harmless: bool = False,
) -> PutUp:
    """Keep the lines that point at nobody; every line is in one of the three answers."""
    there = list(store.contributions(consultation_id))
    kept, held, again = [], [], []
    for line in lines:
        if any(_same(one, line) for one in there):
            again.append(line)
        elif any(open_findings(t, allowed, harmless=harmless) for t in (line.text, line.heading)):
            held.append(line)
        else:
            note = Contribution(
                secrets.token_hex(16),
                consultation_id,
                line.heading.strip(),
                line.level,
                line.text.strip(),
                line.dots,
                len(there),
            )
            store.save_contribution(note)
            there.append(note)
            kept.append(note)
    return PutUp(tuple(kept), tuple(held), tuple(again))


def move_note(
    store: BoardStore,
    note: Contribution,
    heading: str,
    level: Level,
    allowed: frozenset[str] = frozenset(),
) -> Contribution:
    """The note under another heading or on another level. Raises FindingsOpen under its id."""
    heading = " ".join(heading.split()) or note.heading
    found = open_findings(heading, allowed) if heading != note.heading else ()
    if found:
        raise FindingsOpen({note.id: found})
    moved = replace(note, heading=heading, level=level)
    store.save_contribution(moved)
    return moved


def reword_note(
    store: BoardStore,
    note: Contribution,
    text: str,
    dots: int,
    allowed: frozenset[str] = frozenset(),
    *,
    harmless: bool = False,
) -> Contribution:
    """The note with other words or dots. Raises NothingSaid, FindingsOpen under the note's id."""
    text = " ".join(text.split())
    if not text:
        raise NothingSaid
    found = open_findings(text, allowed, harmless=harmless) if text != note.text else ()
    if found:
        raise FindingsOpen({note.id: found})
    changed = replace(note, text=text, dots=max(0, dots))
    store.save_contribution(changed)
    return changed


def merge_notes(store: BoardStore, kept: Contribution, other: Contribution) -> Contribution:
    """One note of two that say the same, with the dots of both.

    It has the words of both, unless one holds the other.
    """
    mine, its = kept.text, other.text
    if its.casefold() in mine.casefold():
        text = mine
    else:
        text = its if mine.casefold() in its.casefold() else f"{mine} / {its}"
    merged = replace(
        kept,
        text=text,
        dots=kept.dots + other.dots,
        became=kept.became or other.became,
    )
    store.save_contribution(merged)
    store.delete_contribution(other.id)
    return merged


def headings(notes: Collection[Contribution]) -> tuple[str, ...]:
    """Every heading once, the one with most dots first."""
    weight: dict[str, int] = {}
    for note in notes:
        weight[note.heading] = weight.get(note.heading, 0) + note.dots + 1
    return tuple(sorted(weight, key=lambda heading: (-weight[heading], heading)))


def _same(note: Contribution, line: Line) -> bool:
    mine = (note.heading, note.level, note.text)
    return tuple(map(_plain, mine)) == tuple(map(_plain, (line.heading, line.level, line.text)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
