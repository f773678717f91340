"""Reading the base: everything a plan may point at, from the store, in one go."""

from collections.abc import Iterable
from typing import Protocol

from analysis.model import (
    Aspect,
    Cluster,
    Decision,
    KindSuggestion,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from exports.model import Base
from interviews.model import Consultation, Interview, Kind, Site, Statement, Theme
from strategy.coverage import coverage
from strategy.model import (
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Quote,
)


class PlanStore(Protocol):
    """What an outline reads; nothing is written."""

    def consultation(self, consultation_id: str) -> Consultation: ...
    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def interviews(self, consultation_id: str) -> tuple[Interview, ...]: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def tags(self, consultation_id: str) -> tuple[Tag, ...]: ...
    def tag_suggestions(self, consultation_id: str) -> tuple[TagSuggestion, ...]: ...
    def theme_suggestions(self, consultation_id: str) -> tuple[ThemeSuggestion, ...]: ...
    def kind_suggestions(self, consultation_id: str) -> tuple[KindSuggestion, ...]: ...
    def decisions(self, consultation_id: str) -> tuple[Decision, ...]: ...
    def clusters(self, consultation_id: str) -> tuple[Cluster, ...]: ...
    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def initiative_proposals(self, consultation_id: str) -> tuple[InitiativeProposal, ...]: ...
    def digests(self, consultation_id: str) -> tuple[Digest, ...]: ...
    def quotes(self, consultation_id: str) -> tuple[Quote, ...]: ...
    def not_answered(self, consultation_id: str) -> tuple[NotAnswered, ...]: ...


def read_base(store: PlanStore, consultation_id: str) -> Base:
    """Everything a plan of this consultation may point at. Unknown ids raise the store's error."""
    cid = consultation_id
    statements = tuple(sorted(store.statements(cid), key=lambda s: s.number))
    decisions = store.decisions(cid)
    theme_of, machine_themed = _themes(statements, decisions, store.theme_suggestions(cid))
    return Base(
        consultation=store.consultation(cid),
        themes=tuple(sorted(store.themes(cid), key=lambda t: (t.position, t.key))),
        sites=store.sites(cid),
        interviews=store.interviews(cid),
        statements=statements,
        goals=tuple(sorted(store.goals(cid), key=lambda g: (g.position, g.number))),
        initiatives=tuple(sorted(store.initiatives(cid), key=lambda i: (i.position, i.number))),
        links=store.links(cid),
        proposals=store.initiative_proposals(cid),
        digests=store.digests(cid),
        quotes=store.quotes(cid),
        not_answered=store.not_answered(cid),
        clusters=tuple(sorted(store.clusters(cid), key=lambda c: c.position)),
        coverage=coverage(store, cid),
        theme_of=theme_of,
        kind_of=_kinds(statements, decisions, store.kind_suggestions(cid)),
        tags_of=_tags(decisions, store.tags(cid)),
        machine_themed=machine_themed,
    )


def _decided(decisions: Iterable[Decision], aspect: Aspect) -> dict[str, str]:
    """The newest accepted value of `aspect` for each statement id; decisions are oldest first."""
    found: dict[str, str] = {}
    for decision in decisions:
        if decision.aspect is not aspect:
            continue
        if decision.accepted:
            found[decision.statement_id] = decision.value
        elif found.get(decision.statement_id) == decision.value:
            del found[decision.statement_id]
    return found


def _themes(
    statements: Iterable[Statement],
    decisions: Iterable[Decision],
    suggestions: Iterable[ThemeSuggestion],
) -> tuple[dict[str, str | None], frozenset[str]]:
    """The theme that counts for each statement id, and the ids only the machine has placed."""
    decided = _decided(decisions, Aspect.THEME)
    guessed = {s.statement_id: s.theme_key for s in suggestions if s.theme_key}
    themes: dict[str, str | None] = {}
    machine = set()
    for said in statements:
        if said.id in decided:
            themes[said.id] = decided[said.id] or None
        elif said.theme_key:
            themes[said.id] = said.theme_key
        else:
            themes[said.id] = guessed.get(said.id)
            if said.id in guessed:
                machine.add(said.id)
    return themes, frozenset(machine)


def _kinds(
    statements: Iterable[Statement],
    decisions: Iterable[Decision],
    suggestions: Iterable[KindSuggestion],
) -> dict[str, Kind | None]:
    decided = _decided(decisions, Aspect.KIND)
    guessed = {s.statement_id: s.kind for s in suggestions}
    return {
        said.id: Kind(decided[said.id]) if said.id in decided else said.kind or guessed.get(said.id)
        for said in statements
    }


def _tags(decisions: Iterable[Decision], tags: Iterable[Tag]) -> dict[str, tuple[str, ...]]:
    """Names of the tags people confirmed, in the order of the codebook, for each statement id."""
    accepted: dict[str, dict[str, bool]] = {}
    for decision in decisions:
        if decision.aspect is Aspect.TAG:
            accepted.setdefault(decision.statement_id, {})[decision.value] = decision.accepted
    codebook = sorted(tags, key=lambda t: t.position)
    return {
        statement_id: tuple(tag.name for tag in codebook if values.get(tag.key))
        for statement_id, values in accepted.items()
    }
