"""The demonstration consultation in a store of its own, for benchmarks."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import storage.store
from demo.load import load_demo
from storage import open_store


@contextmanager
def demonstration() -> Iterator[tuple[str, str]]:
    """(database URL, consultation id) of a fresh copy that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'demo.db'}"
        with open_store(url) as store:
            consultation = load_demo(store)
        yield url, consultation.id
        storage.store.close_engines()
