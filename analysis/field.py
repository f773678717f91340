"""What the five shared themes teach about themes that people made themselves.

A theme of a municipality's own comes with a description and a handful of words. But the shared
themes are known from thousands of words and sentences of the field. So both the theme's texts and
a statement are read by the shared model, and a theme is likelier the more often its texts fall
where the statement falls: "foged" is in nobody's seed words, yet it is as much about housing as
the texts of a theme called "Bolig".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from analysis.classifier import Table
from analysis.vectors import Matrix, known_vectors
from interviews.model import Theme
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

EVEN = 0.1  # share of each profile spread evenly: no theme is ruled out by the field
DESCRIBED, SHOWN, SEEDED = 0.4, 0.3, 0.3  # weights of description, examples and seed words

Tokens = Sequence[Sequence[Token]]


class SharedModel(Protocol):
    """The model of the shared themes."""

    def log_posterior(self, vectors: Matrix, tokens: Tokens) -> Table: ...


@dataclass(frozen=True)
class Field:
    """The shared model, and where in it each own theme lies: `profiles` (themes, shared + 1)."""

    shared: SharedModel
    profiles: Table

    def scores(self, vectors: Matrix, tokens: Tokens) -> Table:
        """Shape (n, themes): log of how much likelier than on average each theme becomes."""
        seen = np.exp(self.shared.log_posterior(vectors, tokens))
        return np.asarray(np.log(seen / self.profiles.mean(axis=0) @ self.profiles.T))


def build_field(themes: Sequence[Theme], shared: SharedModel, embedder: Embedder) -> Field:
    """Where these themes lie among the shared ones, by their own texts; at least one theme."""
    rows = [_profile(theme, shared, embedder) for theme in themes]
    return Field(shared, np.stack(rows))


def _profile(theme: Theme, shared: SharedModel, embedder: Embedder) -> Table:
    described = (f"{theme.name}: {theme.description}".strip(": "),)
    parts = ((DESCRIBED, described), (SHOWN, theme.examples), (SEEDED, theme.seed_words))
    given = [(weight, texts) for weight, texts in parts if any(texts)]
    total = sum(weight for weight, _ in given)
    found = sum(weight / total * _mean(texts, shared, embedder) for weight, texts in given)
    return np.asarray((1 - EVEN) * found + EVEN / len(np.atleast_1d(found)))


def _mean(texts: Sequence[str], shared: SharedModel, embedder: Embedder) -> Table:
    log_p = shared.log_posterior(
        known_vectors(embedder, texts), [read_words(text) for text in texts]
    )
    return np.asarray(np.exp(log_p).mean(axis=0))
