"""The follow-up report before it has a form: what stands how, figures, what is recommended."""

from collections import Counter
from dataclasses import dataclass
from typing import Protocol

from exports import danish
from exports.follow_up_words import COLUMNS, LATE, NOT_SAID, PROGRESS
from exports.hearing_outline import PLAN_TITLE
from exports.words import WITHOUT_THEME, of_municipality
from interviews.model import Consultation, Theme
from strategy.follow_up.figures import Series, series
from strategy.follow_up.model import Figure, FollowUp, Progress
from strategy.follow_up.overdue import Late, overdue
from strategy.follow_up.rounds import RoundsStore, Standing, standings
from strategy.model import Goal, Initiative, TargetKind


class FollowUpStore(RoundsStore, Protocol):
    """What the report reads."""

    def consultation(self, key: str) -> Consultation: ...
    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def follow_up(self, key: str) -> FollowUp: ...
    def figures(self, consultation_id: str) -> tuple[Figure, ...]: ...


@dataclass(frozen=True)
class Row:
    """One goal or initiative in words; `before` and `responsible` may be "", `reason` too.

    `measured` is a goal's indicator in a sentence, or "".
    """

    label: str
    text: str
    standing: str
    before: str
    reason: str
    responsible: str = ""
    time: str = ""
    measured: str = ""


@dataclass(frozen=True)
class FigureItem:
    """One series of figures: `goal` is the visible number it belongs to."""

    goal: str
    series: Series


@dataclass(frozen=True)
class FollowUpTheme:
    """All that is told of one theme."""

    name: str
    goals: tuple[Row, ...]
    figures: tuple[FigureItem, ...]
    initiatives: tuple[Row, ...]


@dataclass(frozen=True)
class Watch:
    """A list of rows somebody has to look at: each a visible number, its text, and why."""

    title: str
    lead: str
    rows: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class FollowUpOutline:
    """Everything that stands in a status report, in order.

    `overview` has a row for goals and one for initiatives: by COLUMNS, then those not told of.
    """

    municipality: str
    title: str
    subtitle: str
    day: str
    note: str
    lead: tuple[str, ...]
    overview: tuple[tuple[str, tuple[int, ...]], ...]
    missing: int
    themes: tuple[FollowUpTheme, ...]
    gone: tuple[Row, ...]
    watch: tuple[Watch, ...]
    recommendations: tuple[tuple[str, str, str, str], ...]


def outline_follow_up(store: FollowUpStore, follow_up_id: str) -> FollowUpOutline:
    """The report of one round. Unknown ids raise the store's error."""
    round_ = store.follow_up(follow_up_id)
    cid = round_.consultation_id
    consultation = store.consultation(cid)
    actor = of_municipality(consultation.municipality)
    rows = standings(store, round_)
    number = round_.number
    nth = f"{number}. opfølgning" if number > 1 else "Første opfølgning"
    tallies = tuple(_tally(rows, kind) for kind in TargetKind)
    return FollowUpOutline(
        municipality=actor if actor != "kommunen" else consultation.name,
        title="Opfølgning",
        subtitle=f"{nth} på {PLAN_TITLE}",
        day=round_.day,
        note=round_.note,
        lead=_lead(rows, [r.day for r in store.follow_ups(cid) if r.number < number]),
        overview=(("Mål", tallies[0]), ("Initiativer", tallies[1])),
        missing=sum(tally[-1] for tally in tallies),
        themes=_themes(store, cid, rows),
        gone=tuple(_row(r) for r in rows if r.gone),
        watch=_watch(store, cid, round_.day, rows),
        recommendations=tuple(
            (r.label, r.text, r.start or danish.DASH, r.responsible or danish.DASH)
            for r in store.recommendations(round_.id)
        ),
    )


def _tally(rows: tuple[Standing, ...], kind: TargetKind) -> tuple[int, ...]:
    mine = [r.mark.progress if r.mark else None for r in rows if r.target_kind == kind]
    found = Counter(mine)
    return (*(found[progress] for progress in COLUMNS), found[None])


