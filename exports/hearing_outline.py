"""The commented hearing note before it has a form: who was heard, what was said and decided.

The order is the one Danish authorities use: parties, period, then the answers grouped by subject,
each with the authority's remark and what changes.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from exports import danish, hearing_words
from exports.words import of_municipality
from interviews.model import Consultation, Statement, Theme
from strategy.hearing import days_open, has_answered
from strategy.model import (
    Change,
    Hearing,
    HearingDecision,
    HearingParty,
    HearingPoint,
    PlanVersion,
)
from strategy.versions import changes_between

PLAN_TITLE = "strategiplanen for socialt udsatte"


@dataclass(frozen=True)
class PartyRow:
    """A party as the table shows it: when it was asked, when it answered, how many points."""

    name: str
    sent: str
    received: str
    points: int


@dataclass(frozen=True)
class PointItem:
    """One point in words: the label, who about what, what they say, and what it led to.

    `section` and `decision` are in words, never empty; `heard` is what the version that was heard
    says there, where the section is a goal or an initiative (not for a theme or the whole plan);
    it, `remark` and `change` may be "".
    """

    label: str
    party: str
    section: str
    heard: str
    text: str
    remark: str
    decision: str
    change: str
    is_open: bool


@dataclass(frozen=True)
class SubjectGroup:
    """All points about one subject, and how they were decided."""

    subject: str
    points: tuple[PointItem, ...]
    tally: tuple[int, ...]  # by exports.hearing_words.DECISIONS


@dataclass(frozen=True)
class NoteOutline:
    """Everything that stands in a commented hearing note, in order."""

    municipality: str
    title: str
    subtitle: str
    day: str
    missing: int  # points without a decision
    period: tuple[str, ...]  # paragraphs
    parties: tuple[PartyRow, ...]
    groups: tuple[SubjectGroup, ...]
    new_version: int | None  # the first version after the one that was heard
    changes: tuple[tuple[str, str], ...]  # label, in words


class NoteStore(Protocol):
    """What a hearing note reads; nothing is written."""

    def consultation(self, key: str) -> Consultation: ...
    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def hearing(self, key: str) -> Hearing: ...
    def hearing_points(self, hearing_id: str) -> tuple[HearingPoint, ...]: ...
    def plan_versions(self, consultation_id: str) -> tuple[PlanVersion, ...]: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...


def outline_note(store: NoteStore, hearing_id: str, day: str) -> NoteOutline:
    """The note of one hearing as it stands on `day` ("YYYY-MM-DD"). Unknown ids raise the
    store's error."""
    hearing = store.hearing(hearing_id)
    points = store.hearing_points(hearing_id)
    actor = of_municipality(store.consultation(hearing.consultation_id).municipality)
    known = actor != "kommunen"
    after, changes = _since(store, hearing)
    themes = frozenset(t.name for t in store.themes(hearing.consultation_id))
    return NoteOutline(
        municipality=actor if known else store.consultation(hearing.consultation_id).name,
        title="Kommenteret høringsnotat",
        subtitle=f"Høring over {PLAN_TITLE}, version {hearing.version_number}",
        day=day,
        missing=sum(p.decision is HearingDecision.OPEN for p in points),
        period=_period(hearing, points, day),
        parties=tuple(_party(p, hearing, points) for p in hearing.parties),
        groups=_groups(points, _heard(store, hearing), themes),
        new_version=after,
        changes=changes,
    )


def _period(hearing: Hearing, points: tuple[HearingPoint, ...], day: str) -> tuple[str, ...]:
    """When the hearing was held, how long, and how many were asked and answered."""
    has_been = "har været" if hearing.closes < day else "er"
    asked = [p for p in hearing.parties if p.sent_on]
    answered = sum(has_answered(p, points) for p in asked)
    own = sum(has_answered(p, points) and not p.sent_on for p in hearing.parties)
    days = danish.counted(days_open(hearing), "dag", "dage")
    who = f"Den blev sendt til {danish.counted(len(asked), 'part', 'parter')}."
    if answered == len(asked):
        came = "Alle har svaret." if len(asked) > 1 else "Parten har svaret."
    else:
        came = f"{danish.in_words(answered).capitalize()} af dem har svaret."
    if own:
        more = "har svaret uden at være spurgt direkte."
        came += f" {danish.counted(own, 'part', 'parter').capitalize()} {more}"
    return (
        f"Version {hearing.version_number} af {PLAN_TITLE} {has_been} i høring fra den "
        f"{danish.long_date(hearing.opens)} til den {danish.long_date(hearing.closes)}, "
        f"i alt {days}.",
        f"{who} {came}" if asked else came,
        "Høringssvar er ikke borgernes udsagn. De tælles for sig og indgår ikke i det, planen "
        "gengiver fra interviewene.",
    )


