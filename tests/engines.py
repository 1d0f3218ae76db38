"""On which engine a test keeps its projects: on SQLite, and where its mark says so on PostgreSQL as well.

    pytestmark = BOTH

runs every test of a module on both: `project`, and so `lead` and `begun`, lay their projects where the running test
wants them, and the command line finds its project there.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from secrets import token_hex

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Connection, NullPool, create_engine
from tests import servers

from annotate.domain import PRESETS, Moment, Scheme
from annotate.store import Store, create_store, open_store

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = pytest.mark.engines(SQLITE, POSTGRESQL)
"""The mark of a test, or of a module of tests, whose subject is the ledger and not a SQLite file."""
ON_SQLITE, ON_POSTGRESQL = pytest.mark.engines(SQLITE), pytest.mark.engines(POSTGRESQL)
"""The mark of a test for one engine alone, also in a module that is marked BOTH."""


class _Running:
    """What the running test uses, and what is let go at its end."""

    engine = SQLITE
    end = ExitStack()


@contextmanager
def using(engine: str) -> Iterator[str]:
    """Keep the projects of a test on this engine. Skips the test, with the reason, where it cannot be had."""
    if engine == POSTGRESQL:
        servers.server()
    with ExitStack() as _Running.end:
        _Running.engine = engine
        try:
            yield engine
        finally:
            _Running.engine = SQLITE


def on_postgresql() -> bool:
    """Whether the running test keeps its projects on PostgreSQL."""
    return _Running.engine == POSTGRESQL


@contextmanager
def new_store(file: Path, scheme: Scheme, now: Callable[[], Moment]) -> Iterator[Store]:
    """A new project in that file, or in a database in its stead."""
    with ExitStack() as stack:
        if on_postgresql():
            store = open_store(stack.enter_context(_laid()), version="0.1", now=now)
            with store.writing() as ledger:
                ledger.plan_scheme(scheme)
        else:
            store = create_store(str(file), scheme, version="0.1", now=now)
        stack.callback(store.close)
        yield store


def new_place() -> str | None:
    """The URL of a database where a project can be made, gone with the test; None on SQLite, where any path is one."""
    return _Running.end.enter_context(servers.database(servers.server())) if on_postgresql() else None


@contextmanager
def tampering(target: str) -> Iterator[Connection]:
    """Change a project behind the program's back: nothing guards its facts from these statements."""
    on_server = target.startswith("postgresql")
    driver = f"postgresql+psycopg{target.removeprefix('postgresql')}" if on_server else f"sqlite:///{target}"
    engine = create_engine(driver, poolclass=NullPool)
    with engine.begin() as connection:
        guards: dict[str, str] = {}
        if on_server:
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            laid = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
            guards = {str(one.name): str(one.sql) for one in laid}
            for guard in guards:
                connection.exec_driver_sql(f"DROP TRIGGER {guard}")
        yield connection
        for statement in guards.values():
            connection.exec_driver_sql(statement)


_free: list[str] = []
_made = ExitStack()


@contextmanager
def _laid() -> Iterator[str]:
    """The URL of a project without a fact. Laying one takes fifty times as long as wiping it, so it is used again."""
    url = _free.pop() if _free else _lay()
    try:
        yield url
    finally:
        _wipe(url)
        _free.append(url)


def _lay() -> str:
    url = _made.enter_context(servers.database(servers.server()))
    create_store(url, PRESETS["fever"], version="0.1", now=int).close()
    _wipe(url)
    return url


def _wipe(url: str) -> None:
    """Leave nothing but the tables, and no connection but ours; the copy gets a name of its own."""
    with psycopg.connect(url) as raw:
        raw.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        raw.execute("SET session_replication_role = replica")  # lifts the guards of the facts, and foreign keys
        names = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        for (table,) in raw.execute(names).fetchall():
            raw.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        for (sequence,) in raw.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'").fetchall():
            raw.execute(sql.SQL("ALTER SEQUENCE {} RESTART").format(sql.Identifier(sequence)))
        raw.execute("INSERT INTO local (name, value) VALUES ('installation', %s)", [token_hex(8)])


def stop() -> None:
    """Let go of what all tests of this process shared."""
    if _free:
        _free.clear()
        _made.close()
    servers.stop()
