"""Small vectors for the frequent words, taken from the sentence model: training material."""

from pathlib import Path

import numpy as np

from language import lists
from language.lexicon import lexicon
from language.vectors import Embedder

DIMENSIONS = 64
CUT = 4.5  # standard deviations; beyond that lies noise that would cost the eight bits their use


def learn(embedder: Embedder, path: Path) -> None:
    """Embed the 29,000 frequent words, keep 64 half-whitened components, write them in eight bits.

    Rows are in the order of the sorted list. Takes three to six minutes, nearly all of it in the
    embedder. Names are embedded with a capital, which the model needs to know them.
    """
    table = lexicon()
    words = sorted(lists.frequencies())
    texts = [word if word in table and not table.is_name(word) else word.title() for word in words]
    vectors = embedder.embed(texts)
    vectors = vectors - vectors.mean(axis=0)
    _, spread, axes = np.linalg.svd(vectors, full_matrices=False)
    rows = vectors @ axes[:DIMENSIONS].T / np.sqrt(spread[:DIMENSIONS])
    rows = np.clip(rows / rows.std(), -CUT, CUT)
    scale = CUT / 127
    np.savez_compressed(path, rows=np.round(rows / scale).astype(np.int8), scale=np.float32(scale))
