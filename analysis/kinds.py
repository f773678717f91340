"""What a statement does: experience, challenge, wish or praise; and whether it asks for something.

Two linear classifiers over cues, words and the sentence's vector, fitted to the practice
sentences. Cues carry most of it: vectors of a topic say little about what is done with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis import cues, practice
from analysis.classifier import Table, TextClassifier
from analysis.ground import ground
from analysis.vectors import Matrix
from interviews.model import Kind
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

KINDS: tuple[Kind, ...] = tuple(Kind)
VECTOR_SCALE = 1.5
STRENGTH = 1.0
READ = 1500  # characters looked at for cues


@dataclass(frozen=True)
class KindModel:
    """Both classifiers; `kinds` has a class for each of `KINDS`, `proposals` 0 and 1."""

    kinds: TextClassifier
    proposals: TextClassifier
    embedder: Embedder

    def log_both(
        self, texts: Sequence[str], vectors: Matrix, tokens: Sequence[Sequence[Token]]
    ) -> tuple[Table, Table]:
        """Log probabilities: of each kind in the order of `KINDS`, shape (n, 4); of asking for
        nothing and of asking for something, shape (n, 2)."""
        shown = features(texts, vectors, self.embedder)
        return self.kinds.log_proba(tokens, shown), self.proposals.log_proba(tokens, shown)


def features(texts: Sequence[str], vectors: Matrix, embedder: Embedder) -> Table:
    """Shape (n, cues + dimensions)."""
    shown = np.array([cues.found(text[:READ]) for text in texts]).reshape(
        len(texts), len(cues.CUES)
    )
    return np.hstack([shown, VECTOR_SCALE * ground(embedder).remove(vectors)])


def build_model(embedder: Embedder) -> KindModel:
    """The model fitted to the practice sentences. Takes about a second."""
    sentences = practice.sentences()
    texts = [s.text for s in sentences]
    tokens = [read_words(text) for text in texts]
    dense = features(texts, practice.vectors(embedder), embedder)
    kinds = TextClassifier(len(KINDS), STRENGTH)
    kinds.fit(tokens, dense, [KINDS.index(s.kind) for s in sentences])
    proposals = TextClassifier(2, STRENGTH)
    proposals.fit(tokens, dense, [int(s.is_proposal) for s in sentences])
    return KindModel(kinds, proposals, embedder)
