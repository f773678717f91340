"""What the sentence model itself was taught to say: theme, kind, and whether a thing is asked for.

`tune` taught the upper layers of the sentence model on the practice sentences. Its answers lie in a
few directions of the vector that hardly varied before (`axes`); a linear layer reads them off. They
are shipped with the layers (`shipped/heads.npz`) and belong to that model only.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from analysis.classifier import Table, log_softmax, no_or_yes
from analysis.vectors import Matrix
from language.vectors import Embedder

FILE = Path(__file__).parent / "shipped" / "heads.npz"
KINDS = 4  # columns of the kinds, in the order of `interviews.model.Kind`


@dataclass(frozen=True)
class Heads:
    """The answers of one sentence model; `themes` are the first columns, the last is "other"."""

    model: str
    themes: tuple[str, ...]
    axes: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def log_themes(self, vectors: Matrix, keys: tuple[str, ...]) -> Table:
        """Shape (n, keys + 1): log probabilities of these themes, "none of these" last.

        What the model says for a theme that is not among `keys` counts as none of these.
        """
        shown = log_softmax(self._scores(vectors)[:, : len(self.themes)])
        columns = [self.themes.index(key) for key in keys]
        left = [i for i in range(len(self.themes)) if i not in columns]
        none = np.logaddexp.reduce(shown[:, left], axis=1, keepdims=True)
        return np.hstack([shown[:, columns], none])

    def log_kinds(self, vectors: Matrix) -> Table:
        """Shape (n, 4): log probabilities of the kinds."""
        first = len(self.themes)
        return log_softmax(self._scores(vectors)[:, first : first + KINDS])

    def log_asking(self, vectors: Matrix) -> Table:
        """Shape (n, 2): log probabilities of asking for nothing and of asking for something."""
        return no_or_yes(self._scores(vectors)[:, -1])

    def _scores(self, vectors: Matrix) -> Table:
        along = vectors @ self.axes
        rest = np.sqrt(np.maximum(1 - (along**2).sum(axis=1, keepdims=True), 1e-6))
        return np.asarray(along / rest @ self.weights + self.bias, dtype=np.float64)


@cache
def _shipped() -> Heads | None:
    if not FILE.exists():
        return None
    with np.load(FILE) as file:
        return Heads(
            str(file["model"]),
            tuple(str(theme) for theme in file["themes"]),
            *(file[name].astype(np.float32) for name in ("axes", "weights", "bias")),
        )


def joined(fitted: Table, taught: Table) -> Table:
    """What was fitted and what the model was taught to say, with half the weight each."""
    return log_softmax((fitted + taught) / 2)


def heads(embedder: Embedder) -> Heads | None:
    """The heads of this embedder; None where it is not the model they were taught with."""
    shipped = _shipped()
    return shipped if shipped is not None and shipped.model == embedder.name else None
