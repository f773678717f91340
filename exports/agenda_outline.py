"""The agenda item of the plan before it has a form: prefilled from the plan, worded by people.

The order is the one Danish committees use: resumé, sagsfremstilling, mål, økonomi, høring,
indstilling, beslutning, bilag. A section nobody has written keeps following the plan.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from exports import danish, hearing_words
from exports.hearing_outline import PLAN_TITLE
from exports.words import of_municipality, sentence
from interviews.model import Consultation, Interview, Origin, Theme
from strategy.adoption import Adoption, AdoptionStore, last_adoption
from strategy.follow_up.texts import TextStore, written
from strategy.hearing import days_open, has_answered
from strategy.model import Goal, Initiative
from strategy.versions import plan_now, same_content

FORM = "agenda"
HEAD = ("committee", "meeting", "case_number")  # short lines at the top; left out while empty
BODY = ("summary", "presentation", "goals", "economy", "hearing", "recommendation", "annexes")
SECTIONS = ("title", *HEAD, *BODY)
BULLET = "- "


class AgendaStore(TextStore, AdoptionStore, Protocol):
    """What an agenda item reads."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def interviews(self, consultation_id: str) -> tuple[Interview, ...]: ...
    def count_statements(self, consultation_id: str) -> int: ...


@dataclass(frozen=True)
class AgendaOutline:
    """The texts of the item by section; a line that begins with "- " is a bullet."""

    municipality: str
    title: str
    subtitle: str
    day: str
    texts: tuple[tuple[str, str], ...]

    def text(self, section: str) -> str:
        """What stands in one section, "" for nothing."""
        return dict(self.texts).get(section, "")


def outline_agenda(store: AgendaStore, consultation_id: str, day: str) -> AgendaOutline:
    """The item as it stands on `day`: people's own texts, else what the plan gives."""
    consultation = store.consultation(consultation_id)
    actor = of_municipality(consultation.municipality)
    texts = prefilled(store, consultation_id, day) | written(store, consultation_id, FORM)
    return AgendaOutline(
        municipality=actor if actor != "kommunen" else consultation.name,
        title=texts["title"],
        subtitle="Dagsordenspunkt",
        day=day,
        texts=tuple((section, texts[section]) for section in SECTIONS),
    )


def prefilled(store: AgendaStore, consultation_id: str, day: str) -> dict[str, str]:
    """What each section says while nobody has written anything else, from the plan of `day`."""
    consultation = store.consultation(consultation_id)
    goals = store.goals(consultation_id)
    initiatives = tuple(i for i in store.initiatives(consultation_id) if not i.is_dropped)
    adoption = last_adoption(store, consultation_id, day)
    heard = _heard(store, consultation_id, day)
    return dict.fromkeys(SECTIONS, "") | {
        "title": sentence(PLAN_TITLE.replace("strategiplanen", "strategiplan")),
        "summary": " ".join(
            (_summary(store, consultation, goals, initiatives), *_adopted(adoption))
        ),
        "presentation": _presentation(store, consultation_id, goals, initiatives),
        "goals": "\n".join(_goals(goals)),
        "economy": "\n".join(_economy(initiatives)),
        "hearing": "\n".join(heard) or "Planen har ikke været i høring.",
        "recommendation": "\n".join(_recommendation(adoption, bool(heard))),
        "annexes": "\n".join(_annexes(store, consultation_id, day, bool(heard))),
    }


def _of_plan(goals: int, initiatives: int) -> str:
    first = danish.counted(goals, "mål", "mål", neuter=True)
    return f"{first} og {danish.counted(initiatives, 'initiativ', 'initiativer', neuter=True)}"


def _summary(
    store: AgendaStore,
    consultation: Consultation,
    goals: tuple[Goal, ...],
    initiatives: tuple[Initiative, ...],
) -> str:
    actor = of_municipality(consultation.municipality)
    where = "kommunen" if actor == "kommunen" else actor
    held = [i for i in store.interviews(consultation.id) if i.origin is not Origin.IMPORT]
    said = store.count_statements(consultation.id)
    parts = [
        f"Her forelægges {PLAN_TITLE} i {where}. Planen har "
        f"{_of_plan(len(goals), len(initiatives))}."
    ]
    if said:
        line = f"Den bygger på {danish.counted(said, 'udsagn', 'udsagn', neuter=True)}"
        if held:
            places = len({i.site_id for i in held if i.site_id})
            line += f" fra {danish.counted(len(held), 'samtale', 'samtaler')}"
            if places:
                line += f" på {danish.counted(places, 'sted', 'steder', neuter=True)}"
        parts.append(f"{line} med borgere, som er anonyme.")
    return " ".join(parts)


