"""Backups: a copy of the project at one moment, looked through before it stands where it should."""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from annotate.errors import Unusable
from annotate.store import opening
from annotate.store.checks import check_recorded
from annotate.store.copying import Tally, Tell, begin_moment, copy_moment, tally
from annotate.store.faults import refusing, refusing_file
from annotate.store.parts import SIDES, part_of, put
from annotate.store.registry import keep_local, local
from annotate.store.store import Store

PRIVATE = 0o600
"""How a copy of a database may be used that is no file: by who made it."""

_NOTED = "backups"


def back_up(store: Store, place: Path, *, over: bool, tell: Tell) -> None:
    """Copy the project as it is now to `place`, `over` what stands there, while others go on writing.

    It stands there whole or not at all, and has been looked through. Raises Refusal where it cannot be written, or
    where the project is damaged: then what stood there is still there.
    """
    with part_of(place, mode_of(store.target)) as part:
        with store.reading() as connection:
            begin_moment(connection)
            held = tally(connection)
            with refusing_file(opening.shown(str(place))):
                copy_moment(connection, part, tell)
        with read_only(part) as copy:
            _compare(copy, held, store.shown)
        put(part, place, over=over)


def _compare(copy: Connection, held: Tally, name: str) -> None:
    found = check_recorded(copy)
    if found:
        raise Unusable(
            f"{name} is damaged, so that no backup of it was kept: {found[0].sentence}",
            "See all that is wrong with: annotate check.",
        )
    if tally(copy) != held:
        raise Unusable(f"The copy of {name} does not hold what was copied.", "Check the disk, and repeat it.")


def mode_of(target: str) -> int:
    """Who may read and write a project, as the mode of a file."""
    return PRIVATE if opening.is_url(target) else Path(target).stat().st_mode


@contextmanager
def read_only(file: Path) -> Iterator[Connection]:
    """A project that nobody writes, to be read without anything being written beside it."""
    # A file in use has its newest pages in the log beside it, one that was cut off its last whole state in a journal;
    # one that is neither need not have a folder to write in.
    alone = not any(os.path.lexists(f"{file.resolve()}{side}") for side in SIDES)
    address = opening.uri(file, "ro&immutable=1" if alone else "ro")
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None),
        poolclass=StaticPool,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    try:
        with refusing(opening.shown(str(file))), engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def note_backup(connection: Connection, place: Path) -> None:
    """Keep in the project that a copy of it stands there, so that what is redacted later is redacted there too."""
    noted = known_backups(connection)
    if str(place) not in noted:
        note_backups(connection, [*noted, str(place)])


def note_backups(connection: Connection, places: Sequence[str]) -> None:
    """Keep where copies of the project stand: these, and no others."""
    keep_local(connection, _NOTED, json.dumps(places, ensure_ascii=False))


def known_backups(connection: Connection) -> list[str]:
    """The absolute paths at which copies of this project were left, the oldest first; some may be gone."""
    return [str(path) for path in json.loads(local(connection, _NOTED) or "[]")]
