"""Learning from what people decide, without forgetting what was known before.

A classifier fitted to a handful of decisions is far worse than the engine it would replace. So
the engine's answer stays the starting point, and decisions only teach how far to move from it:
a multinomial regression with the engine's log probabilities as a fixed offset and a ridge penalty
that pulls every correction to nothing. What a correction may go by is the sentence's vector, its
words and the engine's own answer: "what it calls encounter is casework here" is learnt soon.
Whether to move at all, and how strongly the penalty pulls, the decisions say themselves: by how
well some of them foretell the others. An engine that is not clearly wrong is left alone.
Every decision counts: an accepted value as itself, a rejected one as "any of the others", in the
proportions in which the engine saw them and at half weight.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.classifier import Table, log_softmax, terms
from analysis.model import Aspect, Decision
from analysis.vectors import Matrix
from language.arithmetic import on_one_core
from language.model import Token

FEWEST = 5  # decisions below which the engine stands alone
REJECTED_WEIGHT = 0.5
RIDGES = (3.0, 10.0, 30.0, 100.0, 300.0, np.inf)
GENTLE = 100  # decisions below which every ridge pulls harder, in inverse proportion
CLEARLY = 2.0  # standard errors by which corrections must foretell better than none
FOLDS = 5
ENOUGH = 400  # decisions from which one fold shows the best ridge well enough
VECTOR_SCALE = 4.0
ANSWER_SCALE = 8.0
WORD_SCALE = 2.0
MANY = 200  # decisions from which a word must occur twice
STEPS = 40  # of the solver; more change nothing that is seen

Row = NDArray[np.float64]
Tokens = Sequence[Sequence[Token]]


@dataclass(frozen=True)
class Learnt:
    """What `n` decisions taught; without corrections the engine's own answer stands.

    `corrections` has shape (dimensions + classes + 1 + words, classes).
    """

    n: int
    words: TfidfVectorizer | None = None
    corrections: Table | None = None

    def apply(self, prior: Table, vectors: Matrix, tokens: Tokens) -> Table:
        """Shape of `prior` (n, classes): log probabilities after learning.

        `vectors` are without their common ground, of length one.
        """
        if self.corrections is None or not len(prior):
            return prior
        dense, counted = _features(prior, vectors, tokens, self.words)
        return log_softmax(prior + _move(dense, counted, self.corrections))


def learn(targets: Table, prior: Table, vectors: Matrix, tokens: Tokens) -> Learnt:
    """Fit to decided statements; `targets` (n, classes) holds how sure each class is.

    Rows of `targets` sum to one (accepted) or to less (rejected: a weaker lesson). Below five
    decisions nothing is learnt. 2,000 rows: under 1 s.
    """
    if len(targets) < FEWEST:
        return Learnt(len(targets))
    words = _word_index(tokens)
    dense, counted = _features(prior, vectors, tokens, words)
    with on_one_core():
        ridge = _best_ridge(dense, counted, prior, targets)
        if np.isinf(ridge):
            return Learnt(len(targets))
        return Learnt(len(targets), words, _fit(dense, counted, prior, targets, ridge))


def _word_index(tokens: Tokens) -> TfidfVectorizer | None:
    """The words to learn from: in many texts only those that occur twice; None: no words."""
    if not any(terms(row) for row in tokens):
        return None
    fewest = 2 if len(tokens) >= MANY else 1
    return TfidfVectorizer(analyzer=terms, sublinear_tf=True, min_df=fewest).fit(tokens)


def _features(
    prior: Table, vectors: Matrix, tokens: Tokens, words: TfidfVectorizer | None
) -> tuple[Matrix, csr_matrix]:
    """Dense columns (n, dimensions + classes + 1) and counted words (n, words)."""
    one = np.ones((len(vectors), 1))
    answer = np.exp(log_softmax(prior))
    dense = np.hstack([VECTOR_SCALE * vectors, ANSWER_SCALE * answer, one]).astype(np.float32)
    if words is None:
        return dense, csr_matrix((len(vectors), 0), dtype=np.float32)
    return dense, (WORD_SCALE * words.transform(tokens)).astype(np.float32)


def _move(dense: Matrix, counted: csr_matrix, corrections: Table) -> Table:
    """How far each row moves from the engine's answer."""
    split = dense.shape[1]
    narrow = corrections.astype(np.float32)
    return np.asarray(dense @ narrow[:split] + counted @ narrow[split:], dtype=np.float64)


