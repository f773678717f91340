"""Where a citizen's own phrase may live on in the plan after the statement is deleted."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from interviews.model import Statement

RUN = 4  # words in a row: fewer are everybody's, more would miss a short phrase


class Planned(Protocol):
    """A goal or an initiative."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def text(self) -> str: ...


class Tie(Protocol):
    """What ties a statement to a goal or an initiative."""

    @property
    def statement_id(self) -> str: ...
    @property
    def target_id(self) -> str: ...


class Worded(Protocol):
    """What the machine worded from statements."""

    @property
    def statement_ids(self) -> tuple[str, ...]: ...
    @property
    def taken_over_by(self) -> str | None: ...


class EchoStore(Protocol):
    """What is read to find echoes."""

    def statement(self, key: str) -> Statement: ...
    def goals(self, consultation_id: str) -> Sequence[Planned]: ...
    def initiatives(self, consultation_id: str) -> Sequence[Planned]: ...
    def links(self, consultation_id: str, only: Iterable[str] | None = None) -> Sequence[Tie]: ...
    def initiative_proposals(self, consultation_id: str) -> Sequence[Worded]: ...


def echoes(
    store: EchoStore, consultation_id: str, said: Sequence[Statement]
) -> tuple[Planned, ...]:
    """Goals and initiatives tied to one of `said` that share RUN words in a row with its text.

    Asked before the statements are deleted, for a person to read afterwards. All versions count;
    capitals and signs do not.
    """
    ids = {one.id for one in said}
    tied = {t.target_id for t in store.links(consultation_id) if t.statement_id in ids}
    tied |= {
        worded.taken_over_by
        for worded in store.initiative_proposals(consultation_id)
        if worded.taken_over_by and ids & set(worded.statement_ids)
    }
    theirs = {run for one in said for version in _versions(store, one) for run in _runs(version)}
    planned = (*store.goals(consultation_id), *store.initiatives(consultation_id))
    return tuple(p for p in planned if p.id in tied and not theirs.isdisjoint(_runs(p.text)))


def _versions(store: EchoStore, said: Statement) -> Iterator[str]:
    """The texts of a statement, newest first."""
    yield said.text
    while said.replaces is not None:
        said = store.statement(said.replaces)
        yield said.text


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}
