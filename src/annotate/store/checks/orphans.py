"""Rows that refer to rows which are not there."""

from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKey, select

from annotate.store import tables
from annotate.store.checks.finding import Finding, finding

_OWN = (*tables.DERIVED, tables.passage)
"""Compared as a whole with what they should be."""


def orphans(connection: Connection) -> Iterator[Finding]:
    """Asked of the rows themselves: an engine that was told to look away had let them in."""
    for table in tables.metadata.sorted_tables:
        if table not in _OWN:
            for key in table.foreign_keys:
                yield from _without(connection, key)


def _without(connection: Connection, key: ForeignKey) -> Iterator[Finding]:
    child, parent = key.parent, key.column
    (row,) = child.table.primary_key.columns
    there = child.table.outerjoin(parent.table, child == parent)
    for found in connection.execute(select(row).select_from(there).where(parent.is_(None)).order_by(row)).scalars():
        name = child.table.name
        sentence = f"Row {found} of {name} refers to a row of {parent.table.name} that is not there."
        yield finding("orphan", f"{name} {found}", sentence)