def _party(party: HearingParty, hearing: Hearing, points: tuple[HearingPoint, ...]) -> PartyRow:
    received = "dag ikke noteret" if has_answered(party, points) else "intet svar"
    if party.received_on:
        received = danish.short_date(party.received_on)
    if party.received_on > hearing.closes:
        received += " (efter fristen)"
    return PartyRow(
        party.name,
        danish.short_date(party.sent_on) if party.sent_on else "ikke sendt direkte",
        received,
        sum(p.party == party.name for p in points),
    )


def _groups(
    points: tuple[HearingPoint, ...], heard: Mapping[str, str], themes: frozenset[str]
) -> tuple[SubjectGroup, ...]:
    """Points by subject, subjects in Danish alphabetical order."""
    subjects = sorted({p.subject for p in points}, key=danish.sort_key)
    groups = []
    for subject in subjects:
        mine = [p for p in points if p.subject == subject]
        tally = Counter(p.decision for p in mine)
        groups.append(
            SubjectGroup(
                subject,
                tuple(_point(p, heard, themes) for p in mine),
                tuple(tally[decision] for decision in hearing_words.DECISIONS),
            )
        )
    return tuple(groups)


def _heard(store: NoteStore, hearing: Hearing) -> dict[str, str]:
    """What each row of the version that was heard says, by its visible number."""
    for version in store.plan_versions(hearing.consultation_id):
        if version.number == hearing.version_number:
            rows = {g.label: g.text for g in version.goals}
            return rows | {i.label: i.text for i in version.initiatives}
    return {}


def _point(point: HearingPoint, heard: Mapping[str, str], themes: frozenset[str]) -> PointItem:
    said = heard.get(point.section, "")
    kind = "mål" if point.section.startswith("M-") else "initiativ"
    section = point.section or "hele planen"
    if point.section in themes:
        section = f"temaet {point.section}"
    return PointItem(
        point.label,
        point.party,
        f"{kind} {section}" if said else section,
        f"{point.section} lød i høringen: »{said}«" if said else "",
        point.text,
        point.remark,
        hearing_words.DECISIONS[point.decision],
        point.change,
        point.decision is HearingDecision.OPEN,
    )


def _since(store: NoteStore, hearing: Hearing) -> tuple[int | None, tuple[tuple[str, str], ...]]:
    """The version that followed the one that was heard, and what it says otherwise.

    What later versions changed did not come of this hearing.
    """
    versions = {v.number: v for v in store.plan_versions(hearing.consultation_id)}
    after = min((n for n in versions if n > hearing.version_number), default=None)
    if after is None or hearing.version_number not in versions:
        return None, ()
    changes = changes_between(versions[hearing.version_number], versions[after])
    cid = hearing.consultation_id
    names = {t.key: t.name for t in store.themes(cid)}
    labels = {s.id: s.label for s in store.statements(cid)}
    return after, tuple(worded(change, names, labels) for change in changes)


def worded(
    change: Change, theme_names: Mapping[str, str], statement_labels: Mapping[str, str]
) -> tuple[str, str]:
    """The visible number of what changed, and the change in a Danish sentence."""
    said = statement_labels.get(change.statement_id or "", "et udsagn")
    before, after = (
        theme_names.get(v, v) if change.field == "theme_key" else hearing_words.VALUES.get(v, v)
        for v in (change.before, change.after)
    )
    form = hearing_words.CHANGES[change.kind]
    if change.kind == "changed" and not (before and after):
        form = hearing_words.SET if after else hearing_words.TAKEN_OUT
    name = hearing_words.FIELDS.get(change.field, "")
    return change.label, form.format(field=name, before=before, after=after, said=said)