def _lead(rows: tuple[Standing, ...], earlier: list[str]) -> tuple[str, ...]:
    """How much is done, and what moved since the time before."""
    told = [r for r in rows if r.mark]
    done = sum(r.mark is not None and r.mark.progress is Progress.DONE for r in told)
    all_ = danish.counted(len(rows), "mål eller initiativ", "mål og initiativer", neuter=True)
    some = danish.in_words(done).capitalize() if done else "Ingen"
    first = f"Planen har {all_}. {some} af dem er nået."
    if not earlier:
        return (first,)
    moved = sum(
        r.before is not None and r.mark.progress != r.before.progress for r in told if r.mark
    )
    since = danish.long_date(max(earlier))
    many = danish.in_words(moved) if moved else "ingen"
    return (first, f"Siden den {since} har {many} fået en anden status.")


def _themes(
    store: FollowUpStore, consultation_id: str, rows: tuple[Standing, ...]
) -> tuple[FollowUpTheme, ...]:
    by_id = {r.target_id: r for r in rows if not r.gone}
    goals, initiatives = store.goals(consultation_id), store.initiatives(consultation_id)
    counted = series(store.figures(consultation_id))
    names = {t.key: t.name for t in store.themes(consultation_id)}
    used = {g.theme_key for g in goals} | {i.theme_key for i in initiatives}
    found = []
    for key in (*names, *sorted(used - set(names))):
        mine = [g for g in goals if g.theme_key == key]
        labels = {g.id: g.label for g in mine}
        theme = FollowUpTheme(
            names.get(key, WITHOUT_THEME),
            tuple(_goal(g, by_id[g.id]) for g in mine),
            tuple(FigureItem(labels[s.goal_id], s) for s in counted if s.goal_id in labels),
            tuple(_initiative(i, by_id[i.id]) for i in initiatives if i.theme_key == key),
        )
        if theme.goals or theme.initiatives:
            found.append(theme)
    return tuple(found)


def _row(one: Standing, **more: str) -> Row:
    words = PROGRESS[one.target_kind]
    return Row(
        one.label,
        one.text,
        words[one.mark.progress] if one.mark else NOT_SAID,
        words[one.before.progress] if one.before else "",
        one.mark.reason if one.mark else "",
        **more,
    )


def _goal(goal: Goal, standing: Standing) -> Row:
    parts = [
        goal.indicator,
        goal.baseline and f"udgangspunkt {goal.baseline}",
        goal.target and f"måltal {goal.target}",
        f"inden udgangen af {goal.year}" if goal.year else "",
    ]
    return _row(standing, measured=danish.tidy(", ".join(part for part in parts if part)))


def _initiative(initiative: Initiative, standing: Standing) -> Row:
    start, end = initiative.start.strip(), initiative.end.strip()
    time = f" {danish.DASH} ".join(part for part in (start, end) if part)
    return _row(standing, responsible=initiative.responsible, time=danish.tidy(time))


def _watch(
    store: FollowUpStore, consultation_id: str, day: str, rows: tuple[Standing, ...]
) -> tuple[Watch, ...]:
    """What is late, unowned, or without a time; lists that hold something."""
    progress = {r.target_id: r.mark.progress for r in rows if r.mark}
    found = overdue(store.goals(consultation_id), store.initiatives(consultation_id), day, progress)
    until = danish.long_date(day)
    lists = (
        Watch(
            "Over tiden",
            f"Disse skulle være begyndt eller afsluttet før den {until}.",
            tuple((one.label, one.text, _due(one)) for one in found.late),
        ),
        Watch(
            "Uden ansvarlig",
            "Ingen står endnu som ansvarlig for disse initiativer.",
            tuple((i.label, i.text, "mangler ansvarlig") for i in found.unowned),
        ),
        Watch(
            "Uden tid",
            "For disse initiativer siger planen ikke en tid, der kan følges op på.",
            tuple((i.label, i.text, "hverken opstart eller slut") for i in found.undated)
            + tuple((i.label, i.text, _unread(i)) for i in found.unread),
        ),
    )
    return tuple(one for one in lists if one.rows)


def _due(late: Late) -> str:
    day = late.due[:4] if late.what == "year" else danish.short_date(late.due)
    return f"{LATE[late.what]} {day}"


def _unread(initiative: Initiative) -> str:
    return danish.tidy(" / ".join(t for t in (initiative.start, initiative.end) if t.strip()))


def amount(value: float, series_of: Series) -> str:
    """A value in Danish digits, with as many decimals (at most two) as its series needs."""
    values = [point.value for point in series_of.points]
    places = (0, 1, 2)
    exact = (n for n in places if all(round(v, n) == round(v, 2) for v in values))
    return danish.decimal(value, next(exact, 2))
