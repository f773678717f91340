"""What the document door hands on: paragraphs as they were read, and what is suggested from them.

Nothing here is stored. Suggestions point at a paragraph by its number (from 0), so that the
original always stands beside them.
"""

from dataclasses import dataclass
from enum import StrEnum

from interviews.model import Kind, Wording


class Form(StrEnum):
    """What a paragraph is in its document."""

    HEADING = "heading"
    BULLET = "bullet"
    BODY = "body"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph: its text on one line, and the page where it begins (from 1), if known.

    `level` is the depth of a heading, 1 for the highest, 0 where nobody knows.
    """

    text: str
    kind: Form = Form.BODY
    page: int | None = None
    level: int = 0


@dataclass(frozen=True)
class Document:
    """The paragraphs in reading order.

    `notes` are codes of what was done on the way: "cp1252", "running_lines:17", "tables:2",
    "comments", "deleted_text". `left_out` holds each running line that was dropped, once.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Repair:
    """What a scan made of a word, and the word it most likely was: text[start:end] = `found`."""

    paragraph: int
    start: int
    end: int
    found: str
    suggested: str


@dataclass(frozen=True)
class Candidate:
    """A text that may be a statement. The hints are guesses a person confirms.

    `theme_hint` is a theme key of the consultation. `told` says that the document itself presents
    it as something citizens said (a quote, or text after words such as "borgerne fortæller:").
    """

    text: str
    theme_hint: str | None
    kind_hint: Kind | None
    paragraph: int
    wording: Wording = Wording.PARAPHRASED
    told: bool = True


class Part(StrEnum):
    """What a line of a plan is."""

    GOAL = "goal"
    INITIATIVE = "initiative"


@dataclass(frozen=True)
class PlanPart:
    """A goal or an initiative that stands in a plan; `theme_hint` is a theme key."""

    part: Part
    text: str
    theme_hint: str | None
    paragraph: int


@dataclass(frozen=True)
class Place:
    """Where citizens were met according to the document, and how many took part there."""

    name: str
    participants: int
    paragraph: int
