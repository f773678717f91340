"""How much a word looks like a Danish first name or surname, by its letters.

A linear model over hashed groups of letters, learnt from public name statistics; it holds
weights, not names, and also judges names that no list has.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, sqrt
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
    # Plain integers: a word has so few groups that numpy's own start costs more than the sum.
    chosen = [len(KINDS) * group for group in groups(low, len(weights) // len(KINDS))]
    shrunk = scale / sqrt(len(chosen))
    scores = [
        sum([weights[place + kind] for place in chosen]) * shrunk + prior[kind]
        for kind in range(len(KINDS))
    ]
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    whole = sum(odds)
    return int(odds[0] / whole * 4.999), int(odds[1] / whole * 4.999)


@cache
def _model() -> tuple[Sequence[int], float, Sequence[float]]:
    """The weights of every bucket, a value for each of KINDS in a row, their scale, and KINDS'
    own starts."""
    path = places.pipeline() / FILE
    if not path.exists():
        return (), 1.0, (0.0,) * len(KINDS)
    with np.load(path) as file:
        weights = np.ascontiguousarray(file["weights"], dtype=np.int16).reshape(-1)
        return memoryview(weights.data), float(file["scale"]), file["prior"].tolist()


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
