"""Names that may stand in documents that hold no citizen's words."""

from collections.abc import Iterable
from typing import Protocol

from exports.gate import names
from exports.words import genitive, of_municipality
from interviews.model import Consultation, Settings
from strategy.model import Initiative


class NamesStore(Protocol):
    """Where such names are read from."""

    def consultation(self, key: str) -> Consultation: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...


def own_names(store: NamesStore, consultation_id: str, more: Iterable[str] = ()) -> frozenset[str]:
    """The municipality, the consultation, those responsible and `more`, in lower case, with the
    consultation's own list."""
    current = store.consultation(consultation_id)
    municipality = of_municipality(current.municipality)
    found = [municipality, genitive(municipality), current.name, *more]
    for one in store.initiatives(consultation_id):
        found += [one.responsible, one.partners]
    return names(found) | frozenset(store.settings(consultation_id).allowed_words)
