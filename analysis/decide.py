"""Use case: keep what a person decided about suggestions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from analysis.model import Aspect, Decision
from interviews.model import Kind, Role, Statement


class DecisionStore(Protocol):
    """What the use case needs of the store."""

    def statements_by_id(self, ids: Sequence[str]) -> Mapping[str, Statement]: ...
    def add_decisions(self, decisions: Iterable[Decision]) -> None: ...


class DecisionRefused(ValueError):
    """A decision that cannot be kept; `code` says why.

    Codes: "unknown_statement", "not_a_kind", "not_yes_or_no", "no_value".
    """

    def __init__(self, code: str, statement_id: str, value: str) -> None:
        super().__init__(f"{code}: {statement_id} {value!r}")
        self.code = code
        self.statement_id = statement_id
        self.value = value


def decide(
    store: DecisionStore,
    statement_ids: Sequence[str],
    aspect: Aspect,
    value: str,
    role: Role,
    *,
    accepted: bool = True,
    now: date | None = None,
) -> tuple[Decision, ...]:
    """One decision for each statement: `value` is right (or wrong, if not `accepted`).

    `value` is a theme key ("" for none of these), a tag key, a kind, or "yes"/"no". Raises
    DecisionRefused, and keeps nothing, if a statement is unknown or the value does not fit.
    """
    known = store.statements_by_id(statement_ids)
    for id_ in statement_ids:
        if id_ not in known:
            raise DecisionRefused("unknown_statement", id_, value)
        _check(aspect, value, id_)
    day = (now or date.today()).isoformat()
    made = tuple(Decision(id_, aspect, value, accepted, role, day) for id_ in statement_ids)
    store.add_decisions(made)
    return made


def _check(aspect: Aspect, value: str, statement_id: str) -> None:
    if aspect is Aspect.KIND and value not in {kind.value for kind in Kind}:
        raise DecisionRefused("not_a_kind", statement_id, value)
    if aspect is Aspect.PROPOSAL and value not in ("yes", "no"):
        raise DecisionRefused("not_yes_or_no", statement_id, value)
    if aspect is Aspect.TAG and not value:
        raise DecisionRefused("no_value", statement_id, value)
