"""The numbers of rows to come, which PostgreSQL draws from sequences: none of them may be taken."""

from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

from annotate.store import tables
from annotate.store.checks.finding import REBUILD, Finding, finding

_NUMBERED = (tables.fact.name, tables.log.name, tables.writer.name)


def numbers_free(connection: Connection) -> Iterator[Finding]:
    """Every sequence is beyond the rows that there are; SQLite looks at these themselves."""
    if connection.dialect.name != "postgresql":
        return
    there = inspect(connection).get_sequence_names()
    for name in _NUMBERED:
        if f"{name}_row" in there and _drawn(connection, name) < _taken(connection, name):
            sentence = f"The sequence {name}_row would give a new {name} a row that is taken."
            yield finding("schema", f"{name}_row", sentence, REBUILD)


def count_on(connection: Connection) -> None:
    """Have every sequence go on behind the rows that there are."""
    for name in _NUMBERED if connection.dialect.name == "postgresql" else ():
        last = max(_drawn(connection, name), _taken(connection, name))
        if last:
            connection.execute(text(f"SELECT setval('{name}_row', :last)"), {"last": last})


def _drawn(connection: Connection, name: str) -> int:
    drawn: int = connection.execute(
        text(f"SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM {name}_row")
    ).scalar_one()
    return drawn


def _taken(connection: Connection, name: str) -> int:
    return connection.execute(text(f"SELECT max(row) FROM {name}")).scalar() or 0
