"""Use cases: a draft that goes out to be edited in Word, and the same file when it comes back."""

import itertools
from typing import Protocol

from exports.documents import PrintStore, print_plan
from exports.printed_rows import printed_rows, stamp_of
from exports.word import WordRenderer
from exports.word.returned import read_returned
from interviews.model import Role, Statement, Theme
from strategy.model import Digest, DigestLine, EvidenceLink, Goal, Initiative, PlanVersion, Quote
from strategy.round_trip.compare import compare
from strategy.round_trip.model import Comparison, Returned
from strategy.versions import NothingChanged, VersionStore, plan_now, save_version


class VersionNotKnown(LookupError):
    """The file does not say which version it was printed from, or says one that is not here."""

    code = "version_not_known"


class DraftStore(PrintStore, VersionStore, Protocol):
    """What printing a draft for editing needs of the store."""


class ReturnStore(Protocol):
    """What reading a returned file needs of the store; nothing is written."""

    def themes(self, consultation_id: str) -> tuple[Theme, ...]: ...
    def statements(
        self, consultation_id: str, theme_key: str | None = None
    ) -> tuple[Statement, ...]: ...
    def digests(self, consultation_id: str) -> tuple[Digest, ...]: ...
    def quotes(self, consultation_id: str) -> tuple[Quote, ...]: ...
    def goals(self, consultation_id: str) -> tuple[Goal, ...]: ...
    def initiatives(self, consultation_id: str) -> tuple[Initiative, ...]: ...
    def links(self, consultation_id: str) -> tuple[EvidenceLink, ...]: ...
    def plan_versions(self, consultation_id: str) -> tuple[PlanVersion, ...]: ...
    def add_plan_version(self, version: PlanVersion) -> None: ...


def print_for_editing(
    store: DraftStore,
    consultation_id: str,
    role: Role,
    day: str,
    carrier: bytes | None = None,
    count_pages: bool = True,
) -> tuple[bytes, int]:
    """The plan as a Word draft that can come back, and the number of the version it shows.

    The plan is saved as a version where it has changed since the last. Raises PlanEmpty,
    PrintStopped, NotACarrier; nothing is kept then.
    """
    try:
        version = save_version(store, consultation_id, role, day, "Sendt ud i Word")
    except NothingChanged as same:
        version = next(v for v in store.plan_versions(consultation_id) if v.number == same.number)
    renderer = WordRenderer(carrier, count_pages, stamp_of(version))
    return print_plan(store, consultation_id, renderer, role, day), version.number


def read_file(store: ReturnStore, consultation_id: str, content: bytes) -> Returned:
    """What stands in a returned file. Raises FileUnreadable."""
    return read_returned(content, store.themes(consultation_id))


def version_of(store: ReturnStore, consultation_id: str, returned: Returned) -> int:
    """The number of the version the file was printed from. Raises VersionNotKnown.

    A number alone is not believed: the file's mark must be that of the version kept here, so that
    a plan of another consultation is not taken for this one's.
    """
    versions = store.plan_versions(consultation_id)
    found = next((v.number for v in versions if stamp_of(v) == returned.stamp), None)
    if found is None:
        raise VersionNotKnown
    return found


def compare_returned(
    store: ReturnStore, consultation_id: str, returned: Returned, number: int
) -> Comparison:
    """The file against version `number` and the plan as it stands.

    Raises VersionNotKnown, NotThisPlan.
    """
    versions = {v.number: v for v in store.plan_versions(consultation_id)}
    if number not in versions:
        raise VersionNotKnown
    now = plan_now(store, consultation_id, Role.CONSULTANT, "")
    said = store.statements(consultation_id)
    labels = {s.id: s.label for s in said}
    printed = printed_rows(versions[number], labels)
    return compare(
        number,
        returned,
        tuple(printed.values()),
        printed_rows(now, labels),
        {row.label: key for key, row in printed.items()},
        _said(store, consultation_id, said),
    )


def _said(
    store: ReturnStore, consultation_id: str, statements: tuple[Statement, ...]
) -> dict[str, tuple[str, ...]]:
    """All texts of a statement that may be printed, by its visible number: excerpts, then whole."""
    whole = {s.id: s for s in statements}
    found: dict[str, dict[str, None]] = {s.label: {} for s in statements}
    lines = (line for digest in store.digests(consultation_id) for line in digest.lines)
    for place in itertools.chain[Quote | DigestLine](store.quotes(consultation_id), lines):
        if one := whole.get(place.statement_id):
            found[one.label][one.text[place.start : place.end]] = None
    for one in statements:
        found[one.label][one.text] = None
    return {label: tuple(texts) for label, texts in found.items()}
