"""Writers of one SQLite file wait in a line, so that each gets his turn.

SQLite lets those who wait try again at moments of their own, the more seldom the longer they have waited: who has just
finished is likely to be the first again, and others starve. Here one place is next in line, an advisory lock on a file
beside the database. Who has it tries until he may begin, and then leaves it; who has just finished has to get it again,
behind the one who has it now, and with no better chance than anybody else who is after it.

The line is a courtesy: what keeps two writers apart is SQLite alone. Where the file cannot be made or locked, and where
whoever is next does not move (it was stopped, say), one goes on without a place. The lock of a process that died is
gone with it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from random import uniform
from time import monotonic, sleep

SIDE = "-turn"
"""What the file beside the database adds to its name."""

READ_WITHIN = 10
"""Seconds for which whoever reads, or makes a project, waits for another one."""

SAY_AFTER = 1.0
"""Seconds after which it is said that one waits."""

_PLACE_WITHIN = 1.0
"""Seconds after which one does without a place in line, if there is as much time; else half of what there is."""

_PACE = 0.001
"""Seconds between two tries for the place, constant: who waits long is not worse off than who just came."""

_QUICK, _SLOW = 0.0001, 0.005
"""Seconds between two tries to begin: short when the one before has hardly begun, longer when he takes his time."""

_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK


class Line:
    """The line before one file; where there is none (`file` is None), whoever comes tries at once."""

    def __init__(self, file: str | None) -> None:
        # SQLite keeps its log beside the file itself, whatever links lead to it.
        self._file = os.path.realpath(file) if file is not None else None

    def begin(self, cursor: sqlite3.Cursor, wait: float, say: Callable[[], None]) -> None:
        """Begin a transaction that writes; SQLite's error after `wait` seconds without a turn.

        `say` is called once, past a second.
        """
        waiting = _Waiting(wait, say)
        cursor.execute("PRAGMA busy_timeout = 0")
        try:
            with self._place(waiting):
                since = monotonic()
                while (refused := _refused(cursor)) is not None:
                    if waiting.is_past(wait):
                        raise refused
                    waiting.pause(min(max((monotonic() - since) / 8, _QUICK), _SLOW))
        finally:
            # Whoever reads waits for the moment that it takes another to make, or put away, the log.
            cursor.execute(f"PRAGMA busy_timeout = {READ_WITHIN * 1000}")

    def clear(self) -> None:
        """Take the file away with the last one who had the project open: SQLite has taken its log away then.

        Whoever holds or awaits a place in it meanwhile finishes there, and SQLite keeps him from the others.
        """
        if self._file is not None and not os.path.exists(self._file + "-wal"):
            with suppress(OSError):
                os.unlink(self._file + SIDE)

    @contextmanager
    def _place(self, waiting: "_Waiting") -> Iterator[None]:
        """Be next in line, or have waited for it long enough."""
        side = self._opened()
        try:
            while side is not None and not _locked(side) and not waiting.is_past(waiting.for_place):
                waiting.pause(_PACE)
            yield
        finally:
            if side is not None:
                os.close(side)

    def _opened(self) -> int | None:
        """The file beside, opened anew for each turn, so that threads exclude each other too."""
        if self._file is None:
            return None
        try:
            return os.open(self._file + SIDE, _FLAGS)
        except FileNotFoundError:
            return _made(self._file)
        except OSError:
            return None


class _Waiting:
    """How long one has waited."""

    def __init__(self, limit: float, say: Callable[[], None]) -> None:
        self.for_place = min(_PLACE_WITHIN, limit / 2)
        self._began = monotonic()
        self._say: Callable[[], None] | None = say

    def is_past(self, seconds: float) -> bool:
        """Whether it is longer than that."""
        return monotonic() - self._began > seconds

    def pause(self, seconds: float) -> None:
        """Wait for about so long: never in step with the others."""
        if self._say is not None and self.is_past(SAY_AFTER):
            self._say()
            self._say = None
        sleep(seconds * uniform(0.5, 1.5))


def _made(file: str) -> int | None:
    """The file beside, for whoever may read the database: SQLite makes its log so, too."""
    try:
        like = os.stat(file)
        side = os.open(file + SIDE, _FLAGS | os.O_CREAT, 0o600)
    except OSError:
        return None
    with suppress(OSError):
        os.fchmod(side, like.st_mode & 0o777)
        if os.geteuid() == 0:
            os.fchown(side, like.st_uid, like.st_gid)
    return side


def _locked(side: int) -> bool:
    """Whether the place is ours now, or there is no such thing here."""
    try:
        flock(side, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _refused(cursor: sqlite3.Cursor) -> sqlite3.OperationalError | None:
    """Try to begin; what SQLite says where another one is writing."""
    try:
        cursor.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return error
    return None
