"""A lock between processes that the system lets go of when its holder dies, however it dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from launcher.problems import not_writable

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[bytes]) -> bool:
        handle.seek(0)
        try:
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: IO[bytes]) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


@contextmanager
def held_lock(path: Path) -> Iterator[bool]:
    """Whether this process got the lock on `path`; held until the `with` block ends.

    Never waits. The file stays behind, empty: deleting it would let two holders in.
    Raises StartProblem when the file cannot be made.
    """
    try:
        handle = path.open("ab")
    except OSError as error:
        raise not_writable(path.parent) from error
    with handle:
        yield _try_lock(handle)
