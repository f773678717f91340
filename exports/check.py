"""The one check before print: every quote, number and reference is held against the base."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exports import measures
from exports.endings import label_of
from exports.model import (
    Base,
    Count,
    Excerpt,
    GoalItem,
    InitiativeItem,
    Outline,
    Passage,
    ProposalItem,
    Reference,
    Use,
)
from exports.said_counts import unsaid
from exports.text import repeats
from exports.walk import Gathered
from interviews import model as interviews
from interviews.model import Statement
from interviews.small_cells import SMALLEST_K
from strategy.model import Origin, TargetKind


@dataclass(frozen=True, order=True)
class Fault:
    """Why something may not be printed.

    `label` is the visible number it is about, or the place ("Forord"); `reason` is one of
    "altered", "outdated", "not_quotable", "not_released", "not_approved", "wrong_number",
    "wrong_count", "wrong_reference", "missing_in_annex", "altered_text", "altered_in_file",
    "identifier", "open_finding", "name_in_plan", "too_small"; `detail` adds what was expected or
    the plan's own word, never a citizen's words.
    """

    label: str
    reason: str
    detail: str = ""


class PrintStopped(ValueError):
    """Nothing was printed. `faults` name each statement and reason."""

    code = "print_stopped"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(
            "; ".join(f"{f.label}: {f.reason} {f.detail}".strip() for f in self.faults)
        )


def check_outline(outline: Outline, base: Base) -> None:
    """Hold the whole outline against the base. Raises PrintStopped with every fault found."""
    found = Gathered(outline)
    faults = [
        *_excerpts(outline, found, base),
        *_counts(outline, found, base),
        *_references(outline, found, base),
        *_items(found, base),
        *_places(outline, base),
    ]
    if faults:
        raise PrintStopped(faults)


def check_quotes(excerpts: Iterable[Excerpt], base: Base) -> None:
    """Hold quotes of a document that is no plan against the base: each of them released, and
    letter by letter what the current version says. Raises PrintStopped with every fault found."""
    current = {s.id: s for s in base.statements}
    released = {(q.statement_id, q.start, q.end, q.text) for q in base.quotes}
    faults = []
    for e in excerpts:
        said = current.get(e.statement_id)
        if said is None:
            faults.append(Fault(e.label, "outdated"))
            continue
        faults += _excerpt(e, said)
        if (said.id, e.start, e.end, e.text) not in released:
            faults.append(Fault(e.label, "not_released"))
    if faults:
        raise PrintStopped(faults)


def _excerpts(outline: Outline, found: Gathered, base: Base) -> Iterator[Fault]:
    """Citizens' words: character for character, of the current version, with leave to print."""
    current = {s.id: s for s in base.statements}
    released = {(q.statement_id, q.start, q.end, q.text) for q in base.quotes}
    approved = {
        (line.statement_id, line.start, line.end)
        for digest in base.digests
        if outline.is_draft or digest.origin is Origin.PERSON
        for line in digest.lines
    }
    for e in found.each(Excerpt):
        said = current.get(e.statement_id)
        if said is None:
            yield Fault(e.label, "outdated")
            continue
        yield from _excerpt(e, said)
        if said.id in base.too_telling:
            yield Fault(e.label, "too_small")
        unreleased = (said.id, e.start, e.end, e.text) not in released
        if unreleased and (e.use is Use.QUOTE or (e.use is Use.ANNEX and not outline.is_draft)):
            yield Fault(e.label, "not_released")
        if e.use is Use.DIGEST and (said.id, e.start, e.end) not in approved:
            yield Fault(e.label, "not_approved")


def _excerpt(excerpt: Excerpt, said: Statement) -> Iterator[Fault]:
    if excerpt.number != said.number:
        yield Fault(excerpt.label, "wrong_number", said.label)
    if not said.quotable:
        yield Fault(excerpt.label, "not_quotable")
    whole = excerpt.use is not Use.ANNEX or (excerpt.start, excerpt.end) == (0, len(said.text))
    if excerpt.text != said.text[excerpt.start : excerpt.end] or not excerpt.text or not whole:
        yield Fault(excerpt.label, "altered")


