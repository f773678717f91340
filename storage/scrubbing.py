"""What is deleted leaves our files as well: pages, write-ahead log, copies lying beside them.

Nothing to do on a server database: its administrator's vacuum does it.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine

from storage.home import home

WAIT = 0.1  # seconds for whoever is at work; a page is not to stand still for longer
SAFETY_COPY = "before-restore.taleroer"


def ask(engine: Engine) -> None:
    """Keep on disk that the file is to be scrubbed: a program that dies has not forgotten it."""
    if (path := _path(engine)) is not None:
        _asked(path).touch()


def scrub_if_asked(engine: Engine) -> None:
    """Scrub where it was asked for and nobody is in the way; else it is tried the next time."""
    path = _path(engine)
    if path is not None and _asked(path).exists():
        scrub_engine(engine)


def scrub_engine(engine: Engine, wait: float = WAIT) -> bool:
    """Rewrite the file without its deleted pages and empty the log; whether it is done.

    False when somebody was at work in the database for `wait` seconds; it stays asked for.
    """
    path = _path(engine)
    if path is None:
        return True
    _asked(path).touch()
    done = _rewrite(path, wait)
    if done:
        _asked(path).unlink(missing_ok=True)
    return done


def remove_copies(engine: Engine) -> tuple[str, ...]:
    """Delete the copies the program made by itself before a migration or a restore; their names."""
    return tuple(
        shred(path) for path in (*_plain_copies(engine), home() / SAFETY_COPY) if path.exists()
    )


def remove_plain_copies(engine: Engine) -> None:
    """Delete the copies made before a migration, which are not sealed."""
    for path in _plain_copies(engine):
        shred(path)


def shred(path: Path) -> str:
    """Zeros over the content, then delete; on a disk that copies on write only an attempt.

    The file's name.
    """
    size = path.stat().st_size
    with path.open("r+b") as file:
        for start in range(0, size, 1 << 20):
            file.write(b"\0" * min(1 << 20, size - start))
    path.unlink()
    return path.name


def _path(engine: Engine) -> Path | None:
    """The file of a SQLite database, None for one in memory or on a server."""
    name = engine.url.database
    in_file = engine.dialect.name == "sqlite" and name and name != ":memory:"
    return Path(name) if in_file and name else None


def _asked(path: Path) -> Path:
    return path.with_name(f"{path.name}-unscrubbed")


def _plain_copies(engine: Engine) -> Iterator[Path]:
    if (path := _path(engine)) is not None:
        yield from sorted(path.parent.glob(f"{path.stem}.before-*.db"))


def _rewrite(path: Path, wait: float) -> bool:
    """Its own connection, so that nobody else's waits less or writes another way afterwards."""
    conn = sqlite3.connect(path, timeout=wait, isolation_level=None)
    try:
        conn.execute("pragma temp_store = memory")  # no copy in the machine's temporary folder
        if not _empty_log(conn):  # somebody reads what is deleted: no use in going on
            return False
        conn.execute("vacuum")
        return _empty_log(conn)
    except sqlite3.OperationalError:  # somebody writes
        return False
    finally:
        conn.close()


def _empty_log(conn: sqlite3.Connection) -> bool:
    busy: int = conn.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
    return not busy
