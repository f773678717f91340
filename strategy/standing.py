"""Where a consultation stands and what comes next."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from interviews.model import Draft, Interview, Site, Theme


class Step(StrEnum):
    """The next thing to do, in the order the work goes."""

    SET_UP = "set_up"
    COLLECT = "collect"
    ANALYSE = "analyse"
    REVIEW = "review"
    DRAFT = "draft"
    LINK = "link"
    PRINT = "print"


@dataclass(frozen=True)
class Standing:
    """Numbers of a consultation: people and conversations count those that were counted."""

    sites: int
    sites_visited: int
    interviews: int
    participants: int
    statements: int
    drafts: int
    analysed: int
    reviewed: int
    initiatives: int
    step: Step


class StandingStore(Protocol):
    """What the count needs of the store."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def interviews(self, consultation_id: str) -> tuple[Interview, ...]: ...
    def drafts(self, consultation_id: str) -> tuple[Draft, ...]: ...
    def count_statements(self, consultation_id: str) -> int: ...
    def count_analysed(self, consultation_id: str) -> int: ...
    def count_reviewed(self, consultation_id: str) -> int: ...
    def count_initiatives(self, consultation_id: str) -> int: ...
    def count_unlinked_initiatives(self, consultation_id: str) -> int: ...


def standing(store: StandingStore, consultation_id: str) -> Standing:
    """Where the consultation stands."""
    interviews = store.interviews(consultation_id)
    counts = {
        "sites": len(store.sites(consultation_id)),
        "sites_visited": len({i.site_id for i in interviews} - {None}),
        "interviews": len(interviews),
        "participants": sum(i.participants or 0 for i in interviews),
        "statements": store.count_statements(consultation_id),
        "drafts": len(store.drafts(consultation_id)),
        "analysed": store.count_analysed(consultation_id),
        "reviewed": store.count_reviewed(consultation_id),
        "initiatives": store.count_initiatives(consultation_id),
    }
    has_themes = bool(store.themes(consultation_id))
    unlinked = store.count_unlinked_initiatives(consultation_id)
    return Standing(**counts, step=_next_step(counts, has_themes, unlinked))


def _next_step(counts: dict[str, int], has_themes: bool, unlinked: int) -> Step:
    if not has_themes:
        return Step.SET_UP
    if not counts["statements"]:
        return Step.COLLECT
    if counts["analysed"] < counts["statements"]:
        return Step.ANALYSE
    if counts["reviewed"] < counts["statements"] // 2:
        return Step.REVIEW
    if not counts["initiatives"]:
        return Step.DRAFT
    return Step.LINK if unlinked else Step.PRINT
