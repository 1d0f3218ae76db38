"""Row numbers: those of one database, for joins inside it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, func, select, text

from annotate.store import tables

_LAST = {table.name: select(func.max(table.c.row)) for table in (tables.fact, tables.log, tables.writer)}


@dataclass(slots=True)
class Numbers:
    """Unused row numbers: in SQLite this transaction is the only writer, PostgreSQL has a sequence for it."""

    raw: Connection
    _last: dict[str, int] = field(default_factory=dict)

    def last(self, table: Table) -> int:
        """The last number that is taken, 0 where none is; in PostgreSQL by what this transaction sees."""
        if table.name not in self._last:
            self._last[table.name] = self.raw.execute(_LAST[table.name]).scalar() or 0
        return self._last[table.name]

    def take(self, table: Table, count: int) -> Sequence[int]:
        """So many of them, in order."""
        if self.raw.dialect.name == "postgresql":
            drawn = text(f"SELECT nextval('{table.name}_row') FROM generate_series(1, :count)")
            return [row for (row,) in self.raw.execute(drawn, {"count": count})]
        first = self.last(table) + 1
        self._last[table.name] += count
        return range(first, first + count)
