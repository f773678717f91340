"""What crosses the borders of plan editing: the steps that can be taken back."""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Role
from strategy.model import (
    Digest,
    EvidenceLink,
    Goal,
    Initiative,
    InitiativeProposal,
    NotAnswered,
)


class Action(StrEnum):
    """What a person did to the plan in one step."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    MOVED = "moved"
    MERGED = "merged"
    SPLIT = "split"
    LINKED = "linked"
    UNLINKED = "unlinked"
    EXCUSED = "excused"
    TAKEN_OVER = "taken_over"
    PUT_ASIDE = "put_aside"
    DIGEST = "digest"
    RETURNED = "returned"


@dataclass(frozen=True)
class PlanRows:
    """Rows of a plan in the making; in a step only those that it touched."""

    goals: tuple[Goal, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    links: tuple[EvidenceLink, ...] = ()
    not_answered: tuple[NotAnswered, ...] = ()
    proposals: tuple[InitiativeProposal, ...] = ()
    digests: tuple[Digest, ...] = ()


@dataclass(frozen=True)
class PlanStep:
    """One step of work on the plan: how the rows it touched were before and after it.

    `label` is the visible number of what it was about, or "".
    """

    id: str
    consultation_id: str
    action: Action
    label: str
    role: Role
    day: str
    before: PlanRows
    after: PlanRows
