"""How a project is found on disk or by URL: created, recognised, opened, refused."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool, StaticPool
from sqlalchemy.schema import CreateTable

from annotate.domain import Moment, printable
from annotate.errors import Unusable
from annotate.store import mounts, server, tables, turns
from annotate.store.faults import refusing
from annotate.store.parts import SIDES, drop_other_names, identity

WAIT = 10.0
"""Seconds for which a writer waits for another one before it says so."""


SQLITE = b"SQLite format 3\x00"
"""How every SQLite file begins."""

_URL = re.compile(r"[a-z][a-z0-9+]*://", re.IGNORECASE)


def is_url(target: str) -> bool:
    """Whether a target is a database URL rather than the path of a SQLite file."""
    return _URL.match(target) is not None


def shown(target: str) -> str:
    """The target as it may be shown: a URL without its password."""
    if not is_url(target):
        return printable(target)
    return printable(_parsed(target).difference_update_query(["password", "sslpassword"]).render_as_string())


def _parsed(target: str) -> URL:
    try:
        return make_url(target)
    except (ArgumentError, ValueError) as error:
        raise Unusable(
            "The database URL of the project cannot be read.", "It is written postgresql://user@host:5432/database."
        ) from error


def database_of(target: str) -> str:
    """What the database of a URL is called."""
    return _parsed(target).database or "annotate"


@contextmanager
def created(target: str) -> Iterator[Engine]:
    """Make an empty project where there is none; Unusable where something is already, or where nothing can be made.

    A project is there whole or not at all: a file goes away again where the block, which fills it, fails.
    """
    with ExitStack() as otherwise:
        if not is_url(target):
            check_place(target)
            _reserve(target)
            otherwise.callback(_remove, target)
        engine = engine_of(target)
        otherwise.callback(engine.dispose)
        _lay(engine, shown(target))
        yield engine
        otherwise.pop_all()


def check_place(target: str) -> None:
    """Refuse a file of another machine's, before anything is made or read there."""
    if kind := mounts.network(target):
        raise Unusable(
            f"{shown(target)} is on a network file system ({printable(kind)}), where SQLite cannot keep it safe.",
            "Share it through PostgreSQL, or work on a copy on this machine's disk and join the two: annotate merge.",
        )


def laid(target: str) -> Engine:
    """An empty project in a file that is there and empty; who has made the file removes it where this fails."""
    engine = engine_of(target)
    _lay(engine, shown(target))
    return engine


def _reserve(target: str) -> None:
    """Make the file, still empty: of two who would make a project there at once, one is refused."""
    try:
        Path(target).touch(exist_ok=False)
    except FileExistsError as error:
        raise _taken(target) from error
    except OSError as error:
        raise Unusable(
            f"{shown(target)} cannot be made ({error.strerror}).", "Check that its folder exists and may be written."
        ) from error


def _taken(target: str) -> Unusable:
    return Unusable(f"There is something at {shown(target)} already.", "Name another place with --project.")


def _remove(target: str) -> None:
    for side in ("", *SIDES, turns.SIDE):
        Path(target + side).unlink(missing_ok=True)


def apart() -> Engine:
    """An empty project of our own that is gone with the process.

    SQLite keeps a database without a name in memory, and moves it into a temporary file when it grows.
    """
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect("", isolation_level=None), poolclass=StaticPool)
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin)
    _lay(engine, "a past state")
    return engine


def _lay(engine: Engine, name: str) -> None:
    """The schema, in one transaction. SQLite's write-ahead log comes after it, so that the file alone is a project."""
    with refusing(name), engine.connect().execution_options(writing=True) as connection:
        lay(connection, name)
        connection.commit()
        write_ahead(connection)


def write_ahead(connection: Connection) -> None:
    """SQLite's write-ahead log, with which readers and a writer do not wait for one another; outside a transaction."""
    raw = connection.connection.driver_connection
    if isinstance(raw, sqlite3.Connection):
        raw.execute("PRAGMA journal_mode = WAL")


