"""What crosses the borders of the guides room: interview guides in Danish and English."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Local:
    """One text in Danish and English; English falls back to Danish where it is empty."""

    da: str
    en: str = ""

    def text(self, language: str) -> str:
        """The text in `language` ("da" or "en")."""
        return self.en if language == "en" and self.en else self.da


@dataclass(frozen=True)
class Question:
    """One open question with its probes. `key` is unique in its guide and never reused."""

    key: str
    text: Local
    probes: tuple[Local, ...] = ()


@dataclass(frozen=True)
class Instruction:
    """What the interviewer must know before the conversation begins."""

    begin: Local
    anonymity: Local
    stopping: Local
    bad_news: Local
    danger: Local
    never_write: Local


@dataclass(frozen=True)
class Guide:
    """The shared ordered questions for one theme; a version in use is never changed."""

    id: str
    theme_key: str
    version: int
    title: Local
    purpose: Local
    instruction: Instruction
    read_aloud: Local
    questions: tuple[Question, ...]
    ending: Local


@dataclass(frozen=True)
class ThemeText:
    """What one shared theme is about, in words broad enough to recognise it by.

    `examples` are sentences as citizens say them; `seed_words` are Danish words and word stems
    that point at the theme. Both feed the suggestions and may be edited in a consultation.
    """

    key: str
    name: Local
    description: str
    examples: tuple[str, ...]
    seed_words: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in a guide or theme file.

    `line` counts from 1; `code` is one of "syntax", "missing", "unknown", "not_text",
    "not_number", "not_table", "not_list", "empty", "not_slug", "duplicate", "too_few";
    `path` names the place ("question 3 / probes 2 / da"); `detail` adds what was found.
    """

    line: int
    path: str
    code: str
    detail: str = ""


class Change(StrEnum):
    """How one piece of a guide differs between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REWORDED = "reworded"
    TRANSLATED = "translated"
    PROBES = "probes"
    WORDS = "words"
    CONSENT = "consent"


@dataclass(frozen=True)
class Difference:
    """One difference between two versions of a guide.

    `where` is a question key, or the name of the changed text ("purpose", "instruction.danger").
    `before` and `after` are the Danish texts (the English ones for TRANSLATED), the probes one a
    line, the place in the order from 1 for MOVED; empty where there is none.
    """

    change: Change
    where: str
    before: str = ""
    after: str = ""
