"""What crosses the borders of the strategy room: goals, initiatives, evidence, the plan.

Visible numbers: goals "M-01", initiatives "I-01", statements "U-012". A day is "YYYY-MM-DD".
"""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Role


class Origin(StrEnum):
    """Who worded something: the machine (until a person takes it over) or a person."""

    MACHINE = "machine"
    PERSON = "person"


class InitiativeStatus(StrEnum):
    """Where an initiative stands."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    STARTED = "started"
    DONE = "done"
    DROPPED = "dropped"


class Stance(StrEnum):
    """How a statement bears on a goal or an initiative."""

    SUPPORTS = "supports"
    NUANCES = "nuances"
    CONTRADICTS = "contradicts"


class TargetKind(StrEnum):
    """What evidence is tied to."""

    GOAL = "goal"
    INITIATIVE = "initiative"


@dataclass(frozen=True)
class Milestone:
    """A step on the way of an initiative; `due` is a free short text such as "marts 2027"."""

    text: str
    due: str = ""
    done: bool = False


@dataclass(frozen=True)
class Goal:
    """What the municipality wants within one theme.

    `position` orders the goals of a consultation; `came_from` are the visible numbers of goals
    that were put together with this one.
    """

    id: str
    consultation_id: str
    number: int
    theme_key: str
    text: str
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    year: int | None = None
    position: int = 0
    came_from: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The visible number, for example "M-01"."""
        return f"M-{self.number:02d}"


@dataclass(frozen=True)
class Initiative:
    """A proposed action within a theme, worded "at der …".

    `start` and `end` are free short texts such as "3. kvartal 2026"; `no_evidence_reason` says
    why it stands without a statement behind it. `position` orders the initiatives of a
    consultation, and so those of each theme. `came_from` are visible numbers: of initiatives that
    were put together with this one, and of the one it was split from.
    """

    id: str
    consultation_id: str
    number: int
    theme_key: str
    text: str
    goal_id: str | None = None
    responsible: str = ""
    partners: str = ""
    start: str = ""
    end: str = ""
    indicator: str = ""
    cost: str = ""
    status: InitiativeStatus = InitiativeStatus.PROPOSED
    origin: Origin = Origin.PERSON
    no_evidence_reason: str = ""
    position: int = 0
    milestones: tuple[Milestone, ...] = ()
    came_from: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The visible number, for example "I-01"."""
        return f"I-{self.number:02d}"

    @property
    def is_dropped(self) -> bool:
        """Whether it was given up: kept on record, but no part of what is printed and counted."""
        return self.status is InitiativeStatus.DROPPED


@dataclass(frozen=True)
class EvidenceLink:
    """Ties a statement (by id of its current version) to a goal or an initiative."""

    id: str
    statement_id: str
    target_kind: TargetKind
    target_id: str
    stance: Stance
    reason: str
    role: Role
    day: str


@dataclass(frozen=True)
class InitiativeProposal:
    """The machine's first wording of an initiative, with the statements that asked for it."""

    id: str
    consultation_id: str
    theme_key: str
    text: str
    statement_ids: tuple[str, ...]
    cluster_id: str | None
    model: str
    day: str
    taken_over_by: str | None = None
    dismissed: bool = False


@dataclass(frozen=True)
class DigestLine:
    """One sentence of a digest: an excerpt text[start:end] of one statement version."""

    statement_id: str
    start: int
    end: int
    group: int = 0
    group_size: int = 0


@dataclass(frozen=True)
class Digest:
    """What citizens say on one theme, composed of real sentences with their numbers.

    `origin` MACHINE until a person has edited or approved it.
    """

    consultation_id: str
    theme_key: str
    lines: tuple[DigestLine, ...]
    origin: Origin
    day: str


@dataclass(frozen=True)
class Quote:
    """An excerpt text[start:end] of one statement version, released for printing.

    `text` is what was released; printing checks that the statement still says exactly this.
    `annex_only` may stand in the annex and the digest, but not among the quotes.
    """

    id: str
    statement_id: str
    start: int
    end: int
    text: str
    released_by: Role
    released_on: str
    annex_only: bool = False


@dataclass(frozen=True)
class NotAnswered:
    """Why a voice gets no answer in the plan ("ikke medtaget, fordi …")."""

    statement_id: str
    reason: str
    role: Role
    day: str


