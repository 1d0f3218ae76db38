"""Many rows at once, by the driver itself: each statement is compiled once for its engine, values go by their place.

SQLAlchemy's own way with a list of rows takes three times as long as the engine does, and a look-up twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    Column,
    CompoundSelect,
    Connection,
    CursorResult,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    insert,
)
from sqlalchemy.dialects import registry

Item = TypeVar("Item")
Values = Mapping[str, object]
Statement = Select[Any] | CompoundSelect[Any] | Insert | Update

_DRIVERS = {"sqlite": ("sqlite", "qmark"), "postgresql": ("postgresql.psycopg", "format")}
"""Each engine's driver, and how that writes the place of a value that comes without a name."""

_PIECES = (500, 50, 1)
"""How many values of a list are asked for at once: few sizes, since each is a statement of its own."""


_SHORT = 4
"""How long a list may be to have a statement of its own length: a judgement asks of one claim and an answer or two."""

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


def run(connection: Connection, statement: Statement, given: Values) -> CursorResult[Any]:
    """What a statement (made once) finds or does for these values."""
    compiled = _compiled(statement, connection.dialect.name)
    return connection.exec_driver_sql(compiled.text, compiled.placed(given))


def run_listed(connection: Connection, statement: Statement, given: Mapping[str, Sequence[object]]) -> Sequence[Any]:
    """What a statement (made once), whose values are lists, finds for these; quickly where they are short."""
    sizes = tuple((name, len(values)) for name, values in given.items())
    if max(size for _, size in sizes) > _SHORT:
        return connection.execute(statement, given).all()
    compiled = _compiled(statement, connection.dialect.name, sizes)
    apart = {f"{name}_{at}": value for name, values in given.items() for at, value in enumerate(values, 1)}
    return connection.exec_driver_sql(compiled.text, compiled.placed(apart)).all()


def among(
    connection: Connection, wanted: Select[Any], column: Column[Any], values: Iterable[str | int]
) -> Iterator[Any]:
    """The rows of `wanted` (made once) whose `column` is one of `values`, in the order in which they come."""
    left = sorted(set(values))
    while left:
        size = next(size for size in _PIECES if size <= len(left))
        some, left = left[:size], left[size:]
        given = {f"value{number}": value for number, value in enumerate(some)}
        yield from run(connection, _among(wanted, column, size), given).all()  # one by one takes twice as long


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
def _compiled(statement: Statement, engine: str, sizes: tuple[tuple[str, int], ...] = ()) -> _Compiled:
    """The statement for that engine; `sizes` are how long its lists are that come with each run."""
    driver, style = _DRIVERS[engine]
    made = statement.compile(dialect=registry.load(driver)(paramstyle=style))
    filled = made.construct_expanded_state(made.params | {name: [None] * size for name, size in sizes})
    fixed = {name: value for name, value in filled.parameters.items() if value is not None}
    return _Compiled(filled.statement, tuple(filled.positiontup or ()), fixed)
