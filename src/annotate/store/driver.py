"""Statements given to the driver as they are.

SQLAlchemy makes several objects for each statement that it runs, which costs more than a short one does. It still makes
the connections, and what is sent here has its errors and its transactions.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Values = tuple[object, ...]

_CURSOR = "cursor"


def send(connection: Connection, text: str, values: Values | list[Values]) -> int:
    """Run a statement with these values, or with each of a list of them; how many rows it wrote.

    Raises DBAPIError; a connection that is lost is given up.
    """
    _begin_if_needed(connection)
    with run(connection, text, values) as cursor:
        return int(cursor.rowcount)


def fetch(connection: Connection, text: str, values: Values) -> list[Any]:
    """The rows that a statement finds for these values. Raises DBAPIError likewise."""
    _begin_if_needed(connection)
    with run(connection, text, values) as cursor:
        rows: list[Any] = cursor.fetchall()
        return rows


def begin(connection: Connection, text: str) -> None:
    """Run the statement that begins a transaction. Raises DBAPIError likewise."""
    with run(connection, text):
        pass


@contextmanager
def run(connection: Connection, text: str, values: Values | list[Values] = ()) -> Iterator[Any]:
    """The cursor behind a statement: there is one a connection, unless it has failed.

    What a failed one has not given back would keep SQLite reading what was there then.
    """
    raw = connection.connection
    cursor = raw.info.get(_CURSOR)
    if cursor is None:
        cursor = raw.info[_CURSOR] = raw.cursor()
    try:
        if isinstance(values, list):
            cursor.executemany(text, values)
        elif values:
            cursor.execute(text, values)
        else:
            cursor.execute(text)
        yield cursor
    except BaseException as error:
        del raw.info[_CURSOR]
        cursor.close()
        if isinstance(error, connection.dialect.loaded_dbapi.Error):
            raise _told(connection, text, error) from error
        raise


def _begin_if_needed(connection: Connection) -> None:
    if not connection.in_transaction():
        connection.begin()


def _told(connection: Connection, text: str, error: Exception) -> BaseException:
    """The error as SQLAlchemy raises it."""
    dialect = connection.dialect
    is_lost = dialect.is_disconnect(error, connection.connection, None)  # type: ignore[arg-type]
    if is_lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        text, None, error, dialect.loaded_dbapi.Error, connection_invalidated=is_lost, dialect=dialect
    )
