"""How hard a Danish text is to read, and words that say where an initiative stands plainly."""

import re
from datetime import date

from exports import danish
from exports.words import sentence
from strategy.follow_up.periods import begins
from strategy.model import Initiative, InitiativeStatus

EASY = 35.0  # LIX below which a text is easy for most adults (Björnsson 1968)
_BEFORE = {
    InitiativeStatus.PROPOSED: "Vi foreslår",
    InitiativeStatus.PLANNED: "Vi vil sørge for",
    InitiativeStatus.STARTED: "Vi er i gang. Målet er",
    InitiativeStatus.DONE: "Nu har vi sørget for",
}
_AFTER = {
    InitiativeStatus.PROPOSED: "Det er et forslag.",
    InitiativeStatus.PLANNED: "Det er besluttet.",
    InitiativeStatus.STARTED: "Vi er i gang.",
    InitiativeStatus.DONE: "Det er gjort.",
}


def lix(text: str) -> float:
    """Läsbarhetsindex (Björnsson 1968): words a sentence + per cent of words over six letters."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words:
        return 0.0
    sentences = max(len(re.findall(r"[.!?:]+(?=\s|$)", text)), 1)
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)


def told(initiative: Initiative, day: str, own: str = "", is_adopted: bool = False) -> str:
    """One initiative in plain sentences: what is done, how far it is, and when it begins.

    `own` are people's own short words for it. What an adopted plan proposes is decided, and what
    is planned is a proposal until then.
    """
    status = initiative.status
    if status in (InitiativeStatus.PROPOSED, InitiativeStatus.PLANNED):
        status = InitiativeStatus.PLANNED if is_adopted else InitiativeStatus.PROPOSED
    if own:
        said = f"{own.strip().rstrip('.')}. {_AFTER[status]}"
    else:
        said = _joined(_BEFORE[status], initiative.text)
    return f"{sentence(said)}{_when(initiative, status, day)}"


def not_told(initiative: Initiative, own: str = "") -> str:
    """One initiative that was given up, in a plain sentence; `own` as in `told`."""
    return _joined("Det bliver ikke til noget", own or initiative.text)


def _joined(before: str, text: str) -> str:
    text = text.strip().rstrip(".")
    return f"{before}{', ' if text.startswith('at ') else ': '}{text}."


def _when(initiative: Initiative, status: InitiativeStatus, day: str) -> str:
    """When it begins, where that can be read and is still to come."""
    start = begins(initiative.start)
    if start is None or start.last < date.fromisoformat(day):
        return ""
    if status not in (InitiativeStatus.PROPOSED, InitiativeStatus.PLANNED):
        return ""
    if (start.last - start.first).days > 200:
        return f" Det begynder i {start.first.year}."
    return f" Det begynder i {danish.MONTHS[start.first.month - 1]} {start.first.year}."
