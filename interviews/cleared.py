"""Findings of the guard in stored statements: which are answered, and which are still open."""

from collections.abc import Iterable
from typing import Protocol

from interviews.anonymity import check
from interviews.model import Certainty, Finding, Harmless, Role, Settings, Statement


class AnswerStore(Protocol):
    """What is read to know which findings are answered."""

    def settings(self, consultation_id: str) -> Settings: ...
    def harmless(self, consultation_id: str) -> tuple[Harmless, ...]: ...


class ClearedStore(AnswerStore, Protocol):
    """What answering needs of the store."""

    def statement(self, key: str) -> Statement: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def add_harmless(self, answers: Iterable[Harmless]) -> None: ...


class NotHarmless(ValueError):
    """What is certain to identify somebody cannot be called harmless, only replaced."""

    code = "not_harmless"


def left_standing(
    statement: Statement, allowed: frozenset[str], reason: str, role: Role, day: str
) -> tuple[Harmless, ...]:
    """Answers for everything the guard still asks about in a text whose findings are answered.

    Hints need no answer.
    """
    asked = (f for f in check(statement.text, allowed) if f.certainty is not Certainty.HINT)
    return tuple(Harmless(statement.id, f.start, f.end, reason, role, day) for f in asked)


def open_findings(
    text: str, answered: Iterable[Harmless], allowed: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """What in a stored text nobody has answered: the guard may have learnt since it was stored.

    A finding is answered where one answer covers all of it.
    """
    places = [(one.start, one.end) for one in answered]
    return tuple(
        finding
        for finding in check(text, allowed)
        if finding.certainty is not Certainty.HINT
        and not any(start <= finding.start and finding.end <= end for start, end in places)
    )


def findings_of(store: AnswerStore, statement: Statement) -> tuple[Finding, ...]:
    """The open findings of one statement."""
    answers = [
        h for h in store.harmless(statement.consultation_id) if h.statement_id == statement.id
    ]
    allowed = frozenset(store.settings(statement.consultation_id).allowed_words)
    return open_findings(statement.text, answers, allowed)


def all_open(
    store: ClearedStore, consultation_id: str
) -> tuple[tuple[Statement, tuple[Finding, ...]], ...]:
    """Every current statement with open findings. Reads all texts: some hundred a second."""
    allowed = frozenset(store.settings(consultation_id).allowed_words)
    answers: dict[str, list[Harmless]] = {}
    for one in store.harmless(consultation_id):
        answers.setdefault(one.statement_id, []).append(one)
    found = (
        (said, open_findings(said.text, answers.get(said.id, ()), allowed))
        for said in store.statements(consultation_id)
    )
    return tuple((said, findings) for said, findings in found if findings)


def judge_harmless(
    store: ClearedStore, statement_id: str, finding: Finding, reason: str, role: Role, day: str
) -> Harmless:
    """Keep that a finding identifies nobody, and why. Raises NotHarmless for a certain one."""
    if finding.certainty is Certainty.CERTAIN:
        raise NotHarmless(finding.kind)
    answer = Harmless(
        store.statement(statement_id).id, finding.start, finding.end, reason.strip(), role, day
    )
    store.add_harmless([answer])
    return answer
