"""BM25 over lists of terms (Robertson & Zaragoza 2009, with k1 = 1.2 and b = 0.75)."""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from analysis.background import Floats

K1 = 1.2
B = 0.75


def bm25(queries: Sequence[Sequence[str]], documents: Sequence[Sequence[str]]) -> Floats:
    """How well each query fits each document, shape (queries, documents), 0 where nothing meets."""
    counts = [Counter(document) for document in documents]
    mean = sum(map(len, documents)) / max(1, len(documents)) or 1.0
    holders: dict[str, list[tuple[int, float]]] = {}
    for place, count in enumerate(counts):
        slowing = K1 * (1 - B + B * len(documents[place]) / mean)
        for term, times in count.items():
            holders.setdefault(term, []).append((place, times * (K1 + 1) / (times + slowing)))
    scores = np.zeros((len(queries), len(documents)), dtype=np.float32)
    for row, query in enumerate(queries):
        for term in dict.fromkeys(query):
            held = holders.get(term, ())
            rarity = log(1 + (len(documents) - len(held) + 0.5) / (len(held) + 0.5))
            for place, weight in held:
                scores[row, place] += rarity * weight
    return scores
