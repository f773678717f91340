"""What crosses the borders of the catalogue: precedents, and how near they come to a wish."""

from dataclasses import dataclass

from strategy.model import TargetKind


@dataclass(frozen=True)
class Precedent:
    """A goal or an initiative of another plan, with where it stands there.

    `source` is the plan's name, `year` when it was adopted, `page` counts from 1 and `section` is
    the heading above; None and "" where nobody knows. `theme_key` is a theme of the consultation.
    """

    id: str
    consultation_id: str
    kind: TargetKind
    text: str
    source: str
    year: int | None = None
    theme_key: str | None = None
    page: int | None = None
    section: str = ""


@dataclass(frozen=True)
class Nearest:
    """A precedent and how much it is about the same; only the order of scores means something.

    `reasons` are words both use, as the precedent writes them.
    """

    precedent: Precedent
    score: float
    reasons: tuple[str, ...] = ()