def lay(connection: Connection, name: str) -> None:
    """The schema, and a name for this copy to sign with, in the caller's transaction.

    Unusable where there are tables already, on a server: of a file, its maker knows that it is empty.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION}")
    else:
        server.check_vacant(connection, name)
    for statement in tables.statements(connection.dialect):
        connection.exec_driver_sql(statement)
    connection.execute(CreateTable(tables.revision))
    connection.execute(insert(tables.revision).values(version_num=tables.REVISION))
    connection.execute(insert(tables.local).values(name="installation", value=token_hex(8)))


def connect(target: str, now: Callable[[], Moment], *, keep: bool = True) -> Engine:
    """Open the project at the target, upgraded where its schema is an older one of ours; Unusable otherwise.

    Before it is upgraded, a copy of it is kept, under a name with the time in it; without `keep` none is.
    """
    if not is_url(target):
        check_place(target)
        look(target)
    with ExitStack() as otherwise:
        file = identity(target)
        engine = engine_of(target)
        otherwise.callback(engine.dispose)
        with refusing(shown(target)), engine.connect() as connection:
            found = revision_of(connection)
            if file is not None and identity(target) == file:  # as long as it is read, no restore can replace it
                _drop_other_names(target)
        if identity(target) != file:  # a restored one took its place while this one waited for it
            raise Unusable(f"{shown(target)} was replaced just now.", "Open it again.")
        if found != tables.REVISION:
            from annotate.store.upgrading import upgrade  # Alembic takes longer to import than all the rest

            upgrade(engine, target, now() if keep else None)
        otherwise.pop_all()
    return engine


def _drop_other_names(target: str) -> None:
    with suppress(OSError):  # in a folder that can only be read they stay
        drop_other_names(Path(os.path.realpath(target)))


def revision_of(connection: Connection) -> str:
    """The schema that a project is of; "" where it does not say."""
    return connection.execute(select(tables.revision.c.version_num)).scalar() or ""


def visit(target: str) -> tuple[Engine, str]:
    """An engine that reads a project as it is, and the schema that it has; Unusable where there is none.

    One connection is one consistent view, whoever writes meanwhile; nothing can be written through it.
    """
    if not is_url(target):
        check_place(target)
        look(target)
    with ExitStack() as otherwise:
        engine = engine_of(target)
        otherwise.callback(engine.dispose)
        if not is_url(target):
            event.listen(engine, "connect", _only_read)
        with refusing(shown(target)), engine.connect() as connection:
            found = revision_of(connection)
        if found != tables.REVISION:
            from annotate.store.revisions import refuse_unknown  # Alembic takes longer to import than all the rest

            if is_url(target):
                server.check_ours(engine, shown(target))
            refuse_unknown(found, shown(target))
        otherwise.pop_all()
    return engine, found


def _only_read(raw: Any, record: object) -> None:
    raw.execute("PRAGMA query_only = ON")


def look(target: str) -> None:
    """Refuse what is no project of ours, before an engine writes its side files next to it."""
    name = shown(target)
    header = _header(Path(target), name)
    if not header.startswith(SQLITE):
        raise Unusable(f"{name} is not a database of annotate.", "Name another project, or make one: annotate init.")
    if int.from_bytes(header[68:72], "big") != tables.APPLICATION:
        raise Unusable(f"{name} is a database of another program.", "Name another project, or make one: annotate init.")


def is_database(file: Path) -> bool:
    """Whether a file is a SQLite database; Unusable where it cannot be read."""
    return _header(file, shown(str(file))).startswith(SQLITE)


def _header(path: Path, name: str) -> bytes:
    """The first bytes of a file; Unusable where there is none, or where it cannot be read."""
    try:
        if path.is_dir():
            raise Unusable(f"{name} is a folder, not a project.", f"Name the file in it: --project {name}/annotate.db")
        if path.exists() and not path.is_file():
            raise Unusable(f"{name} is not a file.", "Name another project, or make one: annotate init.")
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError as error:
        raise Unusable(f"There is no project at {name}.", "Make one with: annotate init.") from error
    except OSError as error:
        raise Unusable(f"{name} cannot be read ({error.strerror}).", "Ask its owner for access.") from error


def uri(file: Path, mode: str) -> str:
    """A SQLite file as it is opened: `rw`, `ro`, or `ro&immutable=1` where nobody writes it."""
    return f"file:{quote(os.fsencode(file.absolute()))}?mode={mode}"


def engine_of(target: str) -> Engine:
    """What opens connections to a project, whatever it holds."""
    if is_url(target):
        return _from_url(target)

    def opened() -> sqlite3.Connection:
        file = uri(Path(target), "rw")
        within = turns.READ_WITHIN
        return sqlite3.connect(file, uri=True, timeout=within, isolation_level=None, check_same_thread=False)

    # Named, since for a URL without a path SQLAlchemy would give a thread one connection for everything it does.
    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _from_url(target: str) -> Engine:
    url = _parsed(target)
    if url.get_backend_name() != "postgresql":
        raise Unusable(f"{shown(target)} is no PostgreSQL URL.", "Name a path, or postgresql://user@host/database.")
    try:
        return server.engine_of(url)
    except ModuleNotFoundError as error:
        raise Unusable(
            "The PostgreSQL driver is not installed.", "Install it with: pip install 'factcheck-annotate[postgres]'."
        ) from error


def _settle_sqlite(raw: Any, record: object) -> None:
    """Durable on every commit, foreign keys held, replacing refused as deleting is: each connection's own settings."""
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA recursive_triggers = ON")


def _begin(connection: Connection) -> None:
    """Writers wait when they begin: a transaction that reads first and writes later fails as soon as two meet."""
    options = connection.get_execution_options()
    if "begins" in options:
        options["begins"](connection.connection.cursor())
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writing", False) else "BEGIN")
