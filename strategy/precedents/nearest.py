"""Use case: the precedents that come nearest to what some citizens ask for."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from analysis.background import Floats, project
from analysis.links import likeness, shared_words
from analysis.vectors import Embedder, VectorStore, default_embedder, statement_vectors
from interviews.model import Statement
from strategy.precedents.model import Nearest, Precedent

READ_CLOSELY = 80  # precedents whose words are compared; of the others only their vectors
WISHES = 40  # statements of one group that are compared; of more, the first
OTHERS = 80  # statements about other things, so that a score says something


class NearestStore(VectorStore, Protocol):
    """What the use case needs of the store."""

    def precedents(self, consultation_id: str) -> tuple[Precedent, ...]: ...
    def precedent_vectors(self, model: str, ids: Sequence[str]) -> Mapping[str, bytes]: ...
    def save_precedent_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None: ...
    def statements(self, consultation_id: str) -> tuple[Statement, ...]: ...


class _Vectors:
    """The vectors of precedents, as those of statements are asked for."""

    def __init__(self, store: NearestStore) -> None:
        self._store = store

    def vectors(self, model: str, ids: Sequence[str]) -> Mapping[str, bytes]:
        return self._store.precedent_vectors(model, ids)

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        self._store.save_precedent_vectors(model, vectors)


def nearest_precedents(
    store: NearestStore,
    consultation_id: str,
    statement_ids: Sequence[str],
    theme_key: str | None = None,
    count: int = 3,
    embedder: Embedder | None = None,
) -> tuple[Nearest, ...]:
    """The `count` precedents nearest to the statements of one group, best first.

    Vectors of all precedents choose `READ_CLOSELY` of them; those are compared word by word too,
    and a precedent of the group's theme comes before an equal one of another. Cost: that of the
    vectors, kept from then on, and of at most 120 x 80 pairs.
    """
    chosen = embedder or default_embedder()
    catalogue = store.precedents(consultation_id)
    everyone = store.statements(consultation_id)
    wanted = set(statement_ids)
    wishes = [s for s in everyone if s.id in wanted][:WISHES]
    if not catalogue or not wishes:
        return ()
    rest = [s for s in everyone if s.id not in wanted]
    said = [*wishes, *rest[:: max(1, len(rest) // OTHERS)][:OTHERS]]
    theirs = statement_vectors(_Vectors(store), catalogue, chosen)
    ours = statement_vectors(store, said, chosen)
    near = _nearest_by_vector(ours, len(wishes), theirs)
    close = [catalogue[place] for place in near]
    scores, _ = likeness(
        [s.id for s in said],
        [s.text for s in said],
        ours,
        [theme_key if s.id in wanted else s.theme_key for s in said],
        [p.id for p in close],
        [p.text for p in close],
        theirs[near],
        [p.theme_key for p in close],
    )
    mean = scores[: len(wishes)].mean(axis=0)
    text = "\n".join(s.text for s in wishes)
    return tuple(
        Nearest(close[place], float(mean[place]), shared_words(close[place].text, text))
        for place in np.argsort(-mean, kind="stable")[:count]
    )


def _nearest_by_vector(ours: Floats, wishes: int, theirs: Floats) -> list[int]:
    """Places of the precedents nearest to the first `wishes` rows of `ours`, best first."""
    alike = (project(ours)[:wishes] @ project(theirs).T).mean(axis=0)
    return [int(place) for place in np.argsort(-alike, kind="stable")[:READ_CLOSELY]]
