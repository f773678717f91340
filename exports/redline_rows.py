"""Two versions of the plan as rows beside each other: what stays, what went, what came."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from exports import danish, words
from exports.chapters import measured
from strategy.model import Goal, Initiative, InitiativeStatus, PlanVersion, Stance, TargetKind
from strategy.round_trip.milestones import written
from strategy.word_changes import Piece

Texts = tuple[str, ...]


@dataclass(frozen=True)
class RedRow:
    """A row of both versions (SAME), of the old one (GONE) or of the new one (NEW).

    `old` and `new` are its texts, one a column, as printed; both are set in every row and equal
    in those that stand in one version only.
    """

    label: str
    state: Piece
    old: Texts
    new: Texts


@dataclass(frozen=True)
class RedTheme:
    """The goals and initiatives of one theme, in the order they are read."""

    name: str
    goals: tuple[RedRow, ...]
    initiatives: tuple[RedRow, ...]


@dataclass(frozen=True)
class RedlineOutline:
    """What a redlined file says of itself, and its themes. `day` is "YYYY-MM-DD"."""

    municipality: str
    title: str
    subtitle: str
    day: str
    themes: tuple[RedTheme, ...]


def red_themes(
    old: PlanVersion, new: PlanVersion, names: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[RedTheme, ...]:
    """Each theme that holds something in either version.

    `names` are themes by key in their order, `labels` visible numbers of statements by id. A row
    that moved stands twice: gone where it was, new where it is.
    """
    keys = dict.fromkeys((*names, *(r.theme_key for v in (old, new) for r in _all(v))))
    paper = _Paper(old, labels), _Paper(new, labels)
    found = (
        RedTheme(
            names.get(key, key),
            _rows(*(p.goals(key) for p in paper)),
            _rows(*(p.initiatives(key) for p in paper)),
        )
        for key in keys
    )
    return tuple(theme for theme in found if theme.goals or theme.initiatives)


def state_of(rows: Iterable[RedRow]) -> Piece:
    """GONE or NEW where all rows are, else SAME: what holds for a heading above them."""
    states = {row.state for row in rows}
    return states.pop() if len(states) == 1 else Piece.SAME


Row = tuple[str, str, Texts]  # id, label, texts


def _all(version: PlanVersion) -> tuple[Goal | Initiative, ...]:
    return (*version.goals, *version.initiatives)


class _Paper:
    """The texts of one version as they stand on paper."""

    def __init__(self, version: PlanVersion, labels: Mapping[str, str]) -> None:
        self._version = version
        self._goals = {g.id: g.label for g in version.goals}
        self._behind: dict[tuple[TargetKind, str, Stance], list[str]] = {}
        for link in version.links:
            if label := labels.get(link.statement_id):
                key = (link.target_kind, link.target_id, link.stance)
                self._behind.setdefault(key, []).append(label)

    def goals(self, theme_key: str) -> list[Row]:
        there = (g for g in self._version.goals if g.theme_key == theme_key)
        return [(g.id, g.label, (self._goal(g),)) for g in sorted(there, key=_place)]

    def initiatives(self, theme_key: str) -> list[Row]:
        there = (
            i
            for i in self._version.initiatives
            if i.theme_key == theme_key and i.status is not InitiativeStatus.DROPPED
        )
        return [(i.id, i.label, self._initiative(i)) for i in sorted(there, key=_place)]

    def _goal(self, goal: Goal) -> str:
        behind = self._evidence(TargetKind.GOAL, goal.id, "Bygger på ")
        details = " ".join(part for part in (measured(goal), behind) if part)
        return "\n".join(part for part in (danish.tidy(goal.text), details) if part)

    def _initiative(self, one: Initiative) -> Texts:
        goal = self._goals.get(one.goal_id or "", "")
        is_news = one.status is not InitiativeStatus.PROPOSED
        details = (
            f"Mål {goal}" if goal else "",
            f"Status: {words.STATUS[one.status]}" if is_news else "",
            f"Økonomi: {danish.tidy(one.cost)}" if one.cost else "",
        )
        milestones = danish.tidy(written(one.milestones))
        about = (
            danish.tidy(one.text),
            " · ".join(part for part in details if part),
            f"Milepæle: {milestones}" if milestones else "",
        )
        partners = f"Sammen med {one.partners}" if one.partners else ""
        cells = (
            "\n".join(part for part in about if part),
            "\n".join(danish.tidy(part) for part in (one.responsible, partners) if part),
            *(danish.tidy(text) for text in (one.start, one.end, one.indicator)),
            self._evidence(TargetKind.INITIATIVE, one.id, "") or one.no_evidence_reason,
        )
        return tuple(cell or "–" for cell in cells)

    def _evidence(self, kind: TargetKind, key: str, supported: str) -> str:
        parts = []
        for stance, lead in {**words.STANCE, Stance.SUPPORTS: supported}.items():
            if labels := sorted(self._behind.get((kind, key, stance), ())):
                before = lead if lead == supported else f"{lead} "
                parts.append(f"{before}{', '.join(labels)}.")
        return " ".join(parts)


def _place(row: Goal | Initiative) -> tuple[int, int]:
    return row.position, row.number


def _rows(old: Sequence[Row], new: Sequence[Row]) -> tuple[RedRow, ...]:
    """Both orders in one: reading without NEW gives the old, without GONE the new."""
    found = []
    steps = SequenceMatcher(None, [r[0] for r in old], [r[0] for r in new], autojunk=False)
    for step, a, b, c, d in steps.get_opcodes():
        if step == "equal":
            for (_, label, before), (_, _, after) in zip(old[a:b], new[c:d], strict=True):
                found.append(RedRow(label, Piece.SAME, before, after))
            continue
        for gone, come in zip_longest(old[a:b], new[c:d]):
            if gone:
                found.append(RedRow(gone[1], Piece.GONE, gone[2], gone[2]))
            if come:
                found.append(RedRow(come[1], Piece.NEW, come[2], come[2]))
    return tuple(found)