@dataclass(frozen=True)
class Voice:
    """What coverage needs to know of a statement: where it comes from and what it is now.

    `theme_key` and `is_proposal` are what holds now: a person's decision, else what it was said
    under, else the machine's guess.
    """

    id: str
    interview_id: str
    site_id: str | None
    theme_key: str | None
    is_proposal: bool


@dataclass(frozen=True)
class Coverage:
    """Which voices have no answer and which answers nobody asked for.

    All are ids. Every statement is one of four: `answered` (it supports or nuances a goal or an
    initiative that stands), `contradicting` (it only speaks against such), `excused` (there is a
    reason), `unanswered` (nothing of it). `weak_goals` lack evidence from two conversations at two
    sites; `one_sided_themes` (keys) draw more than half of their statements from one site;
    `hidden_contradictions` are statements that contradict something printed without them.
    """

    statements: int
    answered: tuple[str, ...]
    unanswered: tuple[str, ...]
    excused: tuple[str, ...]
    unasked_initiatives: tuple[str, ...]
    weak_goals: tuple[str, ...]
    one_sided_themes: tuple[str, ...]
    hidden_contradictions: tuple[str, ...]
    unanswered_proposals: tuple[str, ...] = ()
    contradicting: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanVersion:
    """The plan as it stood on a day, numbered from 1 and never changed afterwards.

    `links` follow their statements: a corrected statement keeps its link, a withdrawn one takes it
    away from every version. `role` saved it; `note` says why.
    """

    id: str
    consultation_id: str
    number: int
    day: str
    role: Role
    note: str
    goals: tuple[Goal, ...]
    initiatives: tuple[Initiative, ...]
    links: tuple[EvidenceLink, ...]


class ChangeKind(StrEnum):
    """What happened to one goal or initiative between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    REORDERED = "reordered"
    MERGED = "merged"
    SPLIT = "split"
    CHANGED = "changed"
    MILESTONE_DONE = "milestone_done"
    MILESTONE_OPEN = "milestone_open"
    EVIDENCE_ADDED = "evidence_added"
    EVIDENCE_REMOVED = "evidence_removed"
    EVIDENCE_CHANGED = "evidence_changed"


@dataclass(frozen=True)
class Change:
    """One difference between two versions of the plan.

    `label` is the visible number of the goal or initiative; `field` names what changed (a field of
    Goal or Initiative, "milestone" for one of its milestones, "" for evidence); `before` and
    `after` are what it held: texts, theme keys, labels of goals, values of a status or a stance,
    places within the theme from "1", "" for nothing. Of a row that was merged, `after` is the
    label of the row that holds it now; of one that was split off, `before` is where it came from.
    `statement_id` is set where evidence changed.
    """

    label: str
    kind: ChangeKind
    field: str = ""
    before: str = ""
    after: str = ""
    statement_id: str | None = None


class HearingDecision(StrEnum):
    """What the municipality decides about one point of a hearing."""

    OPEN = "open"
    FOLLOWED = "followed"
    PARTLY = "partly"
    NOT_FOLLOWED = "not"
    NOTED = "noted"


@dataclass(frozen=True)
class HearingParty:
    """Who was asked. `sent_on` "" for one who answered without being asked, `received_on` ""
    while there is no answer."""

    name: str
    sent_on: str = ""
    received_on: str = ""


@dataclass(frozen=True)
class Hearing:
    """A written round on one version of the plan, from `opens` to `closes`, both included."""

    id: str
    consultation_id: str
    version_number: int
    opens: str
    closes: str
    parties: tuple[HearingParty, ...]


@dataclass(frozen=True)
class HearingPoint:
    """One thing one party says about one section of the plan; never a citizen's statement.

    `section` is a visible number ("I-07"), the name of a theme, or "" for the whole plan;
    `remark` is the municipality's answer, `change` what the next version says instead.
    """

    id: str
    hearing_id: str
    number: int
    party: str
    section: str
    subject: str
    text: str
    remark: str = ""
    decision: HearingDecision = HearingDecision.OPEN
    change: str = ""
    decided_by: Role | None = None
    decided_on: str = ""

    @property
    def label(self) -> str:
        """The visible number, for example "H-01"."""
        return f"H-{self.number:02d}"
