"""Names that may stand in documents that hold no citizen's words."""

from collections.abc import Iterable
from typing import Protocol

from exports.gate import names
from exports.model import Allowed
from exports.words import genitive, of_municipality
from interviews.model import Consultation, Settings, Site, Theme
from strategy.follow_up.texts import WrittenStore
from strategy.model import Initiative
from strategy.plan_names import nobodys_names


class NamesStore(WrittenStore, Protocol):
    """Where such names are read from."""

    def consultation(self, key: str) -> Consultation: ...
    def settings(self, consultation_id: str) -> Settings: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def sites(self, consultation_id: str) -> tuple[Site, ...]: ...
    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...


def own_names(store: NamesStore, consultation_id: str, more: Iterable[str] = ()) -> Allowed:
    """The municipality, the consultation, its sites and themes, those responsible and `more`, with
    the consultation's own list; and apart from them the words answered as nobody's name."""
    current = store.consultation(consultation_id)
    municipality = of_municipality(current.municipality)
    found = [municipality, genitive(municipality), current.name, *more]
    for one in store.initiatives(consultation_id):
        found += [one.responsible, one.partners]
    found += [site.name for site in store.sites(consultation_id)]
    found += [theme.name for theme in store.themes(consultation_id)]
    allowed = frozenset(store.settings(consultation_id).allowed_words)
    return Allowed(names(found) | allowed, nobodys_names(store, consultation_id))
