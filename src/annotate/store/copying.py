"""One moment of a project, copied into a file while others go on writing; and a copy's rows into a database."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select

from annotate.store import opening, tables
from annotate.store.batches import insert_rows
from annotate.store.checks.numbers import count_on

Tell = Callable[[int, int], None]
"""Is told how much of a copy is done, of how much."""

PAGES = 256
"""Pages of SQLite that are copied at a time: a megabyte."""

BATCH = 2_000
"""Rows that are copied at a time."""

_COPIED = [table for table in tables.metadata.sorted_tables if table is not tables.passage]
"""What a copy holds. The index of words is each engine's own, and made anew when search is next opened."""


def begin_moment(connection: Connection) -> None:
    """Let all that is read through a reading from here on be of this moment, also for SQLite's own copying."""
    opening.revision_of(connection)


def copy_moment(connection: Connection, part: Path, tell: Tell) -> None:
    """Copy what `connection` sees, and has read of already, into an empty file: a SQLite project.

    Nobody waits for it: it reads, and reading keeps no writer of either engine.
    """
    if connection.dialect.name == "sqlite":
        copy_pages(raw_of(connection), part, tell)
    else:
        with filling(part) as copy:
            opening.lay(copy, str(part))
            copy.execute(delete(tables.local))
            copy_rows(connection, copy, tell)


@contextmanager
def filling(file: Path) -> Iterator[Connection]:
    """A transaction on a SQLite file that nobody else knows of; when it is over, the file alone is all."""
    engine = opening.engine_of(str(file))
    try:
        with engine.connect().execution_options(writing=True) as connection:
            with connection.begin():
                yield connection
            opening.write_ahead(connection)
    finally:
        engine.dispose()


@contextmanager
def reader(file: Path) -> Iterator[sqlite3.Connection]:
    """A bare connection to a SQLite file, to read it by."""
    with closing(sqlite3.connect(opening.uri(file, "ro"), uri=True, timeout=opening.WAIT, isolation_level=None)) as raw:
        yield raw


def copy_pages(held: sqlite3.Connection, part: Path, tell: Tell) -> None:
    """Copy a SQLite database, page by page. A copy that is cut off is thrown away, so that it needs no journal."""
    with closing(sqlite3.connect(opening.uri(part, "rw"), uri=True, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        held.backup(copy, pages=PAGES, progress=lambda _, left, total: tell(total - left, total))


def raw_of(connection: Connection) -> sqlite3.Connection:
    """What the engine itself calls a connection."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("no connection of SQLite")
    return raw


def copy_rows(held: Connection, copy: Connection, tell: Tell) -> None:
    """Copy every row into a project that was just laid, in the caller's transaction; on whatever engines."""
    total = sum(_count(held, table) for table in _COPIED)
    done = 0
    for table in _COPIED:
        wanted = select(table).order_by(*table.primary_key).execution_options(yield_per=BATCH)
        for rows in held.execute(wanted).partitions():
            insert_rows(copy, table, [tuple(row) for row in rows])
            tell(done := done + len(rows), total)
    count_on(copy)


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


Tally = tuple[tuple[str, Sequence[Any]], ...]


def tally(connection: Connection) -> Tally:
    """How much a project holds, and how far each author has come in its log: alike in it and in a copy of it."""
    writer = tables.writer.c
    wanted = select(writer.author, writer.installation, writer.head, writer.entries)
    return (*held_in(connection), ("writer", sorted(map(tuple, connection.execute(wanted)))))


def held_in(connection: Connection) -> Tally:
    """How many facts, texts and entries of the log a project holds."""
    return tuple((table.name, [_count(connection, table)]) for table in (tables.fact, tables.body, tables.log))
