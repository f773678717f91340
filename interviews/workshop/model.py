"""What crosses the borders of the workshop: contributions, and lines as they are typed."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """The three levels of a workshop."""

    CHALLENGE = "challenge"
    GOAL = "goal"
    INITIATIVE = "initiative"


@dataclass(frozen=True)
class Line:
    """One line of a wall as somebody types it; raw until the guard has seen it."""

    heading: str
    level: Level
    text: str
    dots: int = 0


@dataclass(frozen=True)
class Contribution:
    """One note from a wall, cleared by the guard.

    `heading` is the theme it hung under, in words; `dots` the votes it got. `became` is the id of
    the goal it was made into, "" while it is only a note.
    """

    id: str
    consultation_id: str
    heading: str
    level: Level
    text: str
    dots: int = 0
    position: int = 0
    became: str = ""
