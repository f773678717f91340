"""What people answer to the guard, and what a text becomes by it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from interviews.anonymity import check
from interviews.anonymity import replace as put_instead
from interviews.cleared import left_standing
from interviews.model import Certainty, Finding, Harmless, Judgement, Role, Statement
from interviews.refusals import FindingsOpen

Judgements = Mapping[tuple[int, int], Judgement]


def answers_to(judgements: Iterable[Judgement], key: str) -> dict[tuple[int, int], Judgement]:
    """The newest answer to each place of one text."""
    return {(j.start, j.end): j for j in judgements if j.entry_id == key}


def unanswered(text: str, answers: Judgements, allowed: frozenset[str]) -> tuple[Finding, ...]:
    """The findings in `text` that keep it from being handed in."""
    return tuple(f for f in check(text, allowed) if not _is_answered(f, answers))


def anonymised(text: str, answers: Judgements) -> str:
    """`text` with every replacement put in, without blanks at its ends."""
    edits = [(j.start, j.end, j.replacement) for j in answers.values() if j.replacement is not None]
    return put_instead(text, edits).strip()


def certain(text: str, allowed: frozenset[str]) -> tuple[Finding, ...]:
    """What no reason excuses, in a text as it would be kept: a replacement may hold it too."""
    return tuple(f for f in check(text, allowed) if f.certainty is Certainty.CERTAIN)


def refuse_open(findings: Mapping[str, tuple[Finding, ...]]) -> None:
    """Raises FindingsOpen where any text has one."""
    still = {key: found for key, found in findings.items() if found}
    if still:
        raise FindingsOpen(still)


def left_answered(
    statement: Statement,
    text: str,
    answers: Judgements,
    allowed: frozenset[str],
    day: str,
    role: Role,
) -> tuple[Harmless, ...]:
    """What still stands in a statement was answered, so that printing need not ask again.

    `text` is what it was before its replacements, with the reasons given there.
    """
    reasons = {text[j.start : j.end]: j.reason for j in answers.values() if j.replacement is None}
    return tuple(
        replace(one, reason=reasons.get(statement.text[one.start : one.end]) or one.reason)
        for one in left_standing(statement, allowed, "handed_in", role, day)
    )


def _is_answered(finding: Finding, answers: Judgements) -> bool:
    if finding.certainty is Certainty.HINT:
        return True
    if any(_covers(judgement, finding) for judgement in answers.values()):
        return True
    answer = answers.get((finding.start, finding.end))
    harmless = answer is not None and bool(answer.reason.strip())
    return finding.certainty is Certainty.LIKELY and harmless


def _covers(judgement: Judgement, finding: Finding) -> bool:
    """Whether the whole finding is replaced, perhaps with more around it."""
    replaced = judgement.replacement is not None
    return replaced and judgement.start <= finding.start and finding.end <= judgement.end
