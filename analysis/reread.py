"""Use case: the words that decided a statement's theme, the sentence read anew without each."""

from functools import partial

from analysis import explain
from analysis.analyse import AnalysisStore, asked, engine_for
from analysis.engine import read
from analysis.model import Reason
from analysis.vectors import statement_vectors
from language.vectors import Embedder, default_embedder


def reread(
    store: AnalysisStore,
    consultation_id: str,
    statement_id: str,
    embedder: Embedder | None = None,
) -> tuple[Reason, ...]:
    """Up to three words for the likeliest theme, also where the sentence as a whole decided.

    Costs one reading for each word (a second for thirty words) and building the engine; empty
    for a statement that is unknown, has no words or belongs to no theme.
    """
    chosen = embedder or default_embedder()
    statement = store.statements_by_id([statement_id]).get(statement_id)
    if statement is None:
        return ()
    engine = engine_for(store, consultation_id, chosen)
    vectors = statement_vectors(store, [statement], chosen)
    texts = read([statement], vectors, asked(store, consultation_id))
    column = int(engine.guess(texts).themes[0].argmax())
    if column == len(engine.theme_model.keys) or not texts.tokens[0]:
        return ()
    score = partial(engine.theme_score, texts)
    moved = explain.exact_effects(score, statement.text, vectors[0], texts.tokens[0], chosen)
    return explain.reasons(texts.tokens[0], moved[:, column])
