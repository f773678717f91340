"""Practice for interviewers: a made-up conversation that is never stored.

The use cases of a real conversation run on a store that is only memory: nothing in here knows of
a database, and what was typed is gone with the session.
"""

import functools
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from guides.loader import load_shared
from guides.model import Guide, Local
from interviews.drafts import start_draft
from interviews.model import Draft, Interview, Settings, Site, Statement, Theme

PRACTICE = "oevelse"  # the practice draft's id
FILE = Path(__file__).parent / "data" / "practice.toml"


@dataclass(frozen=True)
class Part:
    """What a made-up citizen says: the guide, cut to the questions answered, and the answers."""

    guide: Guide
    answers: dict[str, Local]


@functools.cache
def made_up_citizen() -> Part:
    """The answers by question key, in the order of the questions."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    answers = {one["question"]: Local(one["da"], one["en"]) for one in told["answer"]}
    guide = next(g for g in load_shared() if g.id == told["guide"])
    asked = tuple(q for q in guide.questions if q.key in answers)
    return Part(replace(guide, questions=asked), answers)


class PracticeStore:
    """Answers as the store does, for one draft and what it becomes; all in memory."""

    def __init__(self, themes: tuple[Theme, ...], settings: Settings) -> None:
        self._themes, self._settings = themes, settings
        self._drafts: dict[str, Draft] = {}
        self._held: dict[str, Interview] = {}
        self._said: dict[str, Statement] = {}

    def draft(self, key: str) -> Draft:
        return self._drafts[key]

    def save_draft(self, draft: Draft) -> None:
        self._drafts[draft.id] = draft

    def delete_draft(self, key: str) -> None:
        self._drafts.pop(key, None)

    def guide(self, *_which: object) -> Guide:
        return made_up_citizen().guide

    def sites(self, _of: str) -> tuple[Site, ...]:
        return ()

    def themes(self, _of: str) -> tuple[Theme, ...]:
        return self._themes

    def settings(self, _of: str) -> Settings:
        return self._settings

    def add_interview(self, interview: Interview, statements: Iterable[Statement]) -> None:
        self._held[interview.id] = interview
        self._said = {one.id: one for one in statements}

    def interview(self, key: str) -> Interview:
        return self._held[key]

    def statement(self, key: str) -> Statement:
        return self._said[key]

    def statements(self, *_of: object) -> tuple[Statement, ...]:
        return tuple(self._said.values())

    def add_statement_version(self, new: Statement) -> None:
        self._said = {new.id if k == new.replaces else k: s for k, s in self._said.items()}
        self._said[new.id] = new

    def used_numbers(self, _of: str) -> frozenset[int]:
        return frozenset()

    def purge_drafts(self, *_before: object) -> int:
        return 0

    def add_harmless(self, answers: object) -> None:
        """Nothing is kept for a print that never comes."""

    def add_audit(self, entries: object) -> None:
        """Practice leaves no trail."""

    def add_withdrawal(self, interview_id: str, code_hash: bytes) -> None:
        """The code that is shown takes nothing back: there is nothing."""


def begin_practice(store: PracticeStore, consultation_id: str, today: str) -> Draft:
    """An empty draft along the made-up citizen's guide, in memory only.

    It has no journal key, so that the browser keeps nothing of it either.
    """
    begun = start_draft(store, consultation_id, [made_up_citizen().guide], today)
    store.delete_draft(begun.id)
    draft = replace(begun, id=PRACTICE, journal_key="")
    store.save_draft(draft)
    return draft
