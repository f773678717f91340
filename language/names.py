"""How much a word looks like a Danish first name or surname, by its letters.

A linear model over hashed groups of letters, learnt from public name statistics; it holds
weights, not names, and also judges names that no list has.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from language import places

BUCKETS = 1 << 17
KINDS = ("first", "last", "word", "other")
FILE = "names.npz"
WHOLE = 4  # times that the word as a whole counts beside its groups: "jens" ends as words do


def groups(low: str, buckets: int = BUCKETS) -> Iterator[int]:
    """The buckets of the groups of two to five letters of a word, and of the word itself."""
    marked = f"^{low}$"
    yield from [crc32(marked.encode()) % buckets] * WHOLE
    for size in range(2, 6):
        for start in range(len(marked) - size + 1):
            yield crc32(marked[start : start + size].encode()) % buckets


def likeness(low: str) -> tuple[int, int]:
    """How likely the word is a first name and a surname, each in steps from 0 (no) to 4 (yes)."""
    weights, scale, prior = _model()
    if not len(weights) or not low:
        return 0, 0
    chosen = np.fromiter(groups(low, len(weights)), dtype=np.int64)
    scores = weights[chosen].astype(np.float32).sum(axis=0) * scale / np.sqrt(len(chosen)) + prior
    odds = np.exp(scores - scores.max())
    share = odds / odds.sum()
    return int(share[0] * 4.999), int(share[1] * 4.999)


@cache
def _model() -> tuple[NDArray[np.int16], float, NDArray[np.float64]]:
    path = places.pipeline() / FILE
    if not path.exists():
        return np.zeros((0, len(KINDS)), dtype=np.int16), 1.0, np.zeros(len(KINDS))
    with np.load(path) as file:
        return file["weights"], float(file["scale"]), file["prior"]


def learn(lists: Sequence[Sequence[str]], path: Path, seed: int) -> None:
    """Fit the model on lower-case lists, one for each of KINDS, and write it to `path`.

    Each list has the most frequent first; those count up to eight times as much as rare ones.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    texts = [word for words_ in lists for word in words_]
    kinds = np.repeat(np.arange(len(KINDS)), [len(words_) for words_ in lists])
    weight = np.concatenate([_by_rank(len(words_)) for words_ in lists])
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        chosen = list(groups(text))
        rows += [row] * len(chosen)
        columns += chosen
        values += [1 / np.sqrt(len(chosen))] * len(chosen)
    table = csr_matrix((values, (rows, columns)), shape=(len(texts), BUCKETS), dtype=np.float32)
    model = LogisticRegression(C=50.0, max_iter=45, tol=1e-3, random_state=seed)
    model.fit(table, kinds, sample_weight=weight)
    weights = model.coef_.T
    scale = float(np.abs(weights).max() / np.iinfo(np.int16).max)
    small = np.round(weights / scale).astype(np.int16)
    np.savez_compressed(path, weights=small, scale=scale, prior=model.intercept_)


def _by_rank(count: int) -> NDArray[np.float64]:
    return 1 + 7 * np.exp(-np.arange(count) / 1500)
