"""A small linear classifier over the words of a text and any dense features beside them."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from language.model import Token

Table = NDArray[np.float64]
FLOOR = -12.0  # log probability of a class that was never seen


def log_softmax(scores: Table) -> Table:
    """Rows shifted so that the exponentials of each sum to one."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))


def terms(tokens: Sequence[Token]) -> list[str]:
    """Lemmas and compound parts of the words that say something about a subject."""
    return [
        term
        for token in tokens
        if not token.is_stop and token.text[0].isalpha()
        for term in (token.lemma, *token.parts)
    ]


def phrases(tokens: Sequence[Token]) -> list[str]:
    """Every word as it is written, in small letters, and every two that follow each other; the
    first word once more as a beginning. These show what a sentence does, not its subject."""
    said = [token.text.lower() for token in tokens]
    pairs = [f"{one} {other}" for one, other in pairwise(said)]
    return [*said, *pairs, *(f"^ {word}" for word in said[:1])]


class TextClassifier:
    """Multinomial logistic regression on TF-IDF of what `read` finds in words, and dense columns.

    `classes` is how many classes there are; those without a row get a very low probability.
    `term_scale` is how much the words weigh beside the dense columns.
    Fitting 2,000 rows with 400 dense columns takes about a second.
    """

    def __init__(
        self,
        classes: int,
        strength: float = 1.0,
        *,
        balanced: bool = True,
        term_scale: float = 1.0,
        read: Callable[[Sequence[Token]], list[str]] = terms,
    ) -> None:
        self.classes = classes
        self._term_scale = term_scale
        self._words = TfidfVectorizer(analyzer=read, sublinear_tf=True, min_df=2)
        self._model = LogisticRegression(
            C=strength, max_iter=400, class_weight="balanced" if balanced else None, tol=1e-3
        )

    def fit(
        self,
        tokens: Sequence[Sequence[Token]],
        dense: Table,
        labels: Sequence[int],
        weights: Sequence[float] | None = None,
    ) -> "TextClassifier":
        """Learn from rows with a label each; at least two different labels are needed."""
        try:
            counted = self._words.fit_transform(tokens)
        except ValueError:  # no word occurs twice: the dense columns must do
            counted = None
            self._words = None
        self._model.fit(self._joined(counted, dense), labels, sample_weight=weights)
        return self

    def log_proba(self, tokens: Sequence[Sequence[Token]], dense: Table) -> Table:
        """Shape (n, classes): the log probability of every class for every row."""
        result = np.full((len(tokens), self.classes), FLOOR)
        if len(tokens):
            result[:, self._model.classes_] = np.maximum(self._scored(tokens, dense), FLOOR)
        return result

    def _scored(self, tokens: Sequence[Sequence[Token]], dense: Table) -> Table:
        """What the model's own `predict_log_proba` gives, without making the dense part sparse."""
        weights, width = self._model.coef_, dense.shape[1]
        scores = dense @ weights[:, :width].T + self._model.intercept_
        if self._words is not None:
            counted = self._words.transform(tokens)
            scores += self._term_scale * (counted @ weights[:, width:].T)
        if scores.shape[1] == 1:  # of two classes the model keeps the second one's odds
            scores = np.hstack([np.zeros_like(scores), scores])
        return log_softmax(scores)

    def _joined(self, counted: csr_matrix | None, dense: Table) -> csr_matrix:
        columns = [csr_matrix(dense)]
        if counted is not None:
            columns.append(self._term_scale * counted)
        return hstack(columns).tocsr().astype(np.float32)  # half to carry, the same answers
