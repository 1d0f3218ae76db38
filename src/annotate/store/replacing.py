"""A project takes the place of another one, which is kept beside it under a name with the time in it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, lockf
from pathlib import Path
from time import monotonic, sleep

from annotate.domain import Moment
from annotate.errors import Busy
from annotate.store import opening
from annotate.store.backups import note_backup
from annotate.store.copying import filling
from annotate.store.faults import refusing
from annotate.store.parts import NO_LINKS, SIDES, beside, drop_other_names, sync, sync_names, unwritable

ALONE_WITHIN = 2.0
"""Seconds for which one waits until others let go of a project that is to be replaced."""

_LOCKS, _FIRST_LOCK = 512, 0x4000_0000
"""The bytes of a SQLite file by whose locks all who have it open know of one another: its format says which."""

_DAMAGED = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""What SQLite says of a file that is no whole database; the first, of a format that it does not know."""


def replace(place: Path, part: Path, at: Moment) -> Path:
    """Put the part in the place of the project at `place`, and return where that is kept from now on.

    At every moment there is the one or the other at `place`. Busy where somebody has it open, Unusable where what its
    log holds cannot be brought into it.
    """
    kept = beside(place, "restore", at)
    _note(part, kept)
    try:
        with _alone(place):
            drop_other_names(place)
            sync(part)
            _move(place, kept)
            os.replace(part, place)
            sync_names(place.parent)
    except OSError as error:
        raise unwritable(place, error) from error
    return kept


def _note(part: Path, kept: Path) -> None:
    with refusing(str(part)), filling(part) as connection:
        note_backup(connection, kept)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Nobody else reads or writes the project while the block lasts: who opens it waits. Busy where somebody has it."""
    if not place.exists():
        yield
        return
    name = opening.shown(str(place))
    whole = _settled(place, name)
    held = os.open(place, os.O_RDWR)
    try:
        _lock(held, name)
        if whole and _size(f"{place}-wal"):  # somebody wrote meanwhile, and died of it
            raise _open_elsewhere(name)
        yield
    finally:
        os.close(held)


def _settled(place: Path, name: str) -> bool:
    """Bring what its log holds into the file; whether there is a whole database to bring it into.

    Busy where somebody reads there, Unusable where it cannot be brought there.
    """
    try:
        with closing(sqlite3.connect(opening.uri(place, "rw"), uri=True, timeout=ALONE_WITHIN)) as raw:
            busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DAMAGED:
            return False
        with refusing(name):
            raise
    if busy:
        raise _open_elsewhere(name)
    return True


def _size(file: str) -> int:
    return os.stat(file).st_size if os.path.exists(file) else 0


def _open_elsewhere(name: str) -> Busy:
    return Busy(f"{name} is open in another program.", "Quit that first, then repeat it.")


def _lock(held: int, name: str) -> None:
    """Take all of SQLite's own locks on a file; until it is closed."""
    end = monotonic() + ALONE_WITHIN
    while True:
        try:
            lockf(held, LOCK_EX | LOCK_NB, _LOCKS, _FIRST_LOCK)
        except OSError as error:
            if monotonic() > end:
                raise _open_elsewhere(name) from error
            sleep(0.05)
        else:
            return


def _move(place: Path, kept: Path) -> None:
    """Give the old file its new name beside the one that it has, and what belongs to it goes along."""
    try:
        os.link(place, kept)
    except FileNotFoundError:
        pass  # only what stood beside it is left
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        os.replace(place, kept)
    for side in SIDES:
        with suppress(FileNotFoundError):
            os.replace(f"{place}{side}", f"{kept}{side}")
