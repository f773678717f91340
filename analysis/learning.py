"""Learning from what people decide, without forgetting what was known before.

A classifier fitted to a handful of decisions is far worse than the engine it would replace, so
the two are blended: weight 50 / (50 + n) for the engine after n decisions (log-linear). Every
decision counts: an accepted value as itself, a rejected one as "any of the others", in the
proportions in which the engine saw them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.classifier import Table, TextClassifier, log_softmax
from analysis.model import Aspect, Decision
from analysis.vectors import Matrix
from language.model import Token

HALF = 50  # decisions after which engine and decisions weigh the same
FEWEST = 8  # decisions below which the engine stands alone
REJECTED_WEIGHT = 0.5
SMALLEST = 0.02  # shares of a rejected statement's other classes below this are left out
VECTOR_SCALE = 3.0
PRIOR_SCALE = 0.5

Row = NDArray[np.float64]
Tokens = Sequence[Sequence[Token]]


@dataclass(frozen=True)
class Learnt:
    """What `n` decisions taught; without a classifier the engine's own answer stands."""

    n: int
    classifier: TextClassifier | None = None

    def apply(self, prior: Table, vectors: Matrix, tokens: Tokens) -> Table:
        """Shape of `prior` (n, classes): log probabilities after learning.

        `vectors` are without their common ground, of length one.
        """
        if self.classifier is None or not len(prior):
            return prior
        share = HALF / (HALF + self.n)
        learnt = self.classifier.log_proba(tokens, features(prior, vectors))
        return log_softmax(share * prior + (1 - share) * learnt)


def features(prior: Table, vectors: Matrix) -> Table:
    """Shape (n, dimensions + classes): the dense columns that decisions are learnt from."""
    return np.hstack([VECTOR_SCALE * vectors, PRIOR_SCALE * np.maximum(prior, -8.0)])


def learn(targets: Table, prior: Table, vectors: Matrix, tokens: Tokens) -> Learnt:
    """Fit to decided statements; `targets` (n, classes) holds how sure each class is.

    Rows of `targets` sum to one (accepted) or to less (rejected: a weaker lesson). Below eight
    decisions, or with only one class among them, nothing is learnt. 2,000 rows: under 2 s.
    """
    found = np.argwhere(targets > SMALLEST)
    rows, labels = found[:, 0].tolist(), found[:, 1].tolist()
    if len(targets) < FEWEST or len(set(labels)) < 2:
        return Learnt(len(targets))
    dense = features(prior, vectors)
    classifier = TextClassifier(targets.shape[1], balanced=False)
    classifier.fit([tokens[i] for i in rows], dense[rows], labels, targets[rows, labels].tolist())
    return Learnt(len(targets), classifier)


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
