"""Units: how many claims have which votes, counted by the database, and after a change only where something changed.

What was counted is kept with the open project, under the last fact that it knew of: whatever changes what stands is a
fact with a higher row. On a server facts are not seen in the order of their rows, so that the row is that of a moment
at which nobody was writing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text

from annotate.counting import Ask, Count, fresh, renewed, way_of
from annotate.domain import Facet
from annotate.store import tables
from annotate.store.registry import MENDED, local
from annotate.store.server import PROJECT
from annotate.store.store import Store

_DRAWN = text("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM fact_row")
_WRITING = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objsubid = 1"
    f" AND objid = {PROJECT} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)

_STREAMED = {"stream_results": True}


@dataclass(frozen=True, slots=True)
class Units:
    """One consistent view of a project, and what is counted in it, facet by facet."""

    connection: Connection
    _store: Store
    _quiet: int | None

    def of(self, facet: Facet) -> Count:
        """The standing answers of the first round to a facet: units by their votes, and the same by document."""
        ask, kept = _asking(self.connection), self._store.counted
        held = kept.get(facet.id)
        upto = self._upto(held[1].upto if held else 0)
        mark = _mark(self.connection, held[1].upto if held else upto)
        way = way_of(ask, self.connection.dialect.name, facet.id, [label.id for label in facet.labels])
        if held is None or held[0] != mark:
            count = fresh(ask, way, upto)
        elif held[1].upto == upto and held[1].way == way and self._quiet is None:
            return held[1]
        else:
            count = renewed(ask, held[1], way, upto)
        kept[facet.id] = (_mark(self.connection, upto), count)
        return count

    def _upto(self, known: int) -> int:
        """Up to which row no fact will appear any more that this view does not show."""
        if self.connection.dialect.name == "postgresql":
            return known if self._quiet is None else self._quiet
        return self.connection.execute(select(func.max(tables.fact.c.row))).scalar() or 0


@contextmanager
def counting(store: Store) -> Iterator[Units]:
    """Reads the project to count in it."""
    quiet = _quiet(store) if store.file is None else None
    with store.reading() as connection:
        yield Units(connection, store, quiet)


def _quiet(store: Store) -> int | None:
    """The last row that was drawn on a server, where nobody is writing behind it; None where somebody is.

    Who still writes afterwards has drawn his rows later; all others have ended, and are seen by whoever begins to read
    now.
    """
    with store.reading() as connection:
        drawn: int | None = None
        if connection.dialect.name == "postgresql":
            drawn = connection.execute(_DRAWN).scalar_one()
            drawn = None if connection.execute(_WRITING).scalar_one() else drawn
        return drawn


def _mark(connection: Connection, row: int) -> tuple[str | None, str | None]:
    """What the fact in that row is, and when what follows from the facts was last made anew."""
    return connection.execute(select(tables.fact.c.id).where(tables.fact.c.row == row)).scalar(), local(
        connection, MENDED
    )


def _asking(connection: Connection) -> Ask:
    def ask(question: str, named: Mapping[str, object]) -> Iterator[Any]:
        return iter(connection.execute(text(question), named, execution_options=_STREAMED))

    return ask
