"""Statements given to the driver as they are.

SQLAlchemy makes several objects for each statement that it runs, which costs more than a short one does. It still makes
the connections, and what is sent here has its errors and its transactions.
"""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

Values = tuple[object, ...]

_CURSOR = "cursor"


def send(connection: Connection, text: str, values: Values | list[Values] = ()) -> Any:
    """The driver's cursor behind a statement, run with these values, or with each of a list of them.

    There is one cursor a connection: what it found has to be fetched before the next statement. Raises DBAPIError; a
    connection that is lost is given up.
    """
    if not connection.in_transaction():
        connection.begin()
    return begin(connection, text, values)


def begin(connection: Connection, text: str, values: Values | list[Values] = ()) -> Any:
    """The same, for the statement that begins a transaction."""
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
    except connection.dialect.loaded_dbapi.Error as error:
        raise _told(connection, text, error) from error
    return cursor


def _told(connection: Connection, text: str, error: Exception) -> BaseException:
    """The error as SQLAlchemy raises it."""
    dialect = connection.dialect
    is_lost = dialect.is_disconnect(error, connection.connection, None)  # type: ignore[arg-type]
    if is_lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        text, None, error, dialect.loaded_dbapi.Error, connection_invalidated=is_lost, dialect=dialect
    )
