"""Deleting for real: not a byte of what was said is left in a file of ours."""

from pathlib import Path

from sqlalchemy import text

from storage.home import database_url, home
from storage.secrets import KEY_FILE
from storage.store import close_engines, connect, open_store

OURS = ("*.before-*.db", "before-restore.taleroer", "*.part")


def scrub(url: str | None = None) -> None:
    """Rewrite the database file without its deleted pages, and empty the write-ahead log.

    Nothing to do on a server database: its administrator's vacuum does it.
    """
    engine = connect(url or database_url())
    if engine.dialect.name != "sqlite":
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as conn:
        conn.execute(text("vacuum"))
        conn.execute(text("pragma wal_checkpoint(truncate)"))


def erase_everything(url: str | None = None) -> tuple[str, ...]:
    """Delete all consultations, drafts and the copies made by the program; which files went.

    The key of drafts goes too: a draft left on some disk can never be read again. Backups that
    people put elsewhere are theirs to delete.
    """
    with open_store(url) as store:
        for consultation in store.consultations():
            store.delete_consultation(consultation.id)
    scrub(url)
    close_engines()
    gone = []
    for pattern in (*OURS, KEY_FILE):
        for path in sorted(home().glob(pattern)):
            _overwrite(path)
            path.unlink()
            gone.append(path.name)
    return tuple(gone)


def _overwrite(path: Path) -> None:
    """Zeros over the content first; on a disk that copies on write this is only an attempt."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        for start in range(0, size, 1 << 20):
            file.write(b"\0" * min(1 << 20, size - start))
