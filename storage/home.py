"""Where data live on this machine."""

import os
from pathlib import Path

from storage.errors import HomeNotWritable


def home() -> Path:
    """The folder for the database, the draft key and caches; made when missing.

    `TALEROER_HOME` overrides the default, a folder `data` beside the code.
    Raises HomeNotWritable.
    """
    chosen = os.environ.get("TALEROER_HOME")
    path = Path(chosen).expanduser() if chosen else Path(__file__).resolve().parent.parent / "data"
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeNotWritable(str(path)) from error
    if not os.access(path, os.W_OK):
        raise HomeNotWritable(str(path))
    return path


def database_url() -> str:
    """The SQLAlchemy address of the database; `TALEROER_DATABASE_URL` overrides SQLite at home."""
    return os.environ.get("TALEROER_DATABASE_URL") or f"sqlite:///{home() / 'taleroer.db'}"
