"""Where the language engine keeps the files that it can build again."""

import os
from pathlib import Path

ROOM = Path(__file__).resolve().parent


def lists() -> Path:
    """The folder with the word lists that belong to the project."""
    return ROOM / "lists"


def cache() -> Path:
    """The folder for files built at first use: TALEROER_HOME/cache, or data/cache of the project.

    The folder need not exist, and may not be writable.
    """
    home = os.environ.get("TALEROER_HOME", "")
    return (Path(home) if home else ROOM.parent / "data") / "cache"
