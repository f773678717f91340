"""Words of the plan that look like a name and are none, as somebody has answered at the print.

Kept apart from the words that may stand in citizens' statements: "Kirsten" may be the name of a
house in the plan, and in a statement she is a person.
"""

from interviews.model import Role
from strategy.follow_up.texts import TextStore, WrittenStore, write_text, written

_FORM, _SECTION = "plan", "names"


def nobodys_names(store: WrittenStore, consultation_id: str) -> frozenset[str]:
    """The words, in lower case."""
    return frozenset(written(store, consultation_id, _FORM).get(_SECTION, "").splitlines())


def is_nobodys_name(
    store: TextStore, consultation_id: str, word: str, role: Role, day: str
) -> None:
    """Keep that `word` names nobody in the plan."""
    known = nobodys_names(store, consultation_id) | as_kept(word)
    write_text(store, consultation_id, _FORM, _SECTION, "\n".join(sorted(known)), role, day)


def as_kept(word: str) -> frozenset[str]:
    """How a word stands among `nobodys_names`: in lower case, each of its lines by itself."""
    return frozenset(word.strip().lower().splitlines())
