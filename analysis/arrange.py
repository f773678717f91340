"""Use case: group a consultation's statements and lay them out on the map."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np

from analysis.clusters import group
from analysis.current import CurrentStore, current_themes
from analysis.map import lay_out
from analysis.model import Cluster, MapPoint
from analysis.vectors import VectorStore, statement_vectors
from language.vectors import Embedder, default_embedder


class ArrangeStore(CurrentStore, VectorStore, Protocol):
    """What the use case needs of the store."""

    def clusters(self, consultation_id: str) -> tuple[Cluster, ...]: ...
    def save_clusters(self, consultation_id: str, clusters: Iterable[Cluster]) -> None: ...
    def points(self, consultation_id: str) -> tuple[MapPoint, ...]: ...
    def save_points(self, consultation_id: str, points: Iterable[MapPoint]) -> None: ...


def arrange(
    store: ArrangeStore,
    consultation_id: str,
    finer: int | None = None,
    embedder: Embedder | None = None,
) -> tuple[Cluster, ...]:
    """The clusters within each theme and across, saved together with the map.

    The clusters of the last run are carried on while they hold. `finer` asks for new ones: as many
    as the data suggest (0), more (positive) or fewer (negative). Those that people edited stay.
    Statements without text for vectors are on no map and in no cluster.
    """
    chosen = embedder or default_embedder()
    statements = store.statements(consultation_id)
    ids = [s.id for s in statements]
    texts = [s.text for s in statements]
    themes = current_themes(store, consultation_id)
    vectors = statement_vectors(store, statements, chosen)
    clusters = group(
        ids,
        texts,
        np.asarray(vectors, dtype=np.float32),
        [themes[i].theme_key for i in ids],
        store.clusters(consultation_id),
        finer,
        consultation_id=consultation_id,
    )
    store.save_clusters(consultation_id, clusters)
    store.save_points(consultation_id, lay_out(ids, vectors, store.points(consultation_id)))
    return clusters
