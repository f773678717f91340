"""Why a draft or a correction is not stored."""

from collections.abc import Mapping

from interviews.model import Finding


class FindingsOpen(Exception):
    """Something that may identify a person has no answer yet. `findings` by entry id."""

    code = "findings_open"

    def __init__(self, findings: Mapping[str, tuple[Finding, ...]]) -> None:
        self.findings = dict(findings)
        super().__init__(f"{sum(map(len, self.findings.values()))} findings have no answer")


class ConsentMissing(Exception):
    """Nobody said yes to the words that were read aloud."""

    code = "consent_missing"


class NothingSaid(Exception):
    """There is no text to store."""

    code = "nothing_said"


class OfferOpen(Exception):
    """A text typed in another window is still offered. `entry_ids` says where."""

    code = "offer_open"

    def __init__(self, entry_ids: tuple[str, ...]) -> None:
        self.entry_ids = entry_ids
        super().__init__(f"{len(entry_ids)} entries have a second text")
