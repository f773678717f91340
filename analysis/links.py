"""Which initiatives answer a statement, and which statements ask for an initiative."""

from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.background import Floats, centre, unit
from analysis.bm25 import bm25
from analysis.ground import Ground
from analysis.matters import same_matter, words_of_same_matter
from analysis.model import Likeness
from language.reader import read_words, terms

# Chosen on the first half of benchmarks/data/links.jsonl; words and letters mislead as often as
# they help where citizens and plans word things differently.
GROUND_WEIGHT = 0.75
SIDE_WEIGHT = 0.25
LETTERS_WEIGHT = 0.1
WORDS_WEIGHT = 0.1
MATTER_WEIGHT = 0.75
THEME_WEIGHT = 2.0
SHOWN = 3
MANY = 10  # texts: of fewer, the strongest direction is what they say
REASONS = 4

ThemeChances = Mapping[str, float]


def likeness(
    statement_ids: Sequence[str],
    statement_texts: Sequence[str],
    statement_vectors: Floats,
    statement_themes: Sequence[ThemeChances | str | None],
    initiative_ids: Sequence[str],
    initiative_texts: Sequence[str],
    initiative_vectors: Floats,
    initiative_themes: Sequence[ThemeChances | str | None],
    count: int = SHOWN,
    ground: Ground | None = None,
) -> tuple[Floats, tuple[Likeness, ...]]:
    """The scores, shape (statements, initiatives), and the best `count` initiatives of each.

    A theme is a key, or chances per key, or None for unknown. The score adds, each standardised
    over the whole matrix: likeness of vectors without the `ground` that all sentences share, and
    with each side centred on itself (without a ground only that), because citizens and plans word
    things differently; of letter groups, of lemmas and compound parts (BM25), of the matters both
    speak of, and twice the chance that both are of one theme. Reasons are words both use, then
    words of a matter that both speak of.
    """
    if not statement_ids or not initiative_ids:
        return np.zeros((len(statement_ids), len(initiative_ids)), dtype=np.float32), ()
    apart = _side(statement_vectors) @ _side(initiative_vectors).T
    if ground is None:
        alike = apart
    else:
        alike = ground.remove(statement_vectors) @ ground.remove(initiative_vectors).T
    scores = (
        GROUND_WEIGHT * _standard(alike)
        + SIDE_WEIGHT * _standard(apart)
        + LETTERS_WEIGHT * _standard(_letters(statement_texts, initiative_texts))
        + WORDS_WEIGHT * _standard(_words(statement_texts, initiative_texts))
        + MATTER_WEIGHT * _standard(same_matter(statement_texts, initiative_texts))
        + THEME_WEIGHT * same_theme(statement_themes, initiative_themes)
    )
    found = []
    for row, statement_id in enumerate(statement_ids):
        for place in np.argsort(-scores[row], kind="stable")[:count]:
            reasons = shared_words(statement_texts[row], initiative_texts[place])
            found.append(
                Likeness(statement_id, initiative_ids[place], float(scores[row, place]), reasons)
            )
    return scores, tuple(found)


def rank_initiatives(statement_id: str, found: Sequence[Likeness]) -> tuple[Likeness, ...]:
    """The initiatives suggested for one statement, best first."""
    mine = [one for one in found if one.statement_id == statement_id]
    return tuple(sorted(mine, key=lambda one: -one.score))


def rank_statements(
    initiative_id: str,
    scores: Floats,
    statement_ids: Sequence[str],
    statement_texts: Sequence[str],
    initiative_ids: Sequence[str],
    initiative_texts: Sequence[str],
    count: int = SHOWN,
) -> tuple[Likeness, ...]:
    """The `count` statements that ask most for one initiative, best first.

    `scores` is the matrix of `likeness` for the same statements and initiatives.
    Raises ValueError when the initiative is not among them.
    """
    column = list(initiative_ids).index(initiative_id)
    order = np.argsort(-scores[:, column], kind="stable")[:count]
    text = initiative_texts[column]
    return tuple(
        Likeness(
            statement_ids[row],
            initiative_id,
            float(scores[row, column]),
            shared_words(statement_texts[row], text),
        )
        for row in order
    )


def shared_words(statement: str, initiative: str) -> tuple[str, ...]:
    """Up to four words of the statement, as written, that tie it to the initiative.

    First those the initiative shares in some form, then those that name a matter of it.
    """
    wanted = set(terms(initiative))
    found: dict[str, str] = {}
    for token in read_words(statement):
        if not token.is_stop and wanted & {token.lemma, *token.parts}:
            found.setdefault(token.lemma, token.text)
    others = words_of_same_matter(statement, initiative)
    return tuple(dict.fromkeys((*found.values(), *others)))[:REASONS]


def same_theme(
    some: Sequence[ThemeChances | str | None], others: Sequence[ThemeChances | str | None]
) -> Floats:
    """The chance that two texts are of one theme, shape (some, others); 0 where unknown."""
    keys = sorted({key for theme in (*some, *others) for key in _chances(theme)})
    left, right = _table(some, keys), _table(others, keys)
    return np.asarray(left @ right.T, dtype=np.float32)


def _chances(theme: ThemeChances | str | None) -> ThemeChances:
    if theme is None:
        return {}
    return {theme: 1.0} if isinstance(theme, str) else theme


def _table(themes: Sequence[ThemeChances | str | None], keys: Sequence[str]) -> Floats:
    rows = [[_chances(theme).get(key, 0.0) for key in keys] for theme in themes]
    return np.array(rows, dtype=np.float32).reshape(len(themes), len(keys))


def _side(vectors: Floats) -> Floats:
    """One side centred on itself and, of many, freed of its own strongest direction."""
    centred = centre(vectors)
    if len(centred) >= MANY:
        direction = np.linalg.svd(centred[:2000], full_matrices=False)[2][0]
        centred = centred - np.outer(centred @ direction, direction)
    return unit(centred)


def _letters(some: Sequence[str], others: Sequence[str]) -> Floats:
    counter = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    try:
        counter.fit([*some, *others])
    except ValueError:  # nothing but spaces
        return np.zeros((len(some), len(others)), dtype=np.float32)
    product = counter.transform(some) @ counter.transform(others).T
    return np.asarray(product.toarray(), dtype=np.float32)


def _words(some: Sequence[str], others: Sequence[str]) -> Floats:
    return bm25([terms(text) for text in some], [terms(text) for text in others])


def _standard(scores: Floats) -> Floats:
    spread = float(scores.std())
    return np.asarray((scores - scores.mean()) / (spread or 1.0), dtype=np.float32)
