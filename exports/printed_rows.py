"""Goals and initiatives as they stand on paper, as values: what a returned file is held against.

The same words go through the same forms as in the printed plan, so that a difference is something
a person typed and never something the printing did.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

from exports import danish, words
from exports.chapters import measured
from exports.row_leads import AFTER_NUMBER, NOBODY, misleads, without_dash
from strategy.model import Goal, Initiative, InitiativeStatus, PlanVersion, Stance, TargetKind
from strategy.round_trip.milestones import written
from strategy.round_trip.model import PaperRow, Stamp

_LEADS = ("Måles på", "Udgangspunkt:", "Målet er", "Skal være nået i")
EVIDENCE_LEADS = ("Bygger på", words.STANCE[Stance.NUANCES], words.STANCE[Stance.CONTRADICTS])
_LEAD = re.compile(rf"(?:^|(?<=\s))({'|'.join((*_LEADS, *EVIDENCE_LEADS))})\s+")
_TARGET = re.compile(r"(.*?)(?:\s+i\s+(\d{4}))?")


def stamp_of(version: PlanVersion) -> Stamp:
    """The number of a version and a mark that tells it from every other: 16 hexadecimal digits."""
    return Stamp(version.number, hashlib.sha256(version.id.encode()).hexdigest()[:16])


def printed_rows(version: PlanVersion, labels: Mapping[str, str]) -> dict[str, PaperRow]:
    """Each goal and each initiative that is printed of a version, by its id.

    `labels` are visible numbers of statements by id. What was dropped is not printed.
    """
    behind: dict[tuple[TargetKind, str], list[str]] = {}
    for link in version.links:
        if label := labels.get(link.statement_id):
            behind.setdefault((link.target_kind, link.target_id), []).append(label)
    goals = {g.id: g.label for g in version.goals}
    asked = frozenset(
        link.target_id
        for link in version.links
        if link.statement_id in labels and link.stance is not Stance.CONTRADICTS
    )
    rows = {g.id: _goal(g, behind) for g in version.goals}
    return rows | {
        i.id: _initiative(i, goals, behind, asked)
        for i in version.initiatives
        if i.status is not InitiativeStatus.DROPPED
    }


def _goal(goal: Goal, behind: Mapping[tuple[TargetKind, str], list[str]]) -> PaperRow:
    details, _, _ = read_measured(measured(goal))
    values = (("text", danish.tidy(goal.text).lstrip(AFTER_NUMBER)), *details)
    evidence = tuple(sorted(behind.get((TargetKind.GOAL, goal.id), ())))
    return PaperRow(TargetKind.GOAL, goal.label, goal.theme_key, values, goal.label, (), evidence)


def _initiative(
    one: Initiative,
    goals: Mapping[str, str],
    behind: Mapping[tuple[TargetKind, str], list[str]],
    asked: frozenset[str],
) -> PaperRow:
    values: tuple[tuple[str, str], ...] = (
        ("text", danish.tidy(one.text)),
        ("goal", goals.get(one.goal_id or "", "")),
        ("status", str(one.status)),
        ("cost", danish.tidy(one.cost)),
        ("milestones", danish.tidy(written(one.milestones))),
        ("responsible", without_dash(danish.tidy(one.responsible))),
        ("partners", danish.tidy(one.partners)),
        ("start", without_dash(danish.tidy(one.start))),
        ("end", without_dash(danish.tidy(one.end))),
        ("indicator", without_dash(danish.tidy(one.indicator))),
    )
    evidence = tuple(sorted(behind.get((TargetKind.INITIATIVE, one.id), ())))
    reason = "" if one.id in asked or one.no_evidence_reason == NOBODY else one.no_evidence_reason
    values = (*values, ("no_evidence_reason", without_dash(danish.tidy(reason))))
    row = PaperRow(TargetKind.INITIATIVE, one.label, one.theme_key, values, one.label, (), evidence)
    return replace(row, misleads=misleads(dict(values)))


def read_measured(text: str) -> tuple[tuple[tuple[str, str], ...], str, str]:
    """The indicator, baseline, target and year of a goal out of its sentence on paper.

    Also what stands in front of them, and the part that names the statements behind the goal.
    """
    text = " ".join(text.split())
    pieces = _LEAD.split(text)
    found = dict.fromkeys((*_LEADS, *EVIDENCE_LEADS), "")
    for lead, value in zip(pieces[1::2], pieces[2::2], strict=True):
        found[lead] = f"{found[lead]} {value.strip().removesuffix('.')}".strip()
    target = _TARGET.fullmatch(found["Målet er"])
    wanted, year = (target[1], target[2] or "") if target else (found["Målet er"], "")
    details = (
        ("indicator", found["Måles på"]),
        ("baseline", found["Udgangspunkt:"]),
        ("target", wanted),
        ("year", year or found["Skal være nået i"]),
    )
    return details, pieces[0].strip(), " ".join(found[lead] for lead in EVIDENCE_LEADS).strip()
