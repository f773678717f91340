"""What is late, what nobody answers for, and what has no time that can be read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from strategy.follow_up.model import Progress
from strategy.follow_up.periods import begins, ends
from strategy.model import Goal, Initiative, InitiativeStatus

OVER = (InitiativeStatus.DONE, InitiativeStatus.DROPPED)
AT_REST = (InitiativeStatus.PROPOSED, InitiativeStatus.PLANNED)
ENDED = (Progress.DONE, Progress.NOT_DONE, Progress.DROPPED)


@dataclass(frozen=True)
class Late:
    """A row whose time is past: `due` is the last day it had ("YYYY-MM-DD").

    `what` is "end" (not done in time), "start" (not begun in time) or "year" (a goal's year).
    """

    label: str
    text: str
    what: str
    due: str


@dataclass(frozen=True)
class Overdue:
    """What a follow-up has to look at; texts of the plan, by visible number.

    `unowned` have no responsible; `undated` neither start nor end; `unread` have one that says no
    time anybody can compute with.
    """

    late: tuple[Late, ...]
    unowned: tuple[Initiative, ...]
    undated: tuple[Initiative, ...]
    unread: tuple[Initiative, ...]


def overdue(
    goals: Iterable[Goal],
    initiatives: Iterable[Initiative],
    day: str,
    progress: Mapping[str, Progress] | None = None,
) -> Overdue:
    """The rows to look at on `day`; what is done or dropped is left in peace.

    `progress` is how rows stand by id, where somebody has said so; else an initiative stands as
    the plan has it and a goal is open.
    """
    known = progress or {}
    today = date.fromisoformat(day)
    late = [
        Late(g.label, g.text, "year", f"{g.year}-12-31")
        for g in goals
        if g.year and g.year < today.year and known.get(g.id) not in ENDED
    ]
    open_ones = [i for i in initiatives if not _is_over(i, known.get(i.id))]
    late += [found for i in open_ones if (found := _late(i, today, known.get(i.id)))]
    return Overdue(
        tuple(late),
        tuple(i for i in open_ones if not i.responsible.strip()),
        tuple(i for i in open_ones if not i.start.strip() and not i.end.strip()),
        tuple(i for i in open_ones if any(t.strip() and not begins(t) for t in (i.start, i.end))),
    )


def _is_over(initiative: Initiative, progress: Progress | None) -> bool:
    return progress in ENDED if progress else initiative.status in OVER


def _late(one: Initiative, today: date, progress: Progress | None) -> Late | None:
    """An end that is past says more than a start that is."""
    end, start = ends(one.end), begins(one.start)
    at_rest = progress is Progress.NOT_BEGUN if progress else one.status in AT_REST
    if end and end.last < today:
        return Late(one.label, one.text, "end", end.last.isoformat())
    if start and start.last < today and at_rest:
        return Late(one.label, one.text, "start", start.last.isoformat())
    return None
