"""What is known of statements under review, and what a nod records."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.decide import decide
from analysis.model import Aspect, Decision, KindSuggestion, Tag, TagSuggestion, ThemeSuggestion
from interviews.model import Kind, Statement
from storage import Store
from views.common import role
from views.plan_reading import read_answers

NO_THEME = ""


@dataclass(frozen=True)
class Card:
    """A statement, what is suggested for it, and what people have decided so far.

    `answers` are the visible numbers of the goals and initiatives that answer it.
    """

    statement: Statement
    theme: ThemeSuggestion | None
    tags: tuple[TagSuggestion, ...]
    kind: KindSuggestion | None
    decisions: tuple[Decision, ...]
    book: dict[str, Tag]
    answers: tuple[str, ...] = ()

    def is_sure(self, at_least: float) -> bool:
        """Whether the machine is sure of the theme, and nobody has said another."""
        theme = self.theme
        if theme is None or theme.confidence < at_least:
            return False
        return (theme.theme_key or NO_THEME) == self.theme_now()

    def is_decided(self) -> bool:
        """Whether a person has decided its theme."""
        return any(d.aspect is Aspect.THEME for d in self.decisions)

    def decided(self, aspect: Aspect) -> list[str]:
        """The values people accepted for one aspect, the newest last."""
        accepted: dict[str, bool] = {}
        for d in self.decisions:
            if d.aspect is aspect:
                accepted.pop(d.value, None)
                accepted[d.value] = d.accepted
        return [value for value, yes in accepted.items() if yes]

    def theme_now(self) -> str:
        """The theme to show: decided, else the one it was said under, else suggested."""
        if chosen := self.decided(Aspect.THEME):
            return chosen[-1]
        if self.statement.theme_key:
            return self.statement.theme_key
        return (self.theme.theme_key if self.theme else None) or NO_THEME

    def tags_now(self) -> list[str]:
        """Decided tags, else the surest suggestion."""
        if any(d.aspect is Aspect.TAG for d in self.decisions):
            return self.decided(Aspect.TAG)
        return [t.tag_key for t in self.tags[:1]]

    def kind_now(self) -> Kind | None:
        """Decided kind, else the interviewer's, else the machine's."""
        if chosen := self.decided(Aspect.KIND):
            return Kind(chosen[-1])
        return self.statement.kind or (self.kind.kind if self.kind else None)

    def proposal_now(self) -> bool:
        """Whether it asks for something: decided, else the machine's guess."""
        if chosen := self.decided(Aspect.PROPOSAL):
            return chosen[-1] == "yes"
        return bool(self.kind and self.kind.is_proposal)


def read_cards(store: Store, consultation_id: str, ids: Iterable[str]) -> list[Card]:
    """The cards of the statements with these ids that are there, in that order."""
    wanted = list(ids)
    said = store.statements_by_id(wanted)
    book = {t.key: t for t in store.tags(consultation_id)}
    themes = {s.statement_id: s for s in store.theme_suggestions(consultation_id, wanted)}
    kinds = {s.statement_id: s for s in store.kind_suggestions(consultation_id, wanted)}
    tags = store.tag_suggestions(consultation_id, wanted)
    decisions = store.decisions(consultation_id, wanted)
    answers = read_answers(store, consultation_id, wanted)
    return [
        Card(
            said[key],
            themes.get(key),
            tuple(t for t in tags if t.statement_id == key),
            kinds.get(key),
            tuple(d for d in decisions if d.statement_id == key),
            book,
            answers.get(key, ()),
        )
        for key in wanted
        if key in said
    ]


def approve(
    store: Store,
    one: Card,
    theme: str | None = None,
    tags: Iterable[str] | None = None,
    kind: Kind | None = None,
    proposal: bool | None = None,
) -> bool:
    """Record what a person says of a card; what is left out is as the card shows it.

    False, and nothing recorded, where somebody else has withdrawn or mended the statement.
    """
    if one.statement.id not in store.statements_by_id([one.statement.id]):
        return False
    theme = one.theme_now() if theme is None else theme
    chosen = set(one.tags_now() if tags is None else tags)
    kind = kind or one.kind_now()
    proposal = one.proposal_now() if proposal is None else proposal
    values = [(Aspect.THEME, theme, True)]
    if one.theme and (one.theme.theme_key or NO_THEME) != theme:
        values.insert(0, (Aspect.THEME, one.theme.theme_key or NO_THEME, False))
    offered = dict.fromkeys([*(t.tag_key for t in one.tags), *one.tags_now(), *sorted(chosen)])
    values += [(Aspect.TAG, key, key in chosen) for key in offered]
    if kind:
        values.append((Aspect.KIND, kind.value, True))
    values.append((Aspect.PROPOSAL, "yes" if proposal else "no", True))
    by = role()
    for aspect, value, accepted in values:
        decide(store, [one.statement.id], aspect, value, by, accepted=accepted)
    return True
