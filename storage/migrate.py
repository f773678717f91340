"""Bringing a database to the form this version of the program knows."""

import sqlite3
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from storage.errors import DatabaseNewer, MigrationNeeded
from storage.scrubbing import remove_plain_copies

MIGRATIONS = Path(__file__).parent / "migrations"


def known_revisions() -> tuple[str, ...]:
    """Names of all migrations, oldest first; the files begin with their number."""
    return tuple(sorted(p.stem.split("_")[0] for p in (MIGRATIONS / "versions").glob("0*.py")))


def current_revision(engine: Engine) -> str | None:
    """The migration the database has had, None for an empty database."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as conn:
        found: str | None = conn.execute(text("select version_num from alembic_version")).scalar()
    return found


def bring_up_to_date(engine: Engine, *, asked: bool = False) -> bool:
    """Migrate when needed; True when something was done.

    A SQLite file is copied beside itself first; the copy goes when the database is opened again
    by a later start, or when anything is deleted. A server database is created when it is empty,
    but migrated only when somebody `asked`. Raises DatabaseNewer, MigrationNeeded.
    """
    known = known_revisions()
    found = current_revision(engine)
    if found == known[-1]:
        remove_plain_copies(engine)
        return False
    if found is not None and found not in known:
        raise DatabaseNewer(found, known[-1])
    if found is not None and engine.dialect.name != "sqlite" and not asked:
        raise MigrationNeeded(found, known[-1])
    if found is not None and engine.dialect.name == "sqlite":
        copy_beside(engine, found)
    upgrade(engine)
    return True


def copy_beside(engine: Engine, revision: str) -> Path | None:
    """A whole copy of a SQLite file, named after the form it has; None for memory databases."""
    name = engine.url.database
    if not name or name == ":memory:":
        return None
    target = Path(name).with_name(f"{Path(name).stem}.before-{revision}.db")
    with sqlite3.connect(name) as source, sqlite3.connect(target) as copy:
        source.backup(copy)
    source.close()
    copy.close()
    return target


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Take the database to `revision`."""
    from alembic import command  # only when there is something to do: start-up stays quick
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as conn:
        config.attributes["connection"] = conn
        command.upgrade(config, revision)
