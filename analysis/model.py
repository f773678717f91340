"""What crosses the borders of the analysis room.

What the machine guesses (suggestions, clusters) and what a person decides (decisions, edits) are
different records; neither overwrites the other. Confidences are probabilities in [0, 1].
A day is "YYYY-MM-DD".
"""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Kind, Role


@dataclass(frozen=True)
class Reason:
    """A word of the statement that moved the score: text[start:end], weight > 0 is in favour."""

    word: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True)
class Tag:
    """One entry of the codebook, a tree of two levels (`parent_key` None at the top).

    `key` is an ASCII slug, unique in its consultation.
    """

    id: str
    consultation_id: str
    key: str
    name: str
    parent_key: str | None = None
    theme_key: str | None = None
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    position: int = 0


@dataclass(frozen=True)
class AnalysisRun:
    """One run of the engine over what was new. `unprocessed` pairs statement ids with reasons."""

    id: str
    consultation_id: str
    model: str
    version: str
    day: str
    statements: int
    unprocessed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ThemeSuggestion:
    """The machine's theme for a statement; `theme_key` None means "none of these"."""

    statement_id: str
    theme_key: str | None
    confidence: float
    second_key: str | None
    second_confidence: float
    reasons: tuple[Reason, ...]
    model: str


@dataclass(frozen=True)
class TagSuggestion:
    """One of up to three ranked tags for a statement; `rank` counts from 1."""

    statement_id: str
    tag_key: str
    rank: int
    confidence: float
    reasons: tuple[Reason, ...]
    model: str


@dataclass(frozen=True)
class KindSuggestion:
    """The machine's kind for a statement, and whether it asks for something."""

    statement_id: str
    kind: Kind
    confidence: float
    is_proposal: bool
    proposal_confidence: float
    reasons: tuple[Reason, ...]
    model: str


class Aspect(StrEnum):
    """What a decision is about."""

    THEME = "theme"
    TAG = "tag"
    KIND = "kind"
    PROPOSAL = "proposal"


@dataclass(frozen=True)
class Decision:
    """A person's word on one aspect of one statement; the newest counts.

    `value` is a theme key, a tag key, a kind, or "yes"/"no"; "" for a theme means "none of
    these". `accepted` False rejects that value (a rejected tag, for example).
    """

    statement_id: str
    aspect: Aspect
    value: str
    accepted: bool
    role: Role
    day: str


@dataclass(frozen=True)
class Cluster:
    """Statements grouped by likeness in one run.

    `theme_key` None: grouped across themes. `statement_ids` are ordered from most to least
    typical. `key_terms` are phrases as people would write them. `name` is a person's, if any.
    `is_rest` marks the place for statements that belong nowhere.
    """

    id: str
    consultation_id: str
    theme_key: str | None
    position: int
    key_terms: tuple[str, ...]
    statement_ids: tuple[str, ...]
    typical_ids: tuple[str, ...] = ()
    dissenting_ids: tuple[str, ...] = ()
    name: str | None = None
    edited: bool = False
    is_rest: bool = False

    @property
    def label(self) -> str:
        """The person's name for it, or its key terms."""
        return self.name or ", ".join(self.key_terms[:3])


@dataclass(frozen=True)
class MapPoint:
    """Where a statement stands on the map, both coordinates in [-1, 1]."""

    statement_id: str
    x: float
    y: float


@dataclass(frozen=True)
class Likeness:
    """How well a statement and an initiative answer each other; higher is closer."""

    statement_id: str
    initiative_id: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Analysed:
    """What one call of the engine gives back: ids in = processed + unprocessed ids."""

    run: AnalysisRun
    themes: tuple[ThemeSuggestion, ...]
    tags: tuple[TagSuggestion, ...]
    kinds: tuple[KindSuggestion, ...]
    clusters: tuple[Cluster, ...]
    points: tuple[MapPoint, ...]
