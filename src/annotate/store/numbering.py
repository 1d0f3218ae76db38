"""Row numbers: those of one database, for joins inside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, func, select

from annotate.store import tables

_LAST = {table.name: select(func.max(table.c.row)) for table in (tables.fact, tables.log, tables.writer)}


@dataclass(slots=True)
class Numbers:
    """Unused row numbers: in SQLite this transaction is the only writer, PostgreSQL has a sequence for it."""

    raw: Connection
    _last: dict[str, int] = field(default_factory=dict)
    _for_log: list[int] = field(default_factory=list)

    def last(self, table: Table) -> int:
        """The last number that is taken, 0 where none is; in PostgreSQL by what this transaction sees."""
        if table.name not in self._last:
            self._last[table.name] = self.raw.execute(_LAST[table.name]).scalar() or 0
        return self._last[table.name]

    def begin(self, table: Table, last: int) -> None:
        """Say which number is the last one, where that is known already."""
        self._last[table.name] = last

    def take(self, table: Table, count: int) -> Sequence[int]:
        """So many of them, in order."""
        if self.raw.dialect.name == "postgresql":
            return self._drawn(table, count)
        first = self.last(table) + 1
        self._last[table.name] += count
        return range(first, first + count)

    def _drawn(self, table: Table, count: int) -> Sequence[int]:
        """Numbers of a sequence; with those of facts come as many for the log, since most facts have an entry."""
        if table is tables.log and len(self._for_log) >= count:
            taken, self._for_log = self._for_log[:count], self._for_log[count:]
            return taken
        both = ", nextval('log_row')" if table is tables.fact else ""
        words = f"SELECT nextval('{table.name}_row'){both} FROM generate_series(1, %s)"
        drawn = self.raw.exec_driver_sql(words, (count,)).all()
        self._for_log += [numbers[1] for numbers in drawn if both]
        return [numbers[0] for numbers in drawn]
