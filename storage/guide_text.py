"""Guides as text in a column: JSON of the dataclass, so that a stored version reads for ever."""

import json

from guides.model import Guide
from storage.rows import from_row, to_row


def write_guide(guide: Guide) -> str:
    """One guide as JSON text."""
    return json.dumps(to_row(guide), ensure_ascii=False)


def read_guide(text: str) -> Guide:
    """The guide from what write_guide made."""
    return from_row(Guide, json.loads(text))
