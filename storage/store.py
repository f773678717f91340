"""The store: one connection in one transaction, and how it is opened."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from storage import scrubbing
from storage.analysis import Analysis
from storage.carriers import Carriers
from storage.consultations import Consultations
from storage.counts import Counts
from storage.daily import DAILY
from storage.follow_ups import FollowUps
from storage.hearings import Hearings
from storage.home import database_url
from storage.interviews import Interviews
from storage.migrate import bring_up_to_date
from storage.plan_steps import PlanSteps
from storage.precedents import Precedents
from storage.privacy import Privacy
from storage.review import Review
from storage.role_codes import RoleCodes
from storage.server_errors import without_values
from storage.strategy import Strategy
from storage.taken_back import remember
from storage.voices import Voices
from storage.workshops import Workshops


class Store(
    Consultations,
    Interviews,
    Analysis,
    Strategy,
    PlanSteps,
    Carriers,
    Precedents,
    Hearings,
    FollowUps,
    Counts,
    Review,
    Voices,
    Workshops,
    Privacy,
    RoleCodes,
):
    """Everything that is kept, as models in and models out."""

    def __init__(self, conn: Connection) -> None:
        self.conn = conn
        self.erased = False  # something is deleted that must leave the files too
        self.taken_back: set[str] = set()  # ids that no backup may bring back


_ENGINES: list[Engine] = []


@functools.cache
def connect(url: str) -> Engine:
    """The engine for `url`, made once in a process; the tables are there and up to date.

    Raises DatabaseNewer; MigrationNeeded for a server database that somebody must migrate.
    """
    engine = raw_engine(url)
    _ENGINES.append(engine)
    bring_up_to_date(engine)
    return engine


def close_engines() -> None:
    """Close every connection of this process; the next open_store makes new ones."""
    while _ENGINES:
        _ENGINES.pop().dispose()
    connect.cache_clear()


def raw_engine(url: str) -> Engine:
    """An engine that has not looked at the tables."""
    if not url.startswith("sqlite"):
        engine = create_engine(url, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "handle_error", without_values)
        return engine
    # IMMEDIATE: reading takes no lock, the first write takes the write lock at once, so that a
    # long reader never meets "database is locked" half way through its own writing.
    # Parameters hold what citizens said: no error may show them.
    waiting = {"isolation_level": "IMMEDIATE", "timeout": 10}
    engine = create_engine(url, connect_args=waiting, hide_parameters=True)
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    for pragma in (
        "foreign_keys = on",
        "journal_mode = wal",
        "secure_delete = on",
        "busy_timeout = 10000",
        "synchronous = full",  # a draft must survive a dead battery
        "temp_store = memory",  # a large sort leaves no text in the machine's temporary folder
    ):
        connection.execute(f"pragma {pragma}").close()


@contextmanager
def open_store(url: str | None = None) -> Iterator[Store]:
    """A store for one use case: committed at the end, rolled back on an error.

    What was deleted then leaves the files too; when somebody else is at work, the next store
    that is closed tries again.
    """
    DAILY.run()
    engine = connect(url or database_url())
    with engine.begin() as conn:
        store = Store(conn)
        yield store
        if store.erased:
            scrubbing.ask(engine)
    if store.taken_back:
        remember(store.taken_back)
    if store.erased:
        scrubbing.remove_copies(engine)
    scrubbing.scrub_if_asked(engine)
