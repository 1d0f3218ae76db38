"""Many rows at once, by the driver itself: each statement is compiled once for its engine, values go by their place.

SQLAlchemy's own way with a list of rows takes three times as long as the engine does, and a look-up twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Column, Connection, CursorResult, Insert, Select, Table, Update, bindparam, insert
from sqlalchemy.dialects import registry

Item = TypeVar("Item")
Values = Mapping[str, object]

_DRIVERS = {"sqlite": ("sqlite", "qmark"), "postgresql": ("postgresql.psycopg", "format")}
"""Each engine's driver, and how that writes the place of a value that comes without a name."""

_PIECES = (500, 50, 1)
"""How many values of a list are asked for at once: few sizes, since each is a statement of its own."""


KEEP = " ON CONFLICT DO NOTHING"


class _Compiled(NamedTuple):
    """A statement as the driver reads it, the names of its values in their order, and the values that never change."""

    text: str
    names: tuple[str, ...]
    fixed: dict[str, object]

    def placed(self, given: Values) -> tuple[object, ...]:
        return tuple(given[name] if name in given else self.fixed[name] for name in self.names)


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]], otherwise: str = "") -> int:
    """Insert rows that have a value for every column, in the order of the table's columns; returns how many.

    `otherwise` says what to do about those that are there already: KEEP them, or else it is an error.
    """
    if not rows:
        return 0
    text = _compiled(_insert(table), connection.dialect.name).text + otherwise
    return connection.exec_driver_sql(text, rows[0] if len(rows) == 1 else list(rows)).rowcount


def run_many(connection: Connection, statement: Update, given: Sequence[Values]) -> None:
    """Run a statement (made once) for each of these values."""
    if given:
        compiled = _compiled(statement, connection.dialect.name)
        placed = [compiled.placed(values) for values in given]
        connection.exec_driver_sql(compiled.text, placed if len(placed) > 1 else placed[0])


def run(connection: Connection, statement: Select[Any] | Insert | Update, given: Values) -> CursorResult[Any]:
    """What a statement (made once) finds or does for these values."""
    compiled = _compiled(statement, connection.dialect.name)
    return connection.exec_driver_sql(compiled.text, compiled.placed(given))


def among(
    connection: Connection, wanted: Select[Any], column: Column[Any], values: Iterable[str | int]
) -> Iterator[Any]:
    """The rows of `wanted` (made once) whose `column` is one of `values`, in the order in which they come."""
    left = sorted(set(values))
    while left:
        size = next(size for size in _PIECES if size <= len(left))
        some, left = left[:size], left[size:]
        given = {f"value{number}": value for number, value in enumerate(some)}
        yield from run(connection, _among(wanted, column, size), given)


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """`items` in lists of so many, the last one shorter."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _among(wanted: Select[Any], column: Column[Any], size: int) -> Select[Any]:
    return wanted.where(column.in_([bindparam(f"value{number}", type_=column.type) for number in range(size)]))


@cache
def _compiled(statement: Select[Any] | Insert | Update, engine: str) -> _Compiled:
    driver, style = _DRIVERS[engine]
    made = statement.compile(dialect=registry.load(driver)(paramstyle=style))
    fixed = {name: value for name, value in made.params.items() if value is not None}
    return _Compiled(str(made), tuple(made.positiontup or ()), fixed)