def _presentation(
    store: AgendaStore,
    consultation_id: str,
    goals: tuple[Goal, ...],
    initiatives: tuple[Initiative, ...],
) -> str:
    names = {t.key: t.name for t in store.themes(consultation_id)}
    of_goals = Counter(g.theme_key for g in goals)
    of_initiatives = Counter(i.theme_key for i in initiatives)
    used = [key for key in names if of_goals[key] or of_initiatives[key]]
    used += sorted((set(of_goals) | set(of_initiatives)) - set(names))
    rows = [
        f"{BULLET}{names.get(key, key)}: {_of_plan(of_goals[key], of_initiatives[key])}"
        for key in used
    ]
    owned = sum(bool(i.responsible.strip()) for i in initiatives)
    told = f"{sentence(danish.in_words(owned, True))} af initiativerne har en ansvarlig."
    return "\n".join(["Planen fordeler sig på disse temaer:", *rows, told]) if rows else ""


def _goals(goals: tuple[Goal, ...]) -> Iterator[str]:
    for goal in goals:
        aim = [goal.indicator, goal.baseline and f"i dag {goal.baseline}"]
        aim.append(goal.target and f"måltal {goal.target}")
        aim.append(f"i {goal.year}" if goal.year else "")
        measured = danish.tidy(", ".join(part for part in aim if part))
        yield f"{BULLET}{goal.label} {goal.text}" + (f" ({measured})" if measured else "")


def _economy(initiatives: tuple[Initiative, ...]) -> Iterator[str]:
    """The costs as they were written; never added up, since they are free texts."""
    costed = [i for i in initiatives if i.cost.strip()]
    if not costed:
        yield "Planen siger ikke, hvad initiativerne koster."
        return
    yield "Planen har disse skøn:"
    for one in costed:
        yield f"{BULLET}{one.label} {one.text}: {danish.tidy(one.cost.strip())}"
    left = len(initiatives) - len(costed)
    if left:
        many = danish.counted(left, "initiativ", "initiativer", neuter=True)
        yield f"For {many} er der ikke angivet en udgift."


def _heard(store: AgendaStore, consultation_id: str, day: str) -> list[str]:
    """A paragraph on each hearing, and its points by decision."""
    found: list[str] = []
    for hearing in store.hearings(consultation_id):
        points = store.hearing_points(hearing.id)
        tally = Counter(p.decision for p in points)
        asked = danish.counted(len(hearing.parties), "part", "parter")
        answered = danish.in_words(sum(has_answered(p, points) for p in hearing.parties))
        been = "har været" if hearing.closes < day else "er"
        days = danish.counted(days_open(hearing), "dag", "dage")
        found.append(
            f"Version {hearing.version_number} {been} i høring fra den "
            f"{danish.long_date(hearing.opens)} til den {danish.long_date(hearing.closes)} "
            f"({days}). Af {asked} har {answered} svaret med "
            f"{danish.counted(len(points), 'punkt', 'punkter', neuter=True)}."
        )
        found += [
            f"{BULLET}{words}: {danish.number(tally[decision])}"
            for decision, words in hearing_words.DECISIONS.items()
            if tally[decision]
        ]
    return found


def _adopted(adoption: Adoption | None) -> Iterator[str]:
    """Which version was adopted, and what has come since."""
    if adoption is None:
        return
    yield f"Version {adoption.number} blev vedtaget den {danish.long_date(adoption.day)}."
    if adoption.has_changes:
        yield "Planen er ændret siden."
    if adoption.undecided:
        yield f"{sentence(_points_left(adoption))} fra høringen mangler en beslutning."


def _points_left(adoption: Adoption) -> str:
    return danish.counted(len(adoption.undecided), "punkt", "punkter", neuter=True)


def _recommendation(adoption: Adoption | None, heard: bool) -> Iterator[str]:
    if adoption is None:
        what = "bemærkningerne til høringen" if heard else "planens mål og rammer"
        yield f"{BULLET}at {what} godkendes"
        yield f"{BULLET}at planen {'vedtages' if heard else 'sendes i høring'}"
        return
    if adoption.stands:
        yield f"{BULLET}at orienteringen om {PLAN_TITLE} tages til efterretning"
    if adoption.undecided:
        yield f"{BULLET}at der tages stilling til {_points_left(adoption)} fra høringen"
    if adoption.has_changes:
        yield f"{BULLET}at ændringerne siden den vedtagne version {adoption.number} godkendes"
        yield f"{BULLET}at den ændrede plan vedtages"


def _annexes(store: AgendaStore, consultation_id: str, day: str, heard: bool) -> Iterator[str]:
    yield f"{BULLET}{sentence(PLAN_TITLE)}{_which_version(store, consultation_id, day)}"
    if heard:
        yield f"{BULLET}Kommenteret høringsnotat"


def _which_version(store: AgendaStore, consultation_id: str, day: str) -> str:
    """The number of the newest version, and whether the plan says otherwise by now."""
    versions = store.plan_versions(consultation_id)
    if not versions:
        return ""
    newest = versions[-1]
    if same_content(newest, plan_now(store, consultation_id, newest.role, day)):
        return f", version {newest.number}"
    return f", som den står nu (ændret siden version {newest.number})"
