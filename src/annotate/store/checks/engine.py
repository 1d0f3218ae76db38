"""What the engine itself finds: pages, indexes, types, and the log that it keeps beside its file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from annotate.store.checks.finding import REBUILD, Finding, finding
from annotate.store.checks.wal import lost_in

_CORRUPT = (11, 26)
"""SQLITE_CORRUPT and SQLITE_NOTADB, whatever more a code says in its upper bits."""


def damage(connection: Connection) -> Iterator[Finding]:
    """The engine's own check of its file; a server's disk is the server's business."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield finding("damage", "database", f"SQLite finds the file damaged: {said}.")
    file = connection.exec_driver_sql("PRAGMA database_list").first()
    if file is None or not file[2]:
        return
    lost = lost_in(f"{file[2]}-wal")
    if lost:
        yield finding("damage", f"{file[2]}-wal", f"{lost} What was recorded last may be missing.")
    mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
    if mode != "wal":
        sentence = f"The file is in the journal mode {mode}, in which reviewers wait for one another; it should be wal."
        yield finding("schema", "journal_mode", sentence, REBUILD)


def said_of_damage(error: DatabaseError | UnicodeDecodeError) -> str | None:
    """What the engine says, where an error means that what it holds is damaged; None of any other."""
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes what it cannot read, and nobody can read the quotation
        return "something is no text"
    if isinstance(error.orig, sqlite3.Error):
        said = str(error.orig)
        return said if getattr(error.orig, "sqlite_errorcode", 0) & 0xFF in _CORRUPT else None
    state = getattr(error.orig, "sqlstate", None) or ""
    return str(error.orig).partition("\n")[0] if state.startswith("XX") else None


@contextmanager
def tolerant(connection: Connection) -> Iterator[None]:
    """Read bytes that are no UTF-8 as something that they are not, so that their digest differs, and go on."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    before, raw.text_factory = raw.text_factory, lambda held: held.decode(errors="replace")
    try:
        yield
    finally:
        raw.text_factory = before
