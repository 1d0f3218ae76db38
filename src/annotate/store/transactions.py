"""Transactions: begun on a connection that works, and over only when it is known how they ended."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, bindparam, exists, select
from sqlalchemy.exc import DBAPIError

from annotate.errors import Unusable
from annotate.store import tables

_IS_LOGGED = select(exists().where(tables.log.c.digest == bindparam("signed")))


@contextmanager
def begun(engine: Engine, **options: object) -> Iterator[Connection]:
    """A connection in a transaction with these options, taken back at the end unless it was committed."""
    connection = _begin(engine, options)
    try:
        yield connection
    finally:
        connection.close()


def _begin(engine: Engine, options: dict[str, object]) -> Connection:
    """Begin; once more where the connection turns out to be lost, of which nobody needs to know: nothing was done yet.

    So a server that was restarted is noticed without being asked each time whether it is there.
    """
    try:
        return _begin_once(engine, options)
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    engine.dispose()  # the others that wait in the pool are lost as well
    return _begin_once(engine, options)


def _begin_once(engine: Engine, options: dict[str, object]) -> Connection:
    connection = engine.connect()
    try:
        connection = connection.execution_options(**options)
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def end_reading(connection: Connection) -> None:
    """End a transaction that wrote nothing. psycopg forgets after a rollback what it has prepared."""
    if connection.dialect.name == "postgresql":
        connection.commit()
    else:
        connection.rollback()


def commit(connection: Connection, signed: str | None) -> None:
    """Commit. Where the connection is lost meanwhile it is looked up whether the entry with that digest is there.

    Raises Unusable where it is not, or where that cannot be found out.
    """
    try:
        connection.commit()
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
        if not _is_logged(connection, signed):
            raise Unusable("The connection was lost, and nothing of this was written.", "Do it again.") from error


def _is_logged(connection: Connection, signed: str | None) -> bool:
    """Whether the transaction that wrote that entry took place. It has ended, one way or the other, when we get the
    turn that it had."""
    options = {**connection.get_execution_options()}
    try:
        with begun(connection.engine, **options) as again:
            return bool(signed and again.execute(_IS_LOGGED, {"signed": signed}).scalar())
    except DBAPIError as error:
        raise Unusable(
            "The connection was lost while this was being written, and it cannot be seen whether it was.",
            "See what is there once the server answers again.",
        ) from error
