"""Whether the files that are open still are the ones that others will find.

A file that was deleted or moved while it is open can be written on as before, and what is written goes with it: it
must not be acknowledged.
"""

import os

from annotate.errors import Unusable
from annotate.store import opening
from annotate.store.parts import identity

_SIDE = "-wal"


class Footing:
    """Knows the file of a SQLite project by device and inode, and the write-ahead log beside it once there is one."""

    def __init__(self, target: str) -> None:
        self._path = None if is_elsewhere(target) else os.path.abspath(target)
        self._shown = opening.shown(target)
        self._file = identity(self._path) if self._path else None
        # SQLite keeps its log beside the file itself, whatever links lead to it.
        self._log = os.path.realpath(target) + _SIDE if self._path else ""
        self._side: tuple[int, int] | None = None

    def check(self) -> None:
        """Refuse to go on where the project's file, or its log, is not the one that was opened; two `stat` calls."""
        if self._path is None:
            return
        if identity(self._path) != self._file:
            raise Unusable(
                f"{self._shown} was moved, deleted or replaced while open; nothing of this was written.",
                "Put it back where it was, or quit and open it where it is now.",
            )
        side = identity(self._log)
        if self._side is None:
            self._side = side
        elif side != self._side:
            raise Unusable(
                f"{self._shown}{_SIDE} was taken away while it was in use; nothing of this was written.",
                "Quit, and open the project again.",
            )


def same_file(one: str, other: str) -> bool:
    """Whether two paths lead to one file."""
    return identity(one) is not None and identity(one) == identity(other)


def is_elsewhere(target: str) -> bool:
    """Whether the target is no file of this machine."""
    return opening.is_url(target) or target == APART


APART = "a past state"
"""What a past state of a project calls its target."""
