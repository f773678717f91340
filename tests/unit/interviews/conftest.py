"""A store in a file, and a draft with one entry in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from guides.loader import load_shared
from interviews import drafts
from interviews.model import Consultation, Draft
from storage import Store, open_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("TALEROER_HOME", str(tmp_path))
    with open_store(f"sqlite:///{tmp_path / 'test.db'}") as opened:
        opened.add_consultation(Consultation("c" * 32, "Prøveby 2026", "Prøveby"))
        yield opened


@pytest.fixture
def draft(store: Store) -> Draft:
    started = drafts.start_draft(store, "c" * 32, load_shared()[:2], "2026-03-04", participants=3)
    drafts.add_entry(store, started.id, "housing", "q1")
    return store.draft(started.id)
