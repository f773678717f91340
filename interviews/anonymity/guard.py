"""The guard: every layer over one text, and their findings brought together."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from interviews.model import Certainty, Finding, FindingKind

if TYPE_CHECKING:
    from interviews.anonymity.text import Text

LAYERS = (
    "cpr",
    "phone",
    "electronic",
    "address",
    "dates",
    "numbers",
    "places",
    "organisations",
    "names_capital",
    "names_trigger",
    "names_small",
    "names_entities",
    "names_neighbours",
)
THOROUGH = frozenset(LAYERS)
QUICK = THOROUGH - {"names_entities"}  # the pipeline costs ten times all the rest
_RANK = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.HINT: 2}


def check(
    text: str, allowed: frozenset[str] = frozenset(), layers: frozenset[str] | None = None
) -> tuple[Finding, ...]:
    """Return what in `text` may identify a person: sorted, not overlapping.

    Offsets are characters of `text` as given. `allowed` holds words and names, in lower case, that
    a consultation lets stand beside the standard list. `layers` names those to run: QUICK where
    None, for every pause in typing; THOROUGH, which also asks the Danish pipeline, for a gate that
    people wait at. Raises ValueError for a layer that does not exist.
    """
    from interviews.anonymity.text import Text

    wanted = QUICK if layers is None else layers
    if unknown := wanted - THOROUGH:
        raise ValueError(f"no such layers: {', '.join(sorted(unknown))}")
    read = Text(text, allowed)
    found: Iterable[Finding] = [
        finding for name, find in _finders().items() if name in wanted for finding in find(read)
    ]
    from interviews.anonymity.names import entities, neighbours

    if "names_neighbours" in wanted:
        found = neighbours.extend(read, found)
    if "names_entities" in wanted:
        found = entities.add(read, found)
    return tuple(_merged(found, text))


@cache
def _finders() -> "dict[str, Callable[[Text], Iterator[Finding]]]":
    """Each layer's function. The first call loads every list and model (about half a second)."""
    from interviews.anonymity import organisations, places
    from interviews.anonymity.names import evidence, people
    from interviews.anonymity.rules import address, cpr, dates, electronic, numbers, phone

    evidence.load()
    return {
        "cpr": cpr.find,
        "phone": phone.find,
        "electronic": electronic.find,
        "address": address.find,
        "dates": dates.find,
        "numbers": numbers.find,
        "places": places.find,
        "organisations": organisations.find,
        "names_capital": people.find_capital,
        "names_trigger": people.find_triggered,
        "names_small": people.find_small,
    }


def _merged(found: Iterable[Finding], text: str) -> list[Finding]:
    """Findings that overlap, or are of a kind with only a blank between, become one over both."""
    merged: list[Finding] = []
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if merged and (finding.start < merged[-1].end or _goes_on(text, merged[-1], finding)):
            merged[-1] = _union(merged[-1], finding)
        else:
            merged.append(finding)
    return merged


def _goes_on(text: str, first: Finding, second: Finding) -> bool:
    """True for "Mette" and "Holm", for a street and its town: one thing in two findings."""
    between = text[first.end : second.start]
    one = first.kind is second.kind and first.kind in (FindingKind.PERSON, FindingKind.ADDRESS)
    firm = Certainty.HINT not in (first.certainty, second.certainty)
    joints = ("", ",") if first.kind is FindingKind.ADDRESS else ("", "/")
    blank = between.strip(" \xa0") in joints
    return one and firm and blank


def _union(first: Finding, second: Finding) -> Finding:
    """One finding over both: the kind of the longer one, the certainty of the surer one.

    A hint never widens what is likely or certain.
    """
    if (first.certainty is Certainty.HINT) != (second.certainty is Certainty.HINT):
        return second if first.certainty is Certainty.HINT else first
    surest = min(first, second, key=lambda one: _RANK[one.certainty])
    longest = max(first, second, key=_weight)
    start, end = min(first.start, second.start), max(first.end, second.end)
    kind, reason = longest.kind, longest.reason
    return Finding(start, end, kind, surest.certainty, reason, longest.replacement)


def _weight(finding: Finding) -> tuple[int, bool, int]:
    """What decides whose kind is kept: length, a firm before a person, surety."""
    size, firm = finding.end - finding.start, finding.kind is FindingKind.ORG_SMALL
    return size, firm, -_RANK[finding.certainty]
