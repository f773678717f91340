"""Words that say which field of an initiative follows, in its row on paper.

People type by them. A text of the plan may begin like one of them too: then its place tells.
"""

import re
from collections.abc import Mapping

DETAIL = re.compile(r"(Mål:?\s+(?=[Mm][- ]?\d)|Status:\s*|Økonomi:\s*|Milepæle?:\s*)")
FREE = ("Økonomi", "Milepæl")  # leads to words of any sort
POINT = re.compile(r"\s*·\s*(?=Mål:?\s+[Mm][- ]?\d|Status:|Økonomi:|Milepæle?:)")
NEW = re.compile(r"(?:nyt|ny)\s+initiativ\b[\s:.–-]*", re.IGNORECASE)
TOGETHER = re.compile(r"(?:Sammen med|I samarbejde med|Samarbejde med|Partnere?:) ?", re.IGNORECASE)
STATEMENT = re.compile(r"U-\d+")
_DASH = re.compile(r"^\s*[-–]\s|\s[-–]\s*$")  # printed where a field is empty
NOBODY = "Ingen udsagn"  # printed where no reason was given either
AFTER_NUMBER = " :.)–-"  # stands between a number and its words, however people type it


def without_dash(text: str) -> str:
    """`text` without the dash that stands for nothing, which people write beside."""
    return _DASH.sub("", f" {text} ").strip()


def misleads(values: Mapping[str, str]) -> bool:
    """Whether a text of an initiative, by field, begins or goes on like another field."""
    return bool(
        DETAIL.match(values["text"])
        or NEW.match(values["text"])
        or TOGETHER.match(values["responsible"])
        or POINT.search(values["cost"])
        or POINT.search(values["milestones"])
        or STATEMENT.search(values["no_evidence_reason"])
    )