def _best_ridge(dense: Matrix, counted: csr_matrix, prior: Table, targets: Table) -> float:
    """The ridge with which a fifth of the decisions is foretold best by the others.

    Infinite where they are not foretold clearly better (two standard errors) than by the engine
    alone: where the decisions teach nothing that it does not know.
    """
    ridges = [ridge * max(1.0, GENTLE / len(targets)) for ridge in RIDGES]
    folds = np.arange(len(targets)) % FOLDS
    asked = folds < (FOLDS if len(targets) < ENOUGH else 1)
    costs = np.zeros((len(ridges), len(targets)))
    for fold in np.unique(folds[asked]):
        known, left = folds != fold, folds == fold
        for place, ridge in enumerate(ridges):
            log_p = log_softmax(prior[left])
            if np.isfinite(ridge):
                found = _fit(dense[known], counted[known], prior[known], targets[known], ridge)
                log_p = log_softmax(prior[left] + _move(dense[left], counted[left], found))
            costs[place, left] = -(targets[left] * log_p).sum(axis=1)
    best = int(costs.sum(axis=1).argmin())
    won = costs[-1, asked] - costs[best, asked]  # the last ridge is the infinite one
    is_clear = won.mean() > CLEARLY * won.std() / np.sqrt(len(won))
    return ridges[best] if is_clear else np.inf


def _fit(dense: Matrix, counted: csr_matrix, prior: Table, targets: Table, ridge: float) -> Table:
    """The corrections that make softmax(prior + move) fit the targets, ridge-penalised."""
    shape = (dense.shape[1] + counted.shape[1], targets.shape[1])
    weight = targets.sum(axis=1, keepdims=True)
    turned = counted.T.tocsr()

    def loss(flat: Row) -> tuple[float, Row]:
        corrections = flat.reshape(shape)
        log_p = log_softmax(prior + _move(dense, counted, corrections))
        off = (np.exp(log_p) * weight - targets).astype(np.float32)
        slope = np.vstack([dense.T @ off, turned @ off]) + ridge * corrections
        cost = -float((targets * log_p).sum()) + 0.5 * ridge * float((corrections**2).sum())
        return cost, slope.ravel()

    start = np.zeros(shape[0] * shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x.reshape(shape))


def targets(
    decisions: Sequence[Decision],
    aspect: Aspect,
    columns: Sequence[str],
    prior: Mapping[str, Row],
) -> dict[str, Row]:
    """For each decided statement in `prior`, how sure each column is: shape (columns,).

    `decisions` are oldest first and the newest counts; a rejection after an acceptance takes it
    back. `prior` maps statement ids to the engine's probabilities. Values that are not among
    `columns` (a theme that was deleted) teach nothing.
    """
    place = {value: i for i, value in enumerate(columns)}
    found: dict[str, Row] = {}
    for decision in decisions:
        known = decision.aspect is aspect and decision.value in place
        if not known or decision.statement_id not in prior:
            continue
        column, id_ = place[decision.value], decision.statement_id
        if decision.accepted:
            found[id_] = np.eye(len(columns))[column]
        else:
            found[id_] = _without(column, found.get(id_), prior[id_])
    return found


def _without(column: int, before: Row | None, prior: Row) -> Row:
    earlier = before is not None and before.sum() < 1.0 - 1e-9
    left = np.where(before > 0, prior, 0.0) if earlier and before is not None else prior.copy()
    left[column] = 0.0
    total = left.sum()
    return left / total * REJECTED_WEIGHT if total > 1e-9 else np.zeros_like(left)
