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
from annotate.store.parts import SIDES, beside, sync, unwritable

ALONE_WITHIN = 2.0
"""Seconds for which one waits until others let go of a project that is to be replaced."""

_LOCKS, _FIRST_LOCK = 512, 0x4000_0000
"""The bytes of a SQLite file by whose locks all who have it open know of one another: its format says which."""


def replace(place: Path, part: Path, at: Moment) -> Path:
    """Put the part in the place of the project at `place`, and return where that is kept from now on.

    At every moment there is the one or the other at `place`. Busy where somebody has it open.
    """
    kept = beside(place, "restore", at)
    _note(part, kept)
    try:
        with _alone(place):
            sync(part)
            _move(place, kept)
            os.replace(part, place)
            sync(place.parent)
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
    # What its log holds gets into the file, as far as both are whole.
    with suppress(sqlite3.Error), closing(sqlite3.connect(opening.uri(place, "rw"), uri=True)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    held = os.open(place, os.O_RDWR)
    try:
        _lock(held, opening.shown(str(place)))
        yield
    finally:
        os.close(held)


def _lock(held: int, name: str) -> None:
    """Take all of SQLite's own locks on a file; until it is closed."""
    end = monotonic() + ALONE_WITHIN
    while True:
        try:
            lockf(held, LOCK_EX | LOCK_NB, _LOCKS, _FIRST_LOCK)
        except OSError as error:
            if monotonic() > end:
                raise Busy(f"{name} is open in another program.", "Quit that first, then repeat it.") from error
            sleep(0.05)
        else:
            return


def _move(place: Path, kept: Path) -> None:
    """Give the old file its new name beside the one that it has, and what belongs to it goes along."""
    try:
        os.link(place, kept)
    except FileNotFoundError:
        pass  # only what stood beside it is left
    except OSError:  # a file system without links
        os.replace(place, kept)
    for side in SIDES:
        with suppress(FileNotFoundError):
            os.replace(f"{place}{side}", f"{kept}{side}")
