"""The engine for one consultation: its models, and what its decisions taught them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analysis import explain, kinds, tags, themes
from analysis.classifier import Table
from analysis.ground import ground
from analysis.learning import Learnt
from analysis.model import Aspect, Tag
from analysis.vectors import Matrix
from interviews.model import Statement, Theme
from language.model import Token
from language.reader import read_words
from language.vectors import Embedder

VERSION = "1"


@dataclass(frozen=True)
class Texts:
    """Statements with what was read from them: n statements, vectors (n, dimensions)."""

    statements: tuple[Statement, ...]
    vectors: Matrix
    tokens: tuple[tuple[Token, ...], ...]

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
        """What the engine thinks of these texts."""
        nobody = range(len(texts.statements))
        return Guess(
            self.theme_score(texts.words, texts.vectors, texts.tokens, nobody),
            self.kind_score(texts.words, texts.vectors, texts.tokens, nobody),
            self.proposal_score(texts.words, texts.vectors, texts.tokens, nobody),
        )

    def theme_score(
        self, _: Sequence[str], vectors: Matrix, tokens: explain.Tokens, __: Sequence[int]
    ) -> Table:
        """Log probabilities of the themes, "none of these" last."""
        prior = self.theme_model.log_posterior(vectors, tokens)
        return self._after(Aspect.THEME, prior, vectors, tokens)

    def kind_score(
        self, texts: Sequence[str], vectors: Matrix, tokens: explain.Tokens, _: Sequence[int]
    ) -> Table:
        """Log probabilities of the kinds, in the order of `kinds.KINDS`."""
        prior = self.kind_model.log_kinds(texts, vectors, tokens)
        return self._after(Aspect.KIND, prior, vectors, tokens)

    def proposal_score(
        self, texts: Sequence[str], vectors: Matrix, tokens: explain.Tokens, _: Sequence[int]
    ) -> Table:
        """Log probabilities of asking for nothing and of asking for something."""
        prior = self.kind_model.log_proposals(texts, vectors, tokens)
        return self._after(Aspect.PROPOSAL, prior, vectors, tokens)

    def _after(
        self, aspect: Aspect, prior: Table, vectors: Matrix, tokens: explain.Tokens
    ) -> Table:
        learnt = self.learnt.get(aspect)
        if learnt is None:
            return prior
        return learnt.apply(prior, ground(self.embedder).remove(vectors), tokens)


def build_engine(themes_: Sequence[Theme], codebook: Sequence[Tag], embedder: Embedder) -> Engine:
    """The engine of a consultation before any decision. Takes two to three seconds."""
    theme_model = themes.build_model(themes_, embedder)
    return Engine(
        engine_name(themes_, codebook, embedder),
        theme_model,
        kinds.build_model(embedder),
        embedder,
        tags.build_model(codebook, theme_model.keys, embedder),
    )


def engine_name(themes_: Sequence[Theme], codebook: Sequence[Tag], embedder: Embedder) -> str:
    """The name kept with every suggestion: it changes when the engine, a theme or a tag does."""
    known = repr((tuple(themes_), tuple(codebook)))
    digest = hashlib.sha256(known.encode()).hexdigest()[:8]
    return f"taleroer-{VERSION}/{embedder.name}/{digest}"


def read(statements: Sequence[Statement], vectors: Matrix) -> Texts:
    """The statements with their words read."""
    return Texts(tuple(statements), vectors, tuple(read_words(s.text) for s in statements))
