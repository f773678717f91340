"""The engine's theme of a text, for measuring links without anybody's labels."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from analysis.background import Floats
from analysis.themes import ThemeModel, build_model
from guides.loader import load_themes
from interviews.model import Theme
from language.reader import read_words
from language.vectors import default_embedder


@cache
def _model() -> ThemeModel:
    themes = [
        Theme(t.key, "", t.key, t.name.da, t.description, t.examples, t.seed_words)
        for t in load_themes()
    ]
    return build_model(themes, default_embedder())


def chances(texts: Sequence[str], vectors: Floats) -> list[dict[str, float]]:
    """The probability of each of the five shared themes for each text; "none" is left out."""
    model = _model()
    logs = model.log_posterior(vectors, [read_words(text) for text in texts])
    return [dict(zip(model.keys, map(float, row), strict=False)) for row in np.exp(logs)[:, :-1]]
