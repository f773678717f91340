"""The draft: a first digest and first initiatives for each theme, from what citizens said."""

import datetime
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import numpy as np

from analysis.asks import group_asks
from analysis.cluster_names import name_groups
from analysis.current import current_kinds, current_themes
from analysis.digest import choose_digest
from analysis.model import Cluster
from analysis.vectors import (
    Embedder,
    Matrix,
    VectorStore,
    default_embedder,
    statement_vectors,
)
from analysis.wording import is_sure, word_initiative
from analysis.wording_matter import name_matter
from interviews.model import Statement, Theme
from strategy.coverage import CoverageStore
from strategy.model import Digest, DigestLine, InitiativeProposal, Origin

Vectors = Mapping[str, Matrix]  # by statement id, each of shape (384,)
SENTENCES = 9  # of a theme's digest
PROPOSALS = 8  # of a theme; the rest wait as wishes without an answer


class DraftStore(CoverageStore, VectorStore, Protocol):
    """What drafting needs of the store."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def clusters(self, consultation_id: str) -> tuple[Cluster, ...]: ...
    def digests(self, consultation_id: str) -> tuple[Digest, ...]: ...
    def save_digest(self, digest: Digest) -> None: ...
    def initiative_proposals(self, consultation_id: str) -> tuple[InitiativeProposal, ...]: ...
    def save_initiative_proposals(
        self, consultation_id: str, proposals: Iterable[InitiativeProposal]
    ) -> None: ...


def draft_plan(
    store: DraftStore,
    consultation_id: str,
    embedder: Embedder | None = None,
    now: datetime.date | None = None,
) -> tuple[InitiativeProposal, ...]:
    """The machine's proposals, saved together with a digest for each theme.

    A digest that a person has edited stays. Wishes that an initiative or an excuse answers
    already, and those of proposals taken over or put aside, are not proposed again.
    """
    chosen = embedder or default_embedder()
    day = (now or datetime.date.today()).isoformat()
    statements = store.statements(consultation_id)
    vectors = dict(
        zip(
            (s.id for s in statements),
            statement_vectors(store, statements, chosen),
            strict=True,
        )
    )
    themes = current_themes(store, consultation_id)
    by_theme: dict[str | None, list[Statement]] = defaultdict(list)
    for said in statements:
        by_theme[themes[said.id].theme_key].append(said)
    waiting = _waiting(store, consultation_id)
    proposals: list[InitiativeProposal] = []
    for theme in store.themes(consultation_id):
        here = by_theme[theme.key]
        _save_digest(store, consultation_id, theme.key, here, vectors, day)
        asking = [s for s in here if s.id in waiting and s.quotable]
        proposals += _propose(consultation_id, theme.key, asking, vectors, chosen.name, day)
    store.save_initiative_proposals(consultation_id, proposals)
    return tuple(proposals)


def _waiting(store: DraftStore, consultation_id: str) -> frozenset[str]:
    """Ids of statements that ask for something nobody has answered or put aside."""
    asks = {k for k, now in current_kinds(store, consultation_id).items() if now.is_proposal}
    answered = {link.statement_id for link in store.links(consultation_id)}
    excused = {n.statement_id for n in store.not_answered(consultation_id)}
    done = {
        key
        for p in store.initiative_proposals(consultation_id)
        if p.dismissed or p.taken_over_by
        for key in p.statement_ids
    }
    return frozenset(asks - answered - excused - done)


def _save_digest(
    store: DraftStore,
    consultation_id: str,
    theme_key: str,
    here: Sequence[Statement],
    vectors: Vectors,
    day: str,
) -> None:
    there = {d.theme_key: d for d in store.digests(consultation_id)}
    if not here or (theme_key in there and there[theme_key].origin is Origin.PERSON):
        return
    printable = [s for s in here if s.quotable]
    clusters = [c for c in store.clusters(consultation_id) if c.theme_key == theme_key]
    spans = choose_digest(
        [s.id for s in printable],
        [s.text for s in printable],
        _rows(printable, vectors),
        clusters,
        {s.id: s.interview_id for s in printable},
        SENTENCES,
    )
    lines = tuple(DigestLine(s.statement_id, s.start, s.end, s.group, s.group_size) for s in spans)
    store.save_digest(Digest(consultation_id, theme_key, lines, Origin.MACHINE, day))


def _rows(statements: Sequence[Statement], vectors: Vectors) -> Matrix:
    """The vectors of these statements, shape (n, 384)."""
    if not statements:
        return np.zeros((0, 384), dtype=np.float32)
    return np.stack([vectors[s.id] for s in statements])


def _propose(
    consultation_id: str,
    theme_key: str,
    asking: Sequence[Statement],
    vectors: Vectors,
    model: str,
    day: str,
) -> list[InitiativeProposal]:
    """One proposal for each group of like wishes, those that most people share first.

    A wish that one person has, and that no rule can word, is left for people to word.
    """
    groups = [
        [asking[i] for i in group]
        for group in group_asks([s.text for s in asking], _rows(asking, vectors))
    ]
    shared = [g for g in groups if len(g) > 1 or is_sure([s.text for s in g])]
    chosen = sorted(shared, key=lambda g: -len({s.interview_id for s in g}))[:PROPOSALS]
    texts = [[s.text for s in group] for group in chosen]
    terms = name_groups(texts) if texts else []
    return [
        InitiativeProposal(
            uuid.uuid4().hex,
            consultation_id,
            theme_key,
            word_initiative(words, key_terms),
            tuple(s.id for s in group),
            None,
            model,
            day,
        )
        for group, words, key_terms in zip(chosen, texts, terms, strict=True)
        if is_sure(words) or name_matter(words, key_terms)  # else it would say nothing
    ]
