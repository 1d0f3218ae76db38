"""Row numbers: those of one database, for joins inside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy import Connection, Table, func, select

from annotate.store import tables

_LAST = {table.name: select(func.max(table.c.row)) for table in (tables.fact, tables.log, tables.writer)}


@dataclass(slots=True)
class Numbers:
    """Unused row numbers: in SQLite this transaction is the only writer, PostgreSQL has a sequence for it."""

    raw: Connection
    _last: dict[str, int] = field(default_factory=dict)
    _ahead: dict[str, list[int]] = field(default_factory=dict)

    AHEAD: ClassVar = ("fact", "log")
    """Of what one number is drawn when a transaction begins, on a server."""

    def last(self, table: Table) -> int:
        """The last number that is taken, 0 where none is; in PostgreSQL by what this transaction sees."""
        if table.name not in self._last:
            self._last[table.name] = self.raw.execute(_LAST[table.name]).scalar() or 0
        return self._last[table.name]

    def begin(self, table: Table, last: int, ahead: Sequence[int] = ()) -> None:
        """Say which number is the last one, and which have been drawn, where that is known already."""
        self._last[table.name] = last
        self._ahead = {name: [number] for name, number in zip(self.AHEAD, ahead, strict=False)}

    def take(self, table: Table, count: int) -> Sequence[int]:
        """So many of them, in order."""
        if self.raw.dialect.name == "postgresql":
            return self._drawn(table, count)
        first = self.last(table) + 1
        self._last[table.name] += count
        return range(first, first + count)

    def _drawn(self, table: Table, count: int) -> Sequence[int]:
        """Numbers of a sequence; with those of facts come as many for the log, since most facts have an entry."""
        ahead = self._ahead.setdefault(table.name, [])
        if len(ahead) >= count:
            self._ahead[table.name] = ahead[count:]
            return ahead[:count]
        both = ", nextval('log_row')" if table is tables.fact else ""
        words = f"SELECT nextval('{table.name}_row'){both} FROM generate_series(1, %s)"
        drawn = self.raw.exec_driver_sql(words, (count,)).all()
        if both:
            self._ahead.setdefault(tables.log.name, []).extend(numbers[1] for numbers in drawn)
        return [numbers[0] for numbers in drawn]
