"""What the follow-up holds: rounds, how each row stands, figures by year, recommendations.

A day is "YYYY-MM-DD". Visible numbers: recommendations "A-01" (anbefaling).
"""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Role
from strategy.model import TargetKind


class Progress(StrEnum):
    """How a goal or an initiative stands on a day."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    BEHIND = "behind"
    DONE = "done"
    NOT_DONE = "not_done"  # its time is over and it was not reached
    DROPPED = "dropped"


@dataclass(frozen=True)
class FollowUp:
    """One round of following up, numbered from 1: the plan as it stood on `day`."""

    id: str
    consultation_id: str
    number: int
    day: str
    role: Role
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """How one goal or initiative stood in one round, why, and who said so.

    `label` and `text` are what the row was called then: a round says the same when the row has
    been reworded or taken out of the plan since.
    """

    id: str
    follow_up_id: str
    target_kind: TargetKind
    target_id: str
    label: str
    text: str
    progress: Progress
    reason: str
    role: Role
    day: str


@dataclass(frozen=True)
class Figure:
    """One number of a goal: `name` says what is counted (and in what), `year` when."""

    id: str
    consultation_id: str
    goal_id: str
    name: str
    year: int
    value: float


@dataclass(frozen=True)
class Recommendation:
    """What a round recommends, with Opstart and Ansvarlig in free words."""

    id: str
    follow_up_id: str
    number: int
    text: str
    start: str = ""
    responsible: str = ""

    @property
    def label(self) -> str:
        """The visible number, for example "A-01"."""
        return f"A-{self.number:02d}"


@dataclass(frozen=True)
class OwnText:
    """What a person wrote into a section of a file instead of what is prefilled there.

    `form` names the file ("agenda", "answers"), `section` the place in it.
    """

    id: str
    consultation_id: str
    form: str
    section: str
    text: str
    role: Role
    day: str
