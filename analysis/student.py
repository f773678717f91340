"""A quick reader that has learned to guess sentence vectors from words and letters.

The sentence model reads some tens of statements a second. Above 8,000 statements it reads a
sample, a student learns from that sample what vector a text would get (hashed words, lemmas,
compound parts and letter groups, ridge regression), and reads the rest a hundred times as fast.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

from analysis.background import Floats, unit
from language.reader import terms

TAUGHT_ABOVE = 8_000  # statements: up to here the sentence model reads every one
SAMPLE = 5_000
PIECE = 5_000
WORD_SLOTS = 2**15
LETTER_SLOTS = 2**15
RIDGE = 1.0

Embed = Callable[[Sequence[str]], Floats]


class Run(Protocol):
    """Like the built-in `map`: results in the order of the pieces, wherever they are read."""

    def __call__(self, work: Callable[[Any], Any], pieces: Iterable[Any], /) -> Iterable[Any]: ...


def features(texts: Sequence[str]) -> csr_matrix:
    """Counts of words (lemmas and parts) and letter groups in 65,536 hashed slots, one row a text.

    Pure: a row depends on its text only, so pieces can be read anywhere.
    """
    return csr_matrix(hstack([_WORDS.transform(texts), _LETTERS.transform(texts)]))


_WORDS = HashingVectorizer(
    analyzer=terms, n_features=WORD_SLOTS, alternate_sign=False, norm=None, dtype=np.float32
)
_LETTERS = HashingVectorizer(
    analyzer="char_wb",
    ngram_range=(4, 5),
    n_features=LETTER_SLOTS,
    alternate_sign=False,
    norm=None,
    dtype=np.float32,
)


class Student:
    """Guesses the vectors of texts after `fit` on texts whose vectors are known."""

    def __init__(self) -> None:
        self._rarity = TfidfTransformer(sublinear_tf=True)
        self._weights: Floats = np.zeros((0, 0), dtype=np.float32)
        self._mean: Floats = np.zeros(0, dtype=np.float32)

    def fit(self, texts: Sequence[str], vectors: Floats) -> "Student":
        """Learn from texts and their vectors, shape (n, d); some seconds for 5,000."""
        rows = self._rarity.fit_transform(features(texts)).astype(np.float32)
        self._mean = vectors.mean(axis=0)
        self._weights = rows.T @ _dual_ridge(rows, vectors - self._mean)
        return self

    def embed(self, texts: Sequence[str]) -> Floats:
        """Guessed vectors with rows of length one, shape (n, d)."""
        rows = self._rarity.transform(features(texts)).astype(np.float32)
        return unit(np.asarray(rows @ self._weights + self._mean, dtype=np.float32))


def _dual_ridge(rows: csr_matrix, targets: Floats) -> Floats:
    """Solve (rows rows' + ridge) x = targets: small, because there are few texts in a sample."""
    kernel = np.asarray((rows @ rows.T).toarray(), dtype=np.float64)
    kernel[np.diag_indices_from(kernel)] += RIDGE
    return np.asarray(np.linalg.solve(kernel, targets), dtype=np.float32)


def embed_many(
    texts: Sequence[str],
    embed: Embed,
    sample: int = SAMPLE,
    above: int = TAUGHT_ABOVE,
    run: Run = map,
) -> Floats:
    """Vectors for any number of texts, shape (n, d): by `embed`, or by a student above 8,000.

    The sample is drawn with a fixed seed, so the same texts give the same vectors; the texts of
    the sample keep the vectors of `embed` itself. `run` works like `map` and may be another
    machine's.
    """
    if len(texts) <= above:
        return embed(texts)
    chosen = np.sort(np.random.default_rng(7).choice(len(texts), sample, replace=False))
    taught = [texts[i] for i in chosen]
    vectors = embed(taught)
    student = Student().fit(taught, vectors)
    pieces = (texts[start : start + PIECE] for start in range(0, len(texts), PIECE))
    result = np.empty((len(texts), vectors.shape[1]), dtype=np.float32)
    for number, found in enumerate(run(student.embed, pieces)):
        result[number * PIECE : (number + 1) * PIECE] = found
    result[chosen] = vectors
    return result
