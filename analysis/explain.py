"""The words that decided, found by leaving each word out and scoring again.

`effects` leaves words out of the word part of a score and keeps the sentence's vector; it needs
no embedder and takes many statements at once. `exact_effects` also reads the shortened sentence
anew, which costs one embedding for each word.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from analysis.classifier import Table
from analysis.model import Reason
from analysis.vectors import Matrix
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

Tokens = Sequence[Sequence[Token]]
# (texts, vectors, words, which statement each row comes from) -> log probabilities
Score = Callable[[Sequence[str], Matrix, Tokens, Sequence[int]], Table]

SHOWN = 3
LONGEST = 120  # words: in longer texts only the first are left out in turn
CHUNK = 200  # statements scored at once
CLEAR = 0.2  # log odds: below this no single word decided, the sentence as a whole did
SHARE = 0.2  # a word shown moves the score at least this share of what the first one does


def effects(score: Score, texts: Sequence[str], vectors: Matrix, tokens: Tokens) -> list[Table]:
    """For each text (words, classes): how much lower each class's log odds are without a word.

    The vectors stay those of the whole texts.
    """
    found: list[Table] = []
    for first in range(0, len(texts), CHUNK):
        chosen = range(first, min(first + CHUNK, len(texts)))
        found += _chunk(score, texts, vectors, tokens, chosen)
    return found


def _chunk(
    score: Score, texts: Sequence[str], vectors: Matrix, tokens: Tokens, chosen: Sequence[int]
) -> list[Table]:
    rows: list[Sequence[Token]] = []
    written: list[str] = []
    owner: list[int] = []
    for i in chosen:
        kept = tokens[i][:LONGEST]
        rows += [tokens[i], *(_without(tokens[i], j) for j in range(len(kept)))]
        written += [texts[i], *(leave_out(texts[i], token) for token in kept)]
        owner += [i] * (len(kept) + 1)
    odds = log_odds(score(written, vectors[owner], rows, owner))
    starts = np.flatnonzero(np.diff([-1, *owner]))
    parts = np.split(odds, starts[1:])
    return [part[:1] - part[1:] for part in parts]


def exact_effects(
    score: Score, text: str, vector: Matrix, tokens: Sequence[Token], embedder: Embedder
) -> Table:
    """The same for one statement alone, each shortened text read anew by the embedder."""
    texts = [leave_out(text, token) for token in tokens[:LONGEST]]
    vectors = np.vstack([vector[None, :], embedder.embed(texts)]) if texts else vector[None, :]
    rows = [tokens, *(read_words(short) for short in texts)]
    odds = log_odds(score([text, *texts], vectors, rows, [0] * len(rows)))
    return np.asarray(odds[:1] - odds[1:])


def leave_out(text: str, token: Token) -> str:
    """The text without this word and without the gap it leaves."""
    return (text[: token.start].rstrip() + " " + text[token.end :].lstrip()).strip()


def log_odds(log_p: Table) -> Table:
    """The log odds of log probabilities; finite also for certainty."""
    p = np.clip(np.exp(log_p), 1e-9, 1 - 1e-9)
    return np.asarray(np.log(p) - np.log1p(-p))


def reasons(
    tokens: Sequence[Token], moved: NDArray[np.float64], *, with_stop_words: bool = False
) -> tuple[Reason, ...]:
    """Up to three words in favour, the one whose removal lowers the score most first.

    Stop words are passed over unless asked for: they say nothing about a subject.
    """
    if not with_stop_words:
        silent = [token.is_stop for token in tokens[: len(moved)]]
        moved = np.where(silent, 0.0, moved)
    order = np.argsort(-moved, kind="stable")[:SHOWN]
    least = SHARE * moved[order[0]] if len(order) else 0.0
    return tuple(
        Reason(tokens[i].text, tokens[i].start, tokens[i].end, round(float(moved[i]), 3))
        for i in order
        if moved[i] > 1e-6 and moved[i] >= least
    )


def _without(tokens: Sequence[Token], i: int) -> list[Token]:
    return [*tokens[:i], *tokens[i + 1 :]]
