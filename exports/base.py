"""Reading the base: everything a plan may point at, from the store, in one go."""

from collections import Counter
from typing import Protocol

from analysis.current import Source, current_kinds, current_tags, current_themes
from analysis.model import (
    Cluster,
    Decision,
    KindSuggestion,
    Tag,
    TagSuggestion,
    ThemeSuggestion,
)
from exports.model import Base, CodeRow
from interviews.model import (
    Consultation,
    Harmless,
    Interview,
    Settings,
    Site,
    Statement,
    Theme,
)
from interviews.small_sites import points_at_small_site
from strategy.coverage import coverage
from strategy.follow_up.model import OwnText
from strategy.model import (
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Quote,
)
from strategy.plan_names import nobodys_names


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
    def harmless(self, consultation_id: str) -> tuple[Harmless, ...]: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def own_texts(self, consultation_id: str, form: str) -> tuple[OwnText, ...]: ...


def read_base(store: PlanStore, consultation_id: str) -> Base:
    """Everything a plan of this consultation may point at. Unknown ids raise the store's error."""
    cid = consultation_id
    statements = tuple(sorted(store.statements(cid), key=lambda s: s.number))
    themes, kinds = current_themes(store, cid), current_kinds(store, cid)
    settings = store.settings(cid)
    codes = code_rows(store.tags(cid))
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
        theme_of={key: theme.theme_key for key, theme in themes.items()},
        kind_of={key: kind.kind for key, kind in kinds.items()},
        tags_of=_tag_names(store, cid, codes),
        codes=codes,
        machine_themed=frozenset(
            key
            for key, theme in themes.items()
            if theme.source is Source.SUGGESTED and theme.theme_key
        ),
        machine_kinded=frozenset(
            key for key, kind in kinds.items() if kind.kind_source is Source.SUGGESTED
        ),
        harmless=store.harmless(cid),
        allowed_words=frozenset(settings.allowed_words),
        plan_words=nobodys_names(store, cid),
        too_telling=points_at_small_site(
            statements, store.interviews(cid), store.sites(cid), settings.k
        ),
    )


def code_rows(tags: tuple[Tag, ...]) -> tuple[CodeRow, ...]:
    """The codebook; a name that two tags share gets that of the tag above it beside it."""
    times = Counter(tag.name for tag in tags)
    above = {tag.key: tag.name for tag in tags}
    return tuple(
        CodeRow(
            tag.key,
            tag.name
            if times[tag.name] == 1
            else f"{tag.name} ({above.get(tag.parent_key or '', tag.key)})",
            tag.parent_key,
            "\n".join(
                lead + part
                for lead, part in (
                    ("", tag.definition),
                    ("Med: ", tag.include),
                    ("Uden: ", tag.exclude),
                )
                if part
            ),
        )
        for tag in tags
    )


def _tag_names(
    store: PlanStore, consultation_id: str, codes: tuple[CodeRow, ...]
) -> dict[str, tuple[str, ...]]:
    """Names of the tags people gave, by statement id."""
    names = {code.key: code.name for code in codes}
    return {
        statement_id: tuple(names[key] for key in keys if key in names)
        for statement_id, keys in current_tags(store, consultation_id).items()
    }
