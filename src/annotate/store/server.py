"""A project on a PostgreSQL server: how it is reached, and how many people write in it side by side.

Whoever writes holds the project, together with everybody else who writes one thing, or alone for what goes through all
of it. What one author does comes one after the other, so that his log is one chain and he always sees his last answer.
These locks are the server's own and end with the transaction, whatever becomes of the connection.
"""

from functools import cache
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL

from annotate.errors import Unusable
from annotate.store import driver, tables

REACHED = {
    "connect_timeout": "10",
    # A peer that is gone without a word is noticed while nobody asks it anything, and not after hours.
    "keepalives_idle": "30",
    "keepalives_interval": "10",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
"""How the server is reached where the URL does not say it: seconds, and the last one milliseconds."""

PROJECT, INDEX = 7101, 7102
"""Locks: the project, and the index of its words. An author's is his digest."""


def engine_of(url: URL) -> Engine:
    """An engine for a project on a server; nothing is asked of it yet."""
    wanted = URL.update_query_dict(url, {**REACHED, **url.query})
    # Two: the screen's own, and one for what is looked up apart from it.
    engine = create_engine(wanted.set(drivername="postgresql+psycopg"), pool_size=2, use_native_hstore=False)
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


def _settle(raw: Any, record: object) -> None:
    """Durable on every commit, whatever the server's own settings are; transactions are begun by us alone."""
    raw.autocommit = True
    raw.adapters.register_dumper(str, _words())
    raw.execute("SET synchronous_commit = on")


@cache
def _words() -> type[Any]:
    """How strings go to the server, whose texts hold no U+0000: U+0001 stands in for it where words are looked up by.

    A fact's own content escapes both, and the texts of documents are bytes, so that of these nothing is lost.
    """
    from psycopg.types.string import StrDumperUnknown

    class Words(StrDumperUnknown):
        def dump(self, obj: str) -> bytes:
            return (obj.replace("\0", "\1") if "\0" in obj else obj).encode()

    return Words


def _begin(connection: Connection) -> None:
    """Begin, and get one's turn, in one message: a round trip is most of what a transaction costs."""
    options = connection.get_execution_options()
    if options.get("writing", False):
        driver.begin(connection, f"BEGIN ISOLATION LEVEL READ COMMITTED; {_turn(**options)}")
    else:
        driver.begin(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")


def _turn(*, wait: float = 10.0, author: str | None = None, **_: object) -> str:
    """What waits, `wait` seconds at most, until the author may write; without one until nobody else does."""
    patient = f"SET LOCAL lock_timeout = {max(1, round(wait * 1000))}"
    if author is None:
        return f"{patient}; SELECT pg_advisory_xact_lock({PROJECT})"
    shared = f"SELECT pg_advisory_xact_lock_shared({PROJECT})"
    return f"{patient}; {shared}; SELECT pg_advisory_xact_lock({key_of(author)})"


def key_of(name: str) -> int:
    """The lock of whatever has that name: the same on every machine, a signed number of 64 bits."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def is_shared(connection: Connection) -> bool:
    """Whether others may write while this transaction does; in a SQLite file nobody ever can."""
    return connection.dialect.name == "postgresql" and connection.get_execution_options().get("author") is not None


def wait_for(connection: Connection, lock: int) -> None:
    """Hold a lock until the transaction ends."""
    if is_shared(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({lock})")


def check_ours(engine: Engine, name: str) -> None:
    """Refuse a database whose tables are another program's: many keep their revision as we do."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(tables.local.name):
            raise Unusable(
                f"{name} is a database of another program.", "Name another project, or make one: annotate init."
            )


def check_vacant(connection: Connection, name: str) -> None:
    """Refuse to lay a project where there are tables already."""
    if inspect(connection).get_table_names():
        raise Unusable(
            f"There is something at {name} already.", "Name another database with --project: a project takes it whole."
        )
