"""What crosses the borders of the guides room: interview guides in Danish and English."""

from dataclasses import dataclass


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
