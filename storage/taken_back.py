"""Ids of what citizens took back, in a file beside the database, where no backup reaches them.

Random ids and nothing else: no text, no code, no day. An older backup still holds what was taken
back; putting it back deletes that again.
"""

from collections.abc import Iterable
from pathlib import Path

from storage.home import home

FILE = "taken-back.txt"


def remember(keys: Iterable[str]) -> None:
    """Add ids of conversations and statements; only ever added to, so that none is lost."""
    with _path().open("a", encoding="ascii") as file:
        file.write("".join(f"{key}\n" for key in sorted(keys)))


def taken_back() -> frozenset[str]:
    """All ids that were ever taken back here."""
    path = _path()
    return frozenset(path.read_text(encoding="ascii").split() if path.exists() else ())


def _path() -> Path:
    return home() / FILE
