"""What holds for each statement now: a person's decision first, then what it was said under,
then the machine's suggestion."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from analysis.model import Aspect, Decision, KindSuggestion, TagSuggestion, ThemeSuggestion
from interviews.model import Kind, Statement


class Source(StrEnum):
    """Who says so."""

    DECIDED = "decided"
    SAID_UNDER = "said_under"
    SUGGESTED = "suggested"
    NOBODY = "nobody"


@dataclass(frozen=True)
class CurrentTheme:
    """The theme of a statement; `theme_key` None: none of these, or nobody has said."""

    theme_key: str | None
    source: Source


@dataclass(frozen=True)
class CurrentKind:
    """The kind of a statement and whether it asks for something; None: nobody has said."""

    kind: Kind | None
    kind_source: Source
    is_proposal: bool
    proposal_source: Source


class CurrentStore(Protocol):
    """What is needed of the store."""

    def statements(self, consultation_id: str) -> Sequence[Statement]: ...
    def decisions(self, consultation_id: str) -> Sequence[Decision]: ...
    def theme_suggestions(self, consultation_id: str) -> Sequence[ThemeSuggestion]: ...
    def tag_suggestions(self, consultation_id: str) -> Sequence[TagSuggestion]: ...
    def kind_suggestions(self, consultation_id: str) -> Sequence[KindSuggestion]: ...


def current_themes(store: CurrentStore, consultation_id: str) -> dict[str, CurrentTheme]:
    """The theme of every current statement, by statement id."""
    decided = newest(store.decisions(consultation_id), Aspect.THEME)
    suggested = {s.statement_id: s for s in store.theme_suggestions(consultation_id)}
    return {
        s.id: _theme(s, decided.get(s.id), suggested.get(s.id))
        for s in store.statements(consultation_id)
    }


def _theme(
    statement: Statement, decision: Decision | None, suggestion: ThemeSuggestion | None
) -> CurrentTheme:
    refused = decision.value if decision and not decision.accepted else None
    if decision and decision.accepted:
        return CurrentTheme(decision.value or None, Source.DECIDED)
    if statement.theme_key is not None and statement.theme_key != refused:
        return CurrentTheme(statement.theme_key, Source.SAID_UNDER)
    if suggestion is None:
        return CurrentTheme(None, Source.NOBODY)
    key = suggestion.theme_key
    if refused is not None and (key or "") == refused:
        key = suggestion.second_key
    return CurrentTheme(key, Source.SUGGESTED)


def current_tags(store: CurrentStore, consultation_id: str) -> dict[str, tuple[str, ...]]:
    """The tags that people gave each statement, by statement id; statements without are absent."""
    given: dict[str, dict[str, bool]] = {}
    for decision in store.decisions(consultation_id):
        if decision.aspect is Aspect.TAG:
            given.setdefault(decision.statement_id, {})[decision.value] = decision.accepted
    kept = {id_: tuple(k for k, yes in tags.items() if yes) for id_, tags in given.items()}
    return {id_: keys for id_, keys in kept.items() if keys}


def open_tag_suggestions(
    store: CurrentStore, consultation_id: str
) -> dict[str, tuple[TagSuggestion, ...]]:
    """The ranked tag suggestions nobody has answered yet, by statement id."""
    answered = {
        (d.statement_id, d.value)
        for d in store.decisions(consultation_id)
        if d.aspect is Aspect.TAG
    }
    found: dict[str, list[TagSuggestion]] = {}
    for suggestion in store.tag_suggestions(consultation_id):
        if (suggestion.statement_id, suggestion.tag_key) not in answered:
            found.setdefault(suggestion.statement_id, []).append(suggestion)
    return {id_: tuple(sorted(own, key=lambda s: s.rank)) for id_, own in found.items()}


def current_kinds(store: CurrentStore, consultation_id: str) -> dict[str, CurrentKind]:
    """Kind and proposal of every current statement, by statement id."""
    decisions = store.decisions(consultation_id)
    kinds = newest((d for d in decisions if d.accepted), Aspect.KIND)
    asks = newest(decisions, Aspect.PROPOSAL)
    suggested = {s.statement_id: s for s in store.kind_suggestions(consultation_id)}
    found = {}
    for statement in store.statements(consultation_id):
        guess = suggested.get(statement.id)
        kind, kind_source = _kind(statement, kinds.get(statement.id), guess)
        proposal, source = _proposal(asks.get(statement.id), guess)
        found[statement.id] = CurrentKind(kind, kind_source, proposal, source)
    return found


def _kind(
    statement: Statement, decision: Decision | None, guess: KindSuggestion | None
) -> tuple[Kind | None, Source]:
    if decision:
        return Kind(decision.value), Source.DECIDED
    if statement.kind:
        return statement.kind, Source.SAID_UNDER
    return (guess.kind, Source.SUGGESTED) if guess else (None, Source.NOBODY)


def _proposal(decision: Decision | None, guess: KindSuggestion | None) -> tuple[bool, Source]:
    if decision:
        return (decision.value == "yes") == decision.accepted, Source.DECIDED
    return (guess.is_proposal, Source.SUGGESTED) if guess else (False, Source.NOBODY)


def newest(decisions: Iterable[Decision], aspect: Aspect) -> dict[str, Decision]:
    """The newest decision on one aspect, by statement id; `decisions` are oldest first."""
    return {d.statement_id: d for d in decisions if d.aspect is aspect}
