"""Gaps: entries of the log that others name as theirs before, and that were never brought here."""

from collections.abc import Iterable, Mapping
from itertools import chain

from sqlalchemy import Connection, bindparam, delete, exists, select

from annotate.store import tables
from annotate.store.batches import KEEP, among, insert_rows

_ENTRIES = select(tables.log.c.digest)
_GAPS = select(tables.gap.c.digest)
_ANY = select(exists(_GAPS))
_FILLED = delete(tables.gap).where(tables.gap.c.digest.in_(bindparam("filled", expanding=True)))


def note_gaps(connection: Connection, written: Mapping[str, str | None]) -> None:
    """Note what entries that were just written (digest → the one before) name and is not here; what was noted and came
    now is a gap no more."""
    named = {before for before in written.values() if before is not None and before not in written}
    noted = gaps(connection, chain(written, named))
    filled = sorted(noted & written.keys())
    for at in range(0, len(filled), 500):
        connection.execute(_FILLED, {"filled": filled[at : at + 500]})
    here = {found.digest for found in among(connection, _ENTRIES, tables.log.c.digest, named - noted)}
    insert_rows(connection, tables.gap, [(digest,) for digest in sorted(named - noted - here)], KEEP)


def gaps(connection: Connection, among_these: Iterable[str]) -> set[str]:
    """Those of these digests that are noted."""
    if not connection.execute(_ANY).scalar():
        return set()
    return {found.digest for found in among(connection, _GAPS, tables.gap.c.digest, among_these)}


def all_gaps(connection: Connection) -> set[str]:
    """Every digest that is noted."""
    return set(connection.execute(_GAPS).scalars())
