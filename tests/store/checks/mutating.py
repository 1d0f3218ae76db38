"""Changes of a project behind the program's back: every cell, every row, every byte; and whether anybody notices."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.store.checks.seen import seen

from annotate.errors import Unusable
from annotate.store import check
from annotate.store.opening import connect

Row = tuple[object, ...]


class Mutation(NamedTuple):
    """A statement, its values, and the table and column (or "row") that it changes."""

    table: str
    column: str
    statement: str
    values: Row = ()


def tables_of(raw: sqlite3.Connection) -> list[str]:
    """Every table that holds rows, those of the index of words too."""
    listed = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return [name for (name,) in listed if not name.startswith("sqlite_")]


def of_cells(raw: sqlite3.Connection, table: str) -> Iterator[Mutation]:
    """Every cell with what could stand there instead, each row gone, each row once more."""
    columns = [column[1] for column in raw.execute(f"PRAGMA table_info({table})")]
    rows = raw.execute(f"SELECT * FROM {table}").fetchall()
    for row in rows:
        yield Mutation(table, "row", f"DELETE FROM {table} WHERE {_this(columns)}", row)
        yield Mutation(table, "row", f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", _again(rows, row))
        for at, column in enumerate(columns):
            for other in others(row[at], [one[at] for one in rows]):
                changed = f'UPDATE {table} SET "{column}" = ? WHERE {_this(columns)}'
                yield Mutation(table, column, changed, (other, *row))


def _this(columns: list[str]) -> str:
    return " AND ".join(f'"{column}" IS ?' for column in columns)


def _again(rows: list[Row], row: Row) -> Row:
    """The row once more, under numbers and names that nobody has."""
    return tuple(_beside([one[at] for one in rows], value) for at, value in enumerate(row))


def _beside(column: list[Any], value: object) -> object:
    if len(set(column)) < len(column):
        return value
    return max(column) + 1 if isinstance(value, int) else f"{value}x" if isinstance(value, str) else value


def others(value: object, column: list[object]) -> list[object]:
    """Another row's value, some that nobody has, one of another type, none at all."""
    made: list[object] = []
    match value:
        case int():
            made = [value + 1, value - 1, -value, str(value)]
        case str():
            made = [value + "x", value[:-1], value[::-1], value.swapcase(), "", "{}", "\x1b[2J", 7, b"\xff\xfe"]
        case bytes():
            made = [value + b"x", value[:-1], value[::-1], b"", value[:-1] + bytes([value[-1] ^ 1]) if value else b"x"]
        case None:
            made = ["x", 7, 1]
    near = [other for other in column if other != value][:2]
    return [other for other in [*near, *made, None] if other != value or type(other) is not type(value)]


@dataclass
class Bench:
    """A project on which changes are tried one after the other, and taken back."""

    whole: bytes
    file: Path
    seen_before: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.file.write_bytes(self.whole)
        self.seen_before = seen(self.file)
        self.engine = connect(str(self.file))

    def found(self, mutation: Mutation) -> set[str] | None:
        """The kinds of what check finds; None where the engine does not take the change."""
        with self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                _change(raw, mutation, begun=connection.exec_driver_sql("SELECT 1").scalar() == 1)
                return {finding.what for finding in check(connection)}
            except sqlite3.IntegrityError:
                return None
            finally:
                connection.rollback()

    def differing(self, mutation: Mutation) -> set[str]:
        """What of all that anybody could see is not as it was; "refused" alone where nobody sees anything any more."""
        changed = self.file.with_name("changed.db")
        for side in ("-wal", "-shm"):
            changed.with_name(changed.name + side).unlink(missing_ok=True)
        changed.write_bytes(self.whole)
        with closing(sqlite3.connect(changed, isolation_level=None)) as raw:
            _change(raw, mutation, begun=True)
        try:
            now = seen(changed)
        except Unusable:
            return {"refused"}
        return {what for what in self.seen_before if now[what] != self.seen_before[what]}


def _change(raw: sqlite3.Connection, mutation: Mutation, *, begun: bool) -> None:
    """Run the statement with the guards away, and put these back."""
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall() if begun else []
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(mutation.statement, mutation.values)
    for _, guard in guards:
        raw.execute(guard)