def _counts(outline: Outline, found: Gathered, base: Base) -> Iterator[Fault]:
    """Numbers: what the base counts, and what the sentence around them says."""
    themes = {t.key: t.name for t in base.themes}
    for c in set(found.each(Count)):
        right = measures.value(base, c.measure, c.scope, c.kind)
        if c.value != right:
            place = themes.get(c.scope, c.scope) or outline.title
            yield Fault(place, "wrong_count", f"{c.measure}: {right}")
    for passage in found.each(Passage):
        for c in unsaid(passage):
            yield Fault(passage.text[:40], "wrong_count", f"{c.measure}: {c.value}")


def _references(outline: Outline, found: Gathered, base: Base) -> Iterator[Fault]:
    """Printed numbers: of a current statement, and with a place in the annex to lead to."""
    numbers = {s.id: s.number for s in base.statements}
    annex = {entry.statement_id for theme in outline.annex for entry in theme.entries}
    for r in set(found.each(Reference)):
        if r.statement_id not in numbers:
            yield Fault(r.label, "outdated")
        elif numbers[r.statement_id] != r.number:
            yield Fault(r.label, "wrong_number", f"U-{numbers[r.statement_id]:03d}")
        elif r.statement_id not in annex:
            yield Fault(r.label, "missing_in_annex")


def _items(found: Gathered, base: Base) -> Iterator[Fault]:
    """Goals, initiatives and proposals: worded and tied to statements as the base has it."""
    current = {s.id for s in base.statements}
    behind: dict[tuple[TargetKind, str], set[tuple[str, str]]] = {}
    for link in base.links:
        if link.statement_id in current:
            key = (link.target_kind, link.target_id)
            behind.setdefault(key, set()).add((link.statement_id, link.stance))
    plan: dict[str, object] = {g.id: g for g in base.goals}
    plan |= {i.id: i for i in base.initiatives}
    proposals = {(p.text, frozenset(p.statement_ids) & current) for p in base.proposals}
    for goal in found.each(GoalItem):
        tied = behind.get((TargetKind.GOAL, goal.goal.id), set())
        yield from _item(goal, plan.get(goal.goal.id) == goal.goal, tied)
    for initiative in found.each(InitiativeItem):
        tied = behind.get((TargetKind.INITIATIVE, initiative.initiative.id), set())
        same = plan.get(initiative.initiative.id) == initiative.initiative
        yield from _item(initiative, same, tied)
    unquotable = {s.id: s.text for s in base.statements if not s.quotable}
    for proposal in found.each(ProposalItem):
        ids = frozenset(r.statement_id for r in proposal.references)
        if any(repeats(proposal.text, unquotable[i]) for i in ids if i in unquotable):
            yield Fault(proposal.label, "not_quotable")
        if (proposal.text, ids) not in proposals:
            yield Fault(proposal.label, "wrong_reference")


def _item(
    item: GoalItem | InitiativeItem, same: bool, behind: set[tuple[str, str]]
) -> Iterator[Fault]:
    if not same:
        yield Fault(label_of(item), "altered_text")
    if {(r.statement_id, r.stance) for r in item.references} != behind:
        yield Fault(label_of(item), "wrong_reference")


def _places(outline: Outline, base: Base) -> Iterator[Fault]:
    """The table of places: true numbers of people, and none that is too small to be shown."""
    people: dict[str, int] = {}
    names = {s.id: s.name for s in base.sites}
    for held in base.interviews:
        if held.site_id and held.origin is not interviews.Origin.IMPORT:
            site = names.get(held.site_id, "")
            people[site] = people.get(site, 0) + (held.participants or 0)
    for row in outline.method.places:
        if row.participants is not None and row.participants < SMALLEST_K:
            yield Fault(row.name, "too_small")
        if (
            row.merged == 1
            and row.name in people
            and row.participants not in (None, people[row.name])
        ):
            yield Fault(row.name, "wrong_count", str(people[row.name]))
