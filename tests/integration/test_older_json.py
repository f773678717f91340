"""What an older version of the program kept as JSON is still read."""

import pytest

from interviews.model import Draft
from storage.rows import from_row, to_row


def test_a_draft_from_before_a_field_existed_gets_its_default():
    kept = to_row(Draft("d", "c", "2024-05-01", participants=3))
    del kept["journal_key"], kept["judgements"]
    assert from_row(Draft, kept) == Draft("d", "c", "2024-05-01", participants=3)


def test_a_field_without_a_default_must_be_there():
    kept = to_row(Draft("d", "c", "2024-05-01"))
    del kept["consultation_id"]
    with pytest.raises(TypeError, match="consultation_id"):
        from_row(Draft, kept)
