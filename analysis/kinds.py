"""What a statement does: experience, challenge, wish or praise; and whether it asks for something.

Two linear classifiers over cues, words in a row and the sentence's vector, fitted to the practice
sentences. Small words tell more than the subject ("jeg fik", "der burde", "tak"), so none is left
out. A wish asks for something: both answers to that are made one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis import cues, practice
from analysis.classifier import Table, TextClassifier, phrases
from analysis.ground import ground
from analysis.vectors import Matrix
from interviews.model import Kind
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

KINDS: tuple[Kind, ...] = tuple(Kind)
VECTOR_SCALE = 4.0
PHRASE_SCALE = 4.0
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
        return _agreed(self.kinds.log_proba(tokens, shown), self.proposals.log_proba(tokens, shown))


def _agreed(kinds: Table, proposals: Table) -> tuple[Table, Table]:
    """Both tables with one answer to "does it ask?": the mean of their log odds for it."""
    wish = KINDS.index(Kind.WISH)
    others = np.delete(kinds, wish, axis=1)
    no = np.logaddexp.reduce(others, axis=1)
    odds = (kinds[:, wish] - no + proposals[:, 1] - proposals[:, 0]) / 2
    asks = np.stack([-np.logaddexp(0, odds), -np.logaddexp(0, -odds)], axis=1)
    agreed = np.insert(others + (asks[:, 0] - no)[:, None], wish, asks[:, 1], axis=1)
    return agreed, asks


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
    kinds = TextClassifier(len(KINDS), STRENGTH, term_scale=PHRASE_SCALE, read=phrases)
    kinds.fit(tokens, dense, [KINDS.index(s.kind) for s in sentences])
    proposals = TextClassifier(2, STRENGTH, term_scale=PHRASE_SCALE, read=phrases)
    proposals.fit(tokens, dense, [int(s.is_proposal) for s in sentences])
    return KindModel(kinds, proposals, embedder)
