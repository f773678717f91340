"""The engine for one consultation: its models, and what its decisions taught them."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from analysis import explain, kinds, tags, themes
from analysis.classifier import Table, log_softmax
from analysis.ground import ground
from analysis.learning import Learnt
from analysis.model import Aspect, Tag
from analysis.vectors import Matrix, known_vectors
from interviews.model import Statement, Theme
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

VERSION = "3"
BUILT = 4  # models of each sort that are kept for the next run
LONGEST = 400  # words: what follows in a longer statement is not weighed

SAID_UNDER = 4.0  # log odds for the theme it was said under: nine in ten stay on it
ASKED_FOR_IDEAS = 1.5  # log odds for a proposal in answer to "what would you do?"
IDEAS = re.compile(
    r"\bhvis du (?:skulle|måtte|kunne|bestemte)|\bhvis .*bestem|\bhvad skulle der til"
)


@dataclass(frozen=True)
class Texts:
    """Statements with what was read from them: n statements, vectors (n, dimensions).

    `asked` holds the question each answers with its probes, "" where nobody knows.
    """

    statements: tuple[Statement, ...]
    vectors: Matrix
    tokens: tuple[tuple[Token, ...], ...]
    asked: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The texts as they stand."""
        return [statement.text for statement in self.statements]


@dataclass(frozen=True)
class Guess:
    """Log probabilities for n texts: themes (n, themes + 1), kinds (n, 4), asking (n, 2)."""

    themes: Table
    kinds: Table
    proposals: Table


@dataclass(frozen=True)
class Engine:
    """The models of one consultation; `learnt` holds what decisions taught on each aspect."""

    name: str
    theme_model: themes.ThemeModel
    kind_model: kinds.KindModel
    embedder: Embedder
    tag_model: tags.TagModel | None = None
    learnt: Mapping[Aspect, Learnt] = field(default_factory=dict)

    def guess(self, texts: Texts) -> Guess:
        """What the engine thinks of these texts, told where they were said."""
        rows = range(len(texts.statements))
        whole = (texts, texts.words, texts.vectors, texts.tokens, rows)
        doing = self.doing_score(*whole)
        split = len(kinds.KINDS)
        return Guess(self.theme_score(*whole), doing[:, :split], doing[:, split:])

    def theme_score(
        self,
        whole: Texts,
        _: Sequence[str],
        vectors: Matrix,
        tokens: explain.Tokens,
        owner: Sequence[int],
    ) -> Table:
        """Log probabilities of the themes, "none of these" last.

        Each row is a text, whole or shortened, of the statement `owner` points at in `whole`.
        """
        prior = self.theme_model.log_posterior(vectors, tokens)
        place = {key: i for i, key in enumerate(self.theme_model.keys)}
        for row, i in enumerate(owner):
            column = place.get(whole.statements[i].theme_key or "")
            if column is not None:
                prior[row, column] += SAID_UNDER
        return self._after(Aspect.THEME, log_softmax(prior), vectors, tokens)

    def doing_score(
        self,
        whole: Texts,
        texts: Sequence[str],
        vectors: Matrix,
        tokens: explain.Tokens,
        owner: Sequence[int],
    ) -> Table:
        """What texts do, shape (rows, 6): log probabilities of the kinds in the order of
        `kinds.KINDS`, then of asking for nothing and of asking for something."""
        kind, asking = self.kind_model.log_both(texts, vectors, tokens)
        wanted = [bool(IDEAS.search(question.lower())) for question in whole.asked]
        asking[:, 1] += ASKED_FOR_IDEAS * np.array([wanted[i] for i in owner], dtype=float)
        return np.hstack(
            [
                self._after(Aspect.KIND, kind, vectors, tokens),
                self._after(Aspect.PROPOSAL, log_softmax(asking), vectors, tokens),
            ]
        )

    def tag_score(
        self,
        whole: Texts,
        log_themes: Table,
        _: Sequence[str],
        vectors: Matrix,
        tokens: explain.Tokens,
        owner: Sequence[int],
    ) -> Table:
        """Log probabilities of the tags; (rows, 0) where the codebook is empty."""
        if self.tag_model is None:
            return np.zeros((len(owner), 0))
        chosen = list(owner)
        questions = [whole.asked[i] for i in chosen]
        prior = self.tag_model.log_posterior(vectors, tokens, log_themes[chosen], questions)
        learnt = self.learnt.get(Aspect.TAG)
        if learnt is None:
            return prior
        return learnt.apply(prior, self.with_questions(vectors, questions), tokens)

    def with_questions(self, vectors: Matrix, questions: Sequence[str]) -> Matrix:
        """Shape (n, 2 x dimensions): the vectors, and those of the questions they answer."""
        common = ground(self.embedder)
        different = tuple(dict.fromkeys(("", *questions)))
        rows = common.remove(known_vectors(self.embedder, different))
        rows[0] = 0.0
        place = {question: i for i, question in enumerate(different)}
        return np.hstack([common.remove(vectors), rows[[place[q] for q in questions]]])

    def _after(
        self, aspect: Aspect, prior: Table, vectors: Matrix, tokens: explain.Tokens
    ) -> Table:
        learnt = self.learnt.get(aspect)
        if learnt is None:
            return prior
        return learnt.apply(prior, ground(self.embedder).remove(vectors), tokens)


def build_engine(themes_: Sequence[Theme], codebook: Sequence[Tag], embedder: Embedder) -> Engine:
    """The engine of a consultation before any decision.

    Takes two to three seconds, and next to nothing where neither themes nor codebook changed since
    the last times: then it is not built again.
    """
    theme_model = _theme_model(tuple(themes_), embedder)
    return Engine(
        engine_name(themes_, codebook, embedder),
        theme_model,
        _kind_model(embedder),
        embedder,
        _tag_model(tuple(codebook), theme_model.keys, embedder),
    )


_theme_model = lru_cache(BUILT)(themes.build_model)
_kind_model = lru_cache(BUILT)(kinds.build_model)
_tag_model = lru_cache(BUILT)(tags.build_model)


def engine_name(themes_: Sequence[Theme], codebook: Sequence[Tag], embedder: Embedder) -> str:
    """The name kept with every suggestion: it changes when the engine, a theme or a tag does."""
    known = repr((tuple(themes_), tuple(codebook)))
    digest = hashlib.sha256(known.encode()).hexdigest()[:8]
    return f"taleroer-{VERSION}/{embedder.name}/{digest}"


def read(
    statements: Sequence[Statement], vectors: Matrix, questions: Mapping[tuple[str, str], str]
) -> Texts:
    """The statements with their words read; `questions` maps (theme, question) keys to texts."""
    return Texts(
        tuple(statements),
        vectors,
        tuple(read_words(s.text)[:LONGEST] for s in statements),
        tuple(questions.get((s.theme_key or "", s.question_key or ""), "") for s in statements),
    )
