"""What the guard asks about in statements and nobody has answered."""

from exports.model import Base
from exports.text import printable
from interviews.cleared import open_findings
from interviews.model import Harmless


class OpenWords:
    """Words in statements that the guard asks about and nobody has answered.

    Asked of the whole statement, not of the piece that is printed: a sentence cut out begins with
    a capital that means nothing.
    """

    def __init__(self, base: Base, allowed: frozenset[str]) -> None:
        self._said = {s.label: s for s in base.statements}
        self._answers: dict[str, list[Harmless]] = {}
        for answer in base.harmless:
            self._answers.setdefault(answer.statement_id, []).append(answer)
        self._allowed = allowed
        self._found: dict[str, tuple[str, ...]] = {}

    def has(self, label: str, word: str) -> bool:
        """Whether `word` touches something open in the statement with this label."""
        said = self._said.get(label)
        if said is None:
            return True
        if label not in self._found:
            findings = open_findings(said.text, self._answers.get(said.id, ()), self._allowed)
            self._found[label] = tuple(printable(said.text[f.start : f.end]) for f in findings)
        return any(word in found or found in word for found in self._found[label])
