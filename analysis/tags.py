"""Which tags of the codebook fit a statement: up to three, with the words that point at them.

A tag is known by its name, definition, inclusion rule and examples. Its score joins likeness of
vectors, shared words (lemmas, compound parts and letter groups, rare ones counting more) and
whether the tag's theme is the statement's. The question that a statement answers is read in the
same way: short answers lean on it. Only the codebook's leaves are suggested.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis import practice
from analysis.classifier import Table, log_softmax, terms
from analysis.ground import ground
from analysis.model import Tag
from analysis.vectors import Matrix, known_vectors
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

WORD_WEIGHT = 6.0
LETTER_WEIGHT = 6.0
THEME_WEIGHT = 1.2
QUESTION_WEIGHT = 0.8
LEAST_THEME = -3.0  # log probability below which a theme counts no further against a tag
SHARPNESS = 0.6

Tokens = Sequence[Sequence[Token]]


@dataclass(frozen=True)
class TagModel:
    """The leaves of a codebook and what they look like; T is how many there are."""

    tags: tuple[Tag, ...]
    theme_columns: tuple[int, ...]
    prototypes: Matrix
    mean: Table
    spread: Table
    words: TfidfVectorizer
    letters: TfidfVectorizer
    word_rows: csr_matrix
    letter_rows: csr_matrix
    embedder: Embedder

    def log_posterior(
        self, vectors: Matrix, tokens: Tokens, log_themes: Table, asked: Sequence[str]
    ) -> Table:
        """Shape (n, T): log probabilities.

        `log_themes` (n, themes + 1) is the themes' answer, `asked` the question each text
        answers ("" where nobody knows).
        """
        scores = self._scores(vectors, tokens) + THEME_WEIGHT * self._theme_scores(log_themes)
        return log_softmax(SHARPNESS * (scores + QUESTION_WEIGHT * self._questions(asked)))

    def _scores(self, vectors: Matrix, tokens: Tokens) -> Table:
        centred = ground(self.embedder).remove(vectors)
        scores = (centred @ self.prototypes.T - self.mean) / self.spread
        shared = self.words.transform(tokens) @ self.word_rows.T
        letters = self.letters.transform([_joined(row) for row in tokens]) @ self.letter_rows.T
        joined = scores + WORD_WEIGHT * shared.toarray() + LETTER_WEIGHT * letters.toarray()
        return np.asarray(joined, dtype=np.float64)

    def _questions(self, asked: Sequence[str]) -> Table:
        different = tuple(dict.fromkeys(question for question in asked if question))
        place = {question: i for i, question in enumerate(different)}
        scores = np.zeros((len(different) + 1, len(self.tags)))
        if different:
            vectors = known_vectors(self.embedder, different)
            scores[:-1] = self._scores(vectors, [read_words(question) for question in different])
        return scores[[place.get(question, len(different)) for question in asked]]

    def _theme_scores(self, log_themes: Table) -> Table:
        padded = np.hstack([log_themes, np.full((len(log_themes), 1), LEAST_THEME / 2)])
        return np.asarray(np.maximum(padded, LEAST_THEME)[:, list(self.theme_columns)])


def leaves(codebook: Sequence[Tag]) -> tuple[Tag, ...]:
    """The tags that no other tag stands under, in the order of the codebook."""
    parents = {tag.parent_key for tag in codebook}
    return tuple(tag for tag in codebook if tag.key not in parents)


def describe(tag: Tag, codebook: Mapping[str, Tag]) -> str:
    """The tag in words: its name, its parent's, its definition, what to include, examples."""
    above = codebook.get(tag.parent_key or "")
    parent = above.name if above else ""
    return ". ".join(part for part in (tag.name, parent, tag.definition, tag.include) if part)


def build_model(
    codebook: Sequence[Tag],
    theme_keys: Sequence[str],
    embedder: Embedder,
) -> TagModel | None:
    """The model of a codebook before any decision; None where there are no tags."""
    chosen = leaves(codebook)
    if not chosen:
        return None
    named = {tag.key: tag for tag in codebook}
    documents = [
        read_words(" ".join([tag.name, describe(tag, named), *tag.examples])) for tag in chosen
    ]
    practised = [read_words(sentence.text) for sentence in practice.sentences()]
    words = TfidfVectorizer(analyzer=terms, sublinear_tf=True)
    words.fit([*practised, *documents])
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 5), sublinear_tf=True)
    letters.fit([_joined(row) for row in (*practised, *documents)])
    prototypes = _prototypes(chosen, named, embedder)
    usual = ground(embedder).remove(practice.vectors(embedder)) @ prototypes.T
    place = {key: i for i, key in enumerate(theme_keys)}
    return TagModel(
        chosen,
        tuple(place.get(tag.theme_key or "", len(theme_keys) + 1) for tag in chosen),
        prototypes,
        usual.mean(axis=0),
        np.maximum(usual.std(axis=0), 1e-6),
        words,
        letters,
        words.transform(documents),
        letters.transform([_joined(row) for row in documents]),
        embedder,
    )


def _joined(tokens: Sequence[Token]) -> str:
    return " ".join(token.text.lower() for token in tokens if not token.is_stop)


def _prototypes(tags: Sequence[Tag], named: Mapping[str, Tag], embedder: Embedder) -> Matrix:
    texts = [[describe(tag, named), *tag.examples] for tag in tags]
    flat = known_vectors(embedder, [text for own in texts for text in own])
    made = ground(embedder).remove(flat)
    rows, first = [], 0
    for own in texts:
        part = made[first : first + len(own)]
        first += len(own)
        row = part[0] + part[1:].mean(axis=0) if len(part) > 1 else part[0]
        rows.append(row / max(float(np.linalg.norm(row)), 1e-9))
    return np.asarray(rows, dtype=np.float32)
