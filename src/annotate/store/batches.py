"""What is asked and written often, by the driver itself: each statement is compiled once for its engine.

SQLAlchemy's own way with a list of rows takes three times as long as the engine does, and a look-up twice.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice, repeat
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    Column,
    CompoundSelect,
    Connection,
    Insert,
    Select,
    Table,
    Update,
    bindparam,
    insert,
)
from sqlalchemy.dialects import registry

from annotate.store.driver import fetch, send

Item = TypeVar("Item")
Values = Mapping[str, object]
Wanted = Select[Any] | CompoundSelect[Any]
Statement = Wanted | Insert | Update

_DRIVERS = {"sqlite": ("sqlite", "qmark"), "postgresql": ("postgresql.psycopg", "format")}
"""Each engine's driver, and how that writes the place of a value that comes without a name."""

MOST = 500
"""How many values a list may have at most."""

_PIECES = (MOST, 50, 1)
"""How many values of a list are asked for at once: few sizes, since each is a statement of its own."""

_SIZES = (0, 1, 2, 3, 4, 50, MOST)
"""To how many values a list is filled up: a judgement asks of one claim and an answer or two, a merge of hundreds."""

KEEP = " ON CONFLICT DO NOTHING"


class _Compiled(NamedTuple):
    """A statement as the driver reads it, the names of its values in their order, the values that never change, and
    what makes a row of what it finds."""

    text: str
    names: tuple[str, ...]
    fixed: dict[str, object]
    row: Callable[[Iterable[object]], Any]

    def placed(self, given: Values) -> tuple[object, ...]:
        all_values = {**self.fixed, **given}
        return tuple([all_values[name] for name in self.names])  # a generator takes twice as long


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]], otherwise: str = "") -> int:
    """Insert rows that have a value for every column, in the order of the table's columns; returns how many.

    `otherwise` says what to do about those that are there already: KEEP them, or else it is an error.
    """
    if not rows:
        return 0
    text = _compiled(_insert(table), connection.dialect.name).text + otherwise
    return send(connection, text, rows[0] if len(rows) == 1 else list(rows))


def run_many(connection: Connection, statement: Update, given: Sequence[Values]) -> None:
    """Run a statement (made once) for each of these values."""
    if given:
        compiled = _compiled(statement, connection.dialect.name)
        placed = [compiled.placed(values) for values in given]
        send(connection, compiled.text, placed if len(placed) > 1 else placed[0])


def run(connection: Connection, statement: Wanted, given: Values) -> list[Any]:
    """The rows that a statement (made once) finds for these values."""
    return _found(connection, _compiled(statement, connection.dialect.name), given)


def run_listed(connection: Connection, statement: Wanted, given: Mapping[str, Sequence[object]]) -> Sequence[Any]:
    """What a statement (made once), whose values are lists of at most MOST, finds for these."""
    filled = {name: _filled(values) for name, values in given.items()}
    sizes = tuple((name, len(values)) for name, values in filled.items())
    compiled = _compiled(statement, connection.dialect.name, sizes)
    apart: dict[str, object] = {}
    for name, values in filled.items():
        apart.update(zip(_named(name, len(values)), values, strict=True))
    return _found(connection, compiled, apart)


def among(
    connection: Connection, wanted: Select[Any], column: Column[Any], values: Iterable[str | int]
) -> Iterator[Any]:
    """The rows of `wanted` (made once) whose `column` is one of `values`, in the order in which they come."""
    left = sorted(set(values))
    while left:
        size = next(size for size in _PIECES if size <= len(left))
        some, left = left[:size], left[size:]
        given = dict(zip(_named("value", size), some, strict=True))
        yield from run(connection, _among(wanted, column, size), given)


def batched(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """`items` in lists of so many, the last one shorter."""
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some


@cache
def _named(name: str, size: int) -> tuple[str, ...]:
    """What so many values of a list are called one by one."""
    return tuple(f"{name}_{number}" for number in range(1, size + 1))


def _filled(values: Sequence[object]) -> Sequence[object]:
    """The list, with its last value again and again behind it, so that it has one of a few lengths."""
    size = next(size for size in _SIZES if size >= len(values))
    return values if len(values) == size else [*values, *repeat(values[-1], size - len(values))]


def _found(connection: Connection, compiled: _Compiled, given: Values) -> list[Any]:
    return list(map(compiled.row, fetch(connection, compiled.text, compiled.placed(given))))


@cache
def _insert(table: Table) -> Insert:
    return insert(table)


@cache
def _among(wanted: Select[Any], column: Column[Any], size: int) -> Select[Any]:
    return wanted.where(column.in_([bindparam(name, type_=column.type) for name in _named("value", size)]))


@cache
def _compiled(statement: Statement, engine: str, sizes: tuple[tuple[str, int], ...] = ()) -> _Compiled:
    """The statement for that engine; `sizes` are how long its lists are that come with each run."""
    driver, style = _DRIVERS[engine]
    made = statement.compile(dialect=registry.load(driver)(paramstyle=style))
    filled = made.construct_expanded_state(made.params | {name: [None] * size for name, size in sizes})
    fixed = {name: value for name, value in filled.parameters.items() if value is not None}
    return _Compiled(filled.statement, tuple(filled.positiontup or ()), fixed, _row_of(statement))


def _row_of(statement: Statement) -> Callable[[Iterable[object]], Any]:
    """What makes a row of a sequence of values: named as the columns are, those without a name by their place."""
    if isinstance(statement, Insert | Update):
        return tuple
    names = [str(getattr(column, "name", "")) for column in statement.selected_columns]
    return partial(tuple.__new__, namedtuple("Found", names, rename=True))  # what its `_make` does, in half the time
