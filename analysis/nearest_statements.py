"""Use case: the statements that come nearest to an initiative, and the other way round."""

from collections.abc import Sequence
from typing import Protocol

from analysis.current import CurrentStore, current_themes
from analysis.ground import ground
from analysis.links import likeness, rank_statements
from analysis.model import Likeness
from analysis.vectors import VectorStore, statement_vectors
from language.vectors import Embedder, default_embedder


class NearestStore(CurrentStore, VectorStore, Protocol):
    """What the use case needs of the store."""


def nearest_statements(
    store: NearestStore,
    consultation_id: str,
    initiatives: Sequence[tuple[str, str, str]],
    initiative_id: str,
    count: int = 10,
    embedder: Embedder | None = None,
) -> tuple[Likeness, ...]:
    """The `count` statements that ask most for one initiative, best first; nothing is saved.

    `initiatives` are (id, text, theme key) of all initiatives of the plan: a score says more
    about one initiative when there are others to compare with.
    """
    chosen = embedder or default_embedder()
    statements = store.statements(consultation_id)
    if not statements or not initiatives:
        return ()
    ids, texts = [s.id for s in statements], [s.text for s in statements]
    themes = current_themes(store, consultation_id)
    keys, wordings, topics = zip(*initiatives, strict=True)
    scores, _ = likeness(
        ids,
        texts,
        statement_vectors(store, statements, chosen),
        [themes[i].theme_key for i in ids],
        keys,
        wordings,
        chosen.embed(list(wordings)),
        topics,
        ground=ground(chosen),
    )
    return rank_statements(initiative_id, scores, ids, texts, keys, wordings, count)
