"""What crosses the borders of the exports room: the outline of a plan and the base behind it.

An outline is everything a renderer may print, in reading order, as plain values. Citizens' words
stand in `Excerpt`s and numbers in `Count`s wherever they appear, so that one walk over the outline
(`exports.walk`) finds all of them and one check can hold them against the base.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from analysis.model import Cluster
from interviews.model import (
    Consultation,
    Harmless,
    Interview,
    Kind,
    Site,
    Statement,
    Theme,
    Wording,
)
from strategy.model import (
    Coverage,
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
    Quote,
    Stance,
)


@dataclass(frozen=True)
class Allowed:
    """What a file without citizens' words may say, in lower case.

    `names` may stand in it. `answered` are words that somebody has answered are nobody's name:
    they are not asked about again, and what is certain to identify somebody stops all the same.
    """

    names: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CodeRow:
    """One tag of the codebook, its name used by no other; `key` never changes."""

    key: str
    name: str
    parent_key: str | None = None
    description: str = ""


@dataclass(frozen=True)
class Base:
    """All that a plan may point at, as it stands in the store at the moment of printing.

    `statements` are the current versions. `theme_of` and `kind_of` give the theme key and kind
    that count for each statement id (a person's decision, else what was said at capture, else the
    machine's guess); `machine_themed` and `machine_kinded` are the ids where only the machine has
    said it. `tags_of` holds names of confirmed tags. `harmless` are people's answers to what the
    guard asked, `allowed_words` the consultation's own list of names that may stand,
    `plan_words` those that somebody answered for in the plan's own words. `too_telling`
    are ids of statements that name the small site they come from; their words are not printed.
    """

    consultation: Consultation
    themes: tuple[Theme, ...]
    sites: tuple[Site, ...]
    interviews: tuple[Interview, ...]
    statements: tuple[Statement, ...]
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]
    links: tuple[EvidenceLink, ...]
    proposals: tuple[InitiativeProposal, ...]
    digests: tuple[Digest, ...]
    quotes: tuple[Quote, ...]
    not_answered: tuple[NotAnswered, ...]
    clusters: tuple[Cluster, ...]
    coverage: Coverage
    theme_of: Mapping[str, str | None]
    kind_of: Mapping[str, Kind | None]
    tags_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    codes: tuple[CodeRow, ...] = ()
    machine_themed: frozenset[str] = frozenset()
    machine_kinded: frozenset[str] = frozenset()
    harmless: tuple[Harmless, ...] = ()
    allowed_words: frozenset[str] = frozenset()
    plan_words: frozenset[str] = frozenset()
    too_telling: frozenset[str] = frozenset()


class Measure(StrEnum):
    """What a printed number counts. `Count.scope` narrows some of them to one theme key."""

    STATEMENTS = "statements"
    OF_KIND = "of_kind"
    MACHINE_THEMED = "machine_themed"
    MACHINE_KINDED = "machine_kinded"
    IMPORTED = "imported"
    INTERVIEWS = "interviews"
    PARTICIPANTS = "participants"
    PLACES = "places"
    THEMES = "themes"
    GOALS = "goals"
    INITIATIVES = "initiatives"
    ANSWERED = "answered"
    EXCUSED = "excused"
    UNANSWERED = "unanswered"
    UNANSWERED_PROPOSALS = "unanswered_proposals"
    CONTRADICTING = "contradicting"
    CELL = "cell"


@dataclass(frozen=True)
class Count:
    """One number about to be printed. `kind` is only used by OF_KIND; None there = no kind."""

    measure: Measure
    value: int
    scope: str = ""
    kind: Kind | None = None


@dataclass(frozen=True)
class Passage:
    """One paragraph in our words; each of its `counts` stands in `text`, in digits or words."""

    text: str
    counts: tuple[Count, ...] = ()


class Use(StrEnum):
    """In what place a citizen's words are printed; the rules differ (`exports.check`)."""

    DIGEST = "digest"
    QUOTE = "quote"
    ANNEX = "annex"


@dataclass(frozen=True)
class Excerpt:
    """A citizen's words: `text` must be characters start to end of that statement version."""

    statement_id: str
    number: int
    start: int
    end: int
    text: str
    use: Use

    @property
    def label(self) -> str:
        """The visible number of the statement, for example "U-012"."""
        return f"U-{self.number:03d}"


@dataclass(frozen=True)
class Reference:
    """A printed number of a statement that leads to its place in the annex."""

    statement_id: str
    number: int
    stance: Stance = Stance.SUPPORTS

    @property
    def label(self) -> str:
        """The visible number of the statement."""
        return f"U-{self.number:03d}"


@dataclass(frozen=True)
class GoalItem:
    """A goal with the statements behind it. `measured` is its indicator in one sentence, or ""."""

    goal: Goal
    measured: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class InitiativeItem:
    """An initiative with the statements behind it, and the label of its goal ("M-01" or "")."""

    initiative: Initiative
    goal_label: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class ProposalItem:
    """The machine's proposal for an initiative, numbered "F-01" through the whole plan."""

    label: str
    text: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Voices:
    """Lines of a digest that say much the same; `size` is how many statements are alike."""

    lines: tuple[Excerpt, ...]
    size: int = 0


@dataclass(frozen=True)
class MatrixRow:
    """One row of a matrix: what the citizens say and how many statements each column has."""

    label: str
    cells: tuple[Count, ...]


@dataclass(frozen=True)
class Matrix:
    """Clusters of statements against initiatives, at most 12 `columns` (labels "I-01").

    `texts` are the first words of the initiatives, one a column.
    """

    columns: tuple[str, ...]
    texts: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class ThemeChapter:
    """All the plan says on one theme, in reading order."""

    key: str
    name: str
    intro: tuple[Passage, ...]
    goals: tuple[GoalItem, ...]
    voices: tuple[Voices, ...]
    quotes: tuple[Excerpt, ...]
    initiatives: tuple[InitiativeItem, ...]
    proposals: tuple[ProposalItem, ...]
    matrices: tuple[Matrix, ...]


@dataclass(frozen=True)
class PlaceRow:
    """One row of the table of places; `participants` is None where nobody may know."""

    name: str
    kind: str
    participants: int | None
    merged: int = 1


@dataclass(frozen=True)
class Bar:
    """One bar of a figure: its name, its parts (one a kind, or just one) and their sum."""

    label: str
    parts: tuple[Count, ...]
    total: Count


@dataclass(frozen=True)
class Figure:
    """Horizontal bars with their numbers; `columns` names the parts of each bar."""

    title: str
    columns: tuple[str, ...]
    bars: tuple[Bar, ...]
    note: str = ""


@dataclass(frozen=True)
class Method:
    """How it was done: paragraphs, the table of places and the figure of statements."""

    passages: tuple[Passage, ...]
    places: tuple[PlaceRow, ...]
    figure: Figure


@dataclass(frozen=True)
class CoverageList:
    """Something that is not covered: a sentence and what it is about, as labels or statements."""

    title: str
    passage: Passage
    references: tuple[Reference, ...] = ()
    labels: tuple[str, ...] = ()
    reasons: tuple[tuple[Reference, str], ...] = ()


@dataclass(frozen=True)
class CoverageChapter:
    """What the plan answers and what it does not."""

    passages: tuple[Passage, ...]
    figure: Figure
    lists: tuple[CoverageList, ...]


@dataclass(frozen=True)
class AnnexEntry:
    """One statement used in the plan. `excerpt` is None where it may not be printed word for word.

    `used_in` are labels of goals, initiatives and proposals that point at it.
    """

    statement_id: str
    number: int
    excerpt: Excerpt | None
    kind: Kind | None
    wording: Wording
    used_in: tuple[str, ...]

    @property
    def label(self) -> str:
        """The visible number of the statement."""
        return f"U-{self.number:03d}"


@dataclass(frozen=True)
class AnnexTheme:
    """The statements of one theme in the order of their (random) numbers."""

    name: str
    entries: tuple[AnnexEntry, ...]


@dataclass(frozen=True)
class SheetRow:
    """One statement as a row of a spreadsheet; without interview and site, on purpose."""

    number: int
    excerpt: Excerpt | None
    theme: str
    kind: Kind | None
    wording: Wording
    tags: tuple[str, ...]
    initiatives: tuple[str, ...]
    quotable: bool


@dataclass(frozen=True)
class LeftOut:
    """Something the outline could not take; why: "outdated", "not_quotable", "not_approved"."""

    label: str
    reason: str


@dataclass(frozen=True)
class Outline:
    """A plan before it has a form. `day` is "YYYY-MM-DD"; a draft says so on every page.

    `municipality` is the name on the title page, `actor` the one in sentences ("kommunen" where
    nobody has said which).
    """

    consultation_id: str
    municipality: str
    actor: str
    title: str
    subtitle: str
    day: str
    is_draft: bool
    foreword: tuple[Passage, ...]
    method: Method
    themes: tuple[ThemeChapter, ...]
    reflections: tuple[Excerpt, ...]
    coverage: CoverageChapter
    annex: tuple[AnnexTheme, ...]
    rows: tuple[SheetRow, ...]
    left_out: tuple[LeftOut, ...] = ()
    codes: tuple[CodeRow, ...] = ()
