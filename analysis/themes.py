"""Which theme a statement belongs to: words that point at themes, and the sentence as a whole.

Three readings are joined. (1) For any theme, from its name, description, examples and seed words
alone: likeness of the sentence's vector to the theme's, plus the logarithm of its lexicon score.
(2) For themes with practice sentences, a classifier over the same scores, the vector and the
words; for others what the shared themes teach about them (`field`). (3) What people have decided:
see `learning`.
"None of these" is the last column everywhere.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analysis import lexicon, practice
from analysis.classifier import Table, TextClassifier, log_softmax
from analysis.field import Field, build_field
from analysis.ground import ground
from analysis.vectors import Matrix, known_vectors
from interviews.model import Theme
from interviews.setup import shared_themes
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

NONE_LEVEL = 1.2  # the score that a theme must beat, in standard deviations of likeness
WORD_WEIGHT = 2.0
ENOUGH = 10  # practice sentences a theme needs to be learnt from them
VECTOR_SCALE = 3.0
LIKENESS_SCALE = 0.5
TERM_SCALE = 3.5
STRENGTH = 0.2
PRACTICE_SHARE = 0.8

Tokens = Sequence[Sequence[Token]]


@dataclass(frozen=True)
class ThemeModel:
    """What is known about a consultation's themes before anybody has decided anything."""

    keys: tuple[str, ...]
    prototypes: Matrix
    mean: Table
    spread: Table
    words: lexicon.Lexicon
    embedder: Embedder
    practised: TextClassifier | None = None
    field: Field | None = None

    def log_posterior(self, vectors: Matrix, tokens: Tokens) -> Table:
        """Shape (n, themes + 1): log probabilities, "none of these" last."""
        plain = self._plain(vectors, tokens)
        result = log_softmax(plain)
        if self.practised is not None:
            learnt = self.practised.log_proba(tokens, self._dense(vectors, tokens))
            result = PRACTICE_SHARE * learnt + (1 - PRACTICE_SHARE) * result
        return log_softmax(result)

    def _plain(self, vectors: Matrix, tokens: Tokens) -> Table:
        scores = self._likeness(vectors) + WORD_WEIGHT * self._word_scores(tokens)
        if self.field is not None:
            scores[:, :-1] += self.field.scores(vectors, tokens)
        return scores

    def _likeness(self, vectors: Matrix) -> Table:
        centred = ground(self.embedder).remove(vectors)
        scaled = (centred @ self.prototypes.T - self.mean) / self.spread
        return np.hstack([scaled, np.full((len(vectors), 1), NONE_LEVEL)])

    def _word_scores(self, tokens: Tokens) -> Table:
        scores = np.array([self.words.score(row) for row in tokens])
        scores = np.log1p(scores.reshape(len(tokens), -1))
        missing = len(self.keys) + 1 - scores.shape[1]
        return np.hstack([scores, np.zeros((len(tokens), missing))])

    def _dense(self, vectors: Matrix, tokens: Tokens) -> Table:
        return np.hstack(
            [
                VECTOR_SCALE * ground(self.embedder).remove(vectors),
                LIKENESS_SCALE * self._likeness(vectors)[:, :-1],
                WORD_WEIGHT * self._word_scores(tokens),
            ]
        )


def build_model(themes: Sequence[Theme], embedder: Embedder) -> ThemeModel:
    """The model of these themes, without decisions. Takes about a second."""
    keys = tuple(theme.key for theme in themes)
    counts = Counter(sentence.theme_key for sentence in practice.sentences())
    practised = bool(keys) and all(counts[key] >= ENOUGH for key in keys)
    prototypes = _prototypes(themes, embedder)
    centred = ground(embedder).remove(practice.vectors(embedder))
    likeness = centred @ prototypes.T
    model = ThemeModel(
        keys,
        prototypes,
        likeness.mean(axis=0),
        np.maximum(likeness.std(axis=0), 1e-6),
        lexicon.build(themes, with_other=practised),
        embedder,
    )
    return _with_practice(model) if practised else _with_field(model, themes)


_shared: dict[str, ThemeModel] = {}


def _with_field(model: ThemeModel, themes: Sequence[Theme]) -> ThemeModel:
    embedder, shared = model.embedder, shared_themes()
    if not themes or set(model.keys) <= {theme.key for theme in shared}:
        return model
    if embedder.name not in _shared:
        _shared[embedder.name] = build_model(shared, embedder)
    return replace(model, field=build_field(themes, _shared[embedder.name], embedder))


def _with_practice(model: ThemeModel) -> ThemeModel:
    sentences = practice.sentences()
    tokens = [read_words(s.text) for s in sentences]
    vectors = practice.vectors(model.embedder)
    column = {key: i for i, key in enumerate(model.keys)}
    labels = [column.get(s.theme_key, len(model.keys)) for s in sentences]
    dense = model._dense(vectors, tokens)
    classifier = TextClassifier(len(model.keys) + 1, STRENGTH, term_scale=TERM_SCALE)
    classifier.fit(tokens, dense, labels)
    return replace(model, practised=classifier)


def _prototypes(themes: Sequence[Theme], embedder: Embedder) -> Matrix:
    common = ground(embedder)
    rows = [np.zeros((0, practice.vectors(embedder).shape[1]), dtype=np.float32)]
    for theme in themes:
        texts = [f"{theme.name}: {theme.description}".strip(": "), *theme.examples]
        made = common.remove(known_vectors(embedder, texts))
        joined = made[0] + made[1:].mean(axis=0) if len(made) > 1 else made[0]
        if theme.seed_words:
            joined = (
                joined + common.remove(known_vectors(embedder, [", ".join(theme.seed_words)]))[0]
            )
        rows.append((joined / max(float(np.linalg.norm(joined)), 1e-9))[None, :])
    return np.vstack(rows)
