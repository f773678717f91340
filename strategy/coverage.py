"""Coverage: which voices have no answer, and which answers nobody asked for."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Protocol

from analysis.current import CurrentStore, current_kinds, current_themes
from interviews.model import Interview, Statement
from strategy.model import (
    Coverage,
    EvidenceLink,
    Goal,
    Initiative,
    NotAnswered,
    Quote,
    Stance,
    TargetKind,
)

ONE_SIDED = 0.5  # a theme leans on a site that gave more than this share of its statements
ONE_SIDED_FROM = 8  # fewer statements than this say nothing about leaning


class CoverageStore(CurrentStore, Protocol):
    """What coverage needs of the store."""

    def interviews(self, consultation_id: str) -> tuple[Interview, ...]: ...
    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def not_answered(self, consultation_id: str) -> tuple[NotAnswered, ...]: ...
    def quotes(self, consultation_id: str) -> tuple[Quote, ...]: ...


def coverage(store: CoverageStore, consultation_id: str) -> Coverage:
    """Both ways: statements without an answer, initiatives and goals without statements."""
    statements = store.statements(consultation_id)
    links = store.links(consultation_id)
    current = {s.id: s for s in statements}
    linked = {link.statement_id for link in links if link.statement_id in current}
    excused = {n.statement_id for n in store.not_answered(consultation_id)} - linked
    unanswered = [s.id for s in statements if s.id not in linked and s.id not in excused]
    themes = {k: now.theme_key for k, now in current_themes(store, consultation_id).items()}
    kinds = current_kinds(store, consultation_id)
    interviews = {i.id: i for i in store.interviews(consultation_id)}
    return Coverage(
        statements=len(statements),
        answered=tuple(s.id for s in statements if s.id in linked),
        unanswered=tuple(unanswered),
        excused=tuple(s.id for s in statements if s.id in excused),
        unasked_initiatives=_unasked(store.initiatives(consultation_id), links),
        weak_goals=_weak_goals(
            store.goals(consultation_id),
            store.initiatives(consultation_id),
            links,
            current,
            interviews,
        ),
        one_sided_themes=_one_sided(statements, themes, interviews),
        hidden_contradictions=_hidden(links, store.quotes(consultation_id)),
        unanswered_proposals=tuple(i for i in unanswered if kinds[i].is_proposal),
    )


def _unasked(
    initiatives: tuple[Initiative, ...], links: tuple[EvidenceLink, ...]
) -> tuple[str, ...]:
    asked = {link.target_id for link in links if link.stance is not Stance.CONTRADICTS}
    return tuple(i.id for i in initiatives if i.id not in asked)


def _weak_goals(
    goals: tuple[Goal, ...],
    initiatives: tuple[Initiative, ...],
    links: tuple[EvidenceLink, ...],
    statements: Mapping[str, Statement],
    interviews: Mapping[str, Interview],
) -> tuple[str, ...]:
    """Goals that fewer than two conversations at two sites speak for.

    Evidence of a goal is what is tied to it and to the initiatives under it.
    """
    goal_of = {i.id: i.goal_id for i in initiatives}
    behind: dict[str | None, set[str]] = defaultdict(set)
    for link in links:
        said = statements.get(link.statement_id)
        if said is None or link.stance is Stance.CONTRADICTS:
            continue
        goal = (
            link.target_id if link.target_kind is TargetKind.GOAL else goal_of.get(link.target_id)
        )
        behind[goal].add(said.interview_id)
    weak = []
    for goal_ in goals:
        talks = behind[goal_.id]
        sites = {interviews[t].site_id for t in talks if t in interviews}
        if len(talks) < 2 or len(sites - {None}) < 2:
            weak.append(goal_.id)
    return tuple(weak)


def _one_sided(
    statements: Sequence[Statement],
    themes: Mapping[str, str | None],
    interviews: Mapping[str, Interview],
) -> tuple[str, ...]:
    by_theme: dict[str, Counter[str]] = defaultdict(Counter)
    for s in statements:
        held = interviews.get(s.interview_id)
        theme = themes.get(s.id)
        if theme and held and held.site_id:
            by_theme[theme][held.site_id] += 1
    return tuple(
        sorted(
            key
            for key, sites in by_theme.items()
            if sites.total() >= ONE_SIDED_FROM
            and sites.most_common(1)[0][1] > ONE_SIDED * sites.total()
        )
    )


def _hidden(links: tuple[EvidenceLink, ...], quotes: tuple[Quote, ...]) -> tuple[str, ...]:
    shown = {quote.statement_id for quote in quotes}
    return tuple(
        sorted(
            {
                link.statement_id
                for link in links
                if link.stance is Stance.CONTRADICTS and link.statement_id not in shown
            }
        )
    )
