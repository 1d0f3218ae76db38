"""How a project is found on disk or by URL: created, recognised, opened, refused."""

import sqlite3
from pathlib import Path
from secrets import token_hex
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.pool import StaticPool

from annotate.errors import Unusable
from annotate.store import tables
from annotate.store.faults import refusing

WAIT = 10.0
"""Seconds for which a writer waits for another one before it says so."""


def is_url(target: str) -> bool:
    """Whether a target is a database URL rather than the path of a SQLite file."""
    return "://" in target


def shown(target: str) -> str:
    """The target as it may be shown: a URL without its password."""
    return make_url(target).render_as_string() if is_url(target) else target


def exists(target: str) -> bool:
    """Whether there is something at the target; of a database URL, whether it holds a project."""
    if not is_url(target):
        return Path(target).exists()
    engine = _engine(target)
    with refusing(shown(target)), engine.connect() as connection:
        found = inspect(connection).has_table("alembic_version")
    engine.dispose()
    return found


def create(target: str) -> Engine:
    """Make an empty project where there is none; Unusable where something is already, or where nothing can be made.

    The schema is laid in one transaction, so that a project is there whole or not at all.
    """
    if exists(target):
        raise Unusable(f"There is something at {shown(target)} already.", "Name another place with --project.")
    engine = _engine(target, new=True)
    _lay(engine, shown(target))
    return engine


def in_memory() -> Engine:
    """An empty project that is gone with the process."""
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(":memory:", isolation_level=None), poolclass=StaticPool
    )
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin)
    _lay(engine, "memory")
    return engine


def _lay(engine: Engine, name: str) -> None:
    with refusing(name), engine.connect().execution_options(writing=True) as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {tables.APPLICATION}")
            connection.commit()
            connection.connection.execute("PRAGMA journal_mode = WAL")
        tables.metadata.create_all(connection)
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("CREATE SEQUENCE fact_row")
            connection.exec_driver_sql("CREATE SEQUENCE log_row")
        tables.guard(connection)
        connection.execute(insert(tables.revision).values(version_num=tables.REVISION))
        connection.execute(insert(tables.local).values(name="installation", value=token_hex(8)))
        connection.commit()


def connect(target: str) -> Engine:
    """Open the project at the target, upgraded where its schema is an older one of ours; Unusable otherwise."""
    if not is_url(target):
        _look(Path(target))
    engine = _engine(target)
    with refusing(shown(target)), engine.connect() as connection:
        found = connection.execute(select(tables.revision.c.version_num)).scalar()
    if found != tables.REVISION:
        _upgrade(engine, target, found)
    return engine


def _upgrade(engine: Engine, target: str, found: str | None) -> None:
    from annotate.store.upgrading import known_revisions, migrate  # Alembic takes longer to import than all the rest

    if found not in known_revisions():
        raise Unusable(
            f"{shown(target)} was written by another version of annotate (schema {found}, here {tables.REVISION}).",
            "Open it with the version that wrote it, or upgrade annotate.",
        )
    with refusing(shown(target)), engine.connect().execution_options(writing=True) as connection, connection.begin():
        migrate(connection)


def _look(path: Path) -> None:
    """Refuse what is no project of ours, before an engine writes its side files next to it."""
    if not path.exists():
        raise Unusable(f"There is no project at {path}.", "Make one with: annotate init.")
    if path.is_dir():
        raise Unusable(f"{path} is a folder, not a project.", f"Name the file in it: --project {path}/annotate.db")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise Unusable(f"{path} cannot be read ({error.strerror}).", "Ask its owner for access.") from error
    if header[:16] != b"SQLite format 3\x00":
        raise Unusable(f"{path} is not a database of annotate.", "Name another project, or make one: annotate init.")
    if int.from_bytes(header[68:72], "big") != tables.APPLICATION:
        raise Unusable(f"{path} is a database of another program.", "Name another project, or make one: annotate init.")


def _engine(target: str, *, new: bool = False) -> Engine:
    if is_url(target):
        return _from_url(target)
    uri = f"file:{quote(str(Path(target).absolute()))}?mode={'rwc' if new else 'rw'}"

    def opened() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=opened, pool_size=2, poolclass=None)
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _from_url(target: str) -> Engine:
    url = make_url(target)
    if url.get_backend_name() != "postgresql":
        raise Unusable(f"{shown(target)} is no PostgreSQL URL.", "Name a path, or postgresql://user@host/database.")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except ModuleNotFoundError as error:
        raise Unusable(
            "The PostgreSQL driver is not installed.", "Install it with: pip install 'factcheck-annotate[postgres]'."
        ) from error


def _settle_sqlite(raw: Any, record: object) -> None:
    """Durable on every commit, and foreign keys held: both are a connection's own settings in SQLite."""
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """Writers queue up when they begin: a transaction that reads first and writes later fails as soon as two meet."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
