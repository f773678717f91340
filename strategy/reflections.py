"""Which quotes somebody chose to stand by themselves, under "Stof til eftertanke"."""

from collections.abc import Iterable
from typing import Protocol

from interviews.model import Role
from strategy.follow_up.texts import TextStore, write_text, written
from strategy.model import Quote

_FORM, _SECTION = "plan", "reflections"


class ReflectionStore(TextStore, Protocol):
    """What the choice needs of the store."""

    def quotes(self, consultation_id: str) -> tuple[Quote, ...]: ...


def choose_reflections(
    store: TextStore, consultation_id: str, quote_ids: Iterable[str], role: Role, day: str
) -> None:
    """Keep the choice until somebody makes another; none at all leaves it to the program."""
    write_text(store, consultation_id, _FORM, _SECTION, " ".join(quote_ids), role, day)


def chosen_reflections(store: ReflectionStore, consultation_id: str) -> tuple[str, ...]:
    """Ids of the chosen quotes that are still released, in the order they were chosen."""
    released = {quote.id for quote in store.quotes(consultation_id)}
    kept = written(store, consultation_id, _FORM).get(_SECTION, "")
    return tuple(key for key in kept.split() if key in released)
