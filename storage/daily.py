"""What is done once a day, however long the program runs: at the first use of a new day."""

import datetime
import threading
from collections.abc import Callable

from sqlalchemy.exc import OperationalError


class Daily:
    """One task, and the day it was last done."""

    def __init__(self) -> None:
        self._task: Callable[[], None] | None = None
        self._done_on: datetime.date | None = None
        self._lock = threading.Lock()

    def each_day(self, task: Callable[[], None]) -> None:
        """Do `task` now, and at the first use of every new day."""
        self._task = task
        self._done_on = None
        self.run()

    def run(self) -> None:
        """Do the task unless it is done today; a database that is busy is tried at the next use."""
        today = datetime.date.today()
        if self._task is None or self._done_on == today or not self._lock.acquire(blocking=False):
            return
        before, self._done_on = self._done_on, today  # first: the task itself uses the store
        try:
            self._task()
        except OperationalError:
            self._done_on = before
        finally:
            self._lock.release()


DAILY = Daily()
