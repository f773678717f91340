"""Words that tie two statements together: whoever reads both knows that one person said them.

The plan prints statements in random order and without conversation, so that nobody can put a
conversation together again. A word that only one conversation uses, in two of its statements, does
it all the same: a boat, a daughter's horse. Whoever releases a quote sees which printed statements
it would be tied to (docs/intruder.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interviews.model import Statement
from interviews.rare_traits import TraitStore
from language.reader import terms
from language.stopwords import is_stop

SHORTEST = 3  # letters of a word that says anything: "båd"


@dataclass(frozen=True)
class Tie:
    """Another printed statement of the same conversation, and the words that give it away."""

    label: str
    words: tuple[str, ...]


def ties(store: TraitStore, said: Statement, printed: Iterable[Statement]) -> tuple[Tie, ...]:
    """The printed statements that `said` would be tied to, with the words (lemmas and parts)."""
    own = _words(said.text)
    found = []
    for other in printed:
        if other.id == said.id or other.interview_id != said.interview_id:
            continue
        shared = own & _words(other.text)
        rare = [w for w in shared if store.talks_saying(said.consultation_id, w) <= 1]
        if rare:
            found.append(Tie(other.label, tuple(sorted(rare))))
    return tuple(found)


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in terms(text) if len(w) >= SHORTEST and not is_stop(w))
