"""A project takes the place of another one, which is kept beside it under a name with the time in it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from annotate.domain import Moment
from annotate.errors import Busy
from annotate.store import opening
from annotate.store.backups import note_backup
from annotate.store.faults import refusing
from annotate.store.parts import SIDES, beside, sync, unwritable

ALONE_WITHIN = 2.0
"""Seconds for which one waits until others let go of a project that is to be replaced."""


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
    if kept.exists() and opening.is_database(kept):
        with suppress(sqlite3.Error), closing(sqlite3.connect(opening.uri(kept, "rw"), uri=True)) as raw:
            raw.execute("PRAGMA journal_mode = WAL")
    return kept


def _note(part: Path, kept: Path) -> None:
    with refusing(str(part)), opening.filling(part) as connection:
        note_backup(connection, kept)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Nobody else reads or writes the project while the block lasts. What is too damaged for that is nobody's work."""
    name = opening.shown(str(place))
    if not place.exists():
        yield
        return
    with closing(
        sqlite3.connect(opening.uri(place, "rw"), uri=True, timeout=ALONE_WITHIN, isolation_level=None)
    ) as raw:
        try:
            raw.execute("PRAGMA journal_mode = DELETE")  # only who is alone may; and then the file alone is the project
            raw.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise Busy(f"{name} is open in another program.", "Quit that first, then repeat it.") from error
        yield


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
