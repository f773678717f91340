"""The space in which statements are compared: vectors, words and matters of the field together."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.background import Floats, centre, project, unit
from analysis.matters import matter_table
from language.reader import terms

WORD_WEIGHT = 0.75
MATTER_WEIGHT = 0.3  # more helps texts of the field and hurts all others
OWN_DIRECTIONS = 50
OWN_WEIGHT = 0.6
OWN_FROM = 60  # vectors: with so many, their own directions have half their weight
WORD_DIRECTIONS = 100
MOST_TERMS = 20_000


def place(texts: Sequence[str], vectors: Floats, across: bool = False) -> Floats:
    """One row of length one per text, shape (n, up to 280); near rows say similar things.

    What the vectors say (`meaning_view`), with weight 0.75 the texts' lemmas and compound parts
    (TF-IDF, reduced by SVD), and with weight 0.3 the matters of the field they name. A text
    without a word (only numbers, say) is a row of zeros. `across`: the texts come from all themes.
    """
    matrix = term_matrix(texts)
    readable = np.asarray(matrix.getnnz(axis=1) > 0, dtype=np.float32)
    rows = unit(np.hstack([meaning_view(vectors, across), WORD_WEIGHT * word_view(matrix)]))
    named = MATTER_WEIGHT * unit(matter_table(texts))
    return unit(np.hstack([rows, named]) * readable[:, None])


def meaning_view(vectors: Floats, across: bool = False) -> Floats:
    """The vectors along the shipped directions and, as far as there are enough, their own.

    Own directions are the 50 that vary most here, half whitened (divided by the square root of
    their spread); their weight grows from 0 to 0.6 with the number of vectors. Rows of length
    one, shape (n, up to 110).
    """
    shipped = project(vectors, across)
    centred = centre(vectors, across)
    strength, directions = np.linalg.eigh(centred.T @ centred)
    largest = np.argsort(-strength)[:OWN_DIRECTIONS]
    scale = np.maximum(strength[largest] / max(float(strength[largest[0]]), 1e-9), 1e-6) ** -0.25
    own = unit((centred @ (directions[:, largest] * scale)).astype(np.float32))
    weight = OWN_WEIGHT * len(vectors) / (len(vectors) + OWN_FROM)
    return unit(np.hstack([shipped, weight * own]))


def word_view(matrix: csr_matrix) -> Floats:
    """A term matrix in fewer dimensions: rows of length one, shape (n, up to 100).

    A text without a word is a row of zeros; no words at all gives shape (n, 0).
    """
    size = min(WORD_DIRECTIONS, min(matrix.shape) - 1)
    if size < 1:
        return np.zeros((matrix.shape[0], 0), dtype=np.float32)
    reduced = TruncatedSVD(size, random_state=0).fit_transform(matrix)
    return unit(np.asarray(reduced, dtype=np.float32))


def term_matrix(texts: Sequence[str]) -> csr_matrix:
    """TF-IDF over lemmas and compound parts without stop words, rows of length one (or zero)."""
    counter = TfidfVectorizer(
        analyzer=terms, sublinear_tf=True, max_features=MOST_TERMS, dtype=np.float32
    )
    try:
        return csr_matrix(counter.fit_transform(texts))
    except ValueError:  # not one word in all the texts
        return csr_matrix((len(texts), 0), dtype=np.float32)
