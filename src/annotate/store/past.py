"""The project as it was at a time: by the authors' clocks, over the facts that are held now.

Rows are copied as they are, those of the derived tables too, and what a later fact had changed there is settled anew:
most of a project is the same as yesterday.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, Table, insert, or_, select, update

from annotate.domain import Moment, Status
from annotate.store import tables
from annotate.store.gaps import note_gaps
from annotate.store.judgements import SETTLED
from annotate.store.known import REDACTIONS, Known
from annotate.store.rewinding import rewind

BATCH = 2_000
"""Rows copied at once."""

_BY_FACT = (tables.document, tables.claim, tables.about, tables.judgement, tables.decision, tables.assignment)
_BY_JUDGEMENT = (tables.lacking, tables.citation)


def copy_until(held: Connection, past: Connection, moment: Moment) -> None:
    """Copy what was known by then into an empty project of SQLite, with what followed from it."""
    past.exec_driver_sql("PRAGMA defer_foreign_keys = ON")  # what a claim rests on now may have come later
    known = Known(held, moment)
    texts = select(tables.document.c.sha256).where(known.logged(tables.document.c.fact))
    _copy(known, past, tables.body, select(tables.body).where(tables.body.c.sha256.in_(texts)))
    _copy(known, past, tables.fact, select(tables.fact).where(known.logged(tables.fact.c.row)))
    # What was redacted later is gone all the same.
    for table in (tables.redacted, tables.gap):
        _copy(known, past, table, select(table))
    _copy_log(known, past)
    for table in _BY_FACT:
        _copy(known, past, table, select(table).where(known.logged(table.c.fact)))
    for table in _BY_JUDGEMENT:
        _copy(known, past, table, select(table).where(known.logged(table.c.judgement)))
    rewind(known, past)


def hide(held: Connection, past: Connection) -> None:
    """Close again what a reviewer must not see now: a claim that was settled then, and is open to be judged now."""
    table = tables.claim.c
    settled = select(table.fact).where(table.status.in_(SETTLED))
    now = set(held.execute(settled).scalars())
    closed = update(tables.claim).values(status=Status.OPEN.value, verdict=None, decision=None)
    for row in past.execute(settled).scalars().all():
        if row not in now:
            past.execute(closed.where(table.fact == row))


def _copy(known: Known, past: Connection, table: Table, wanted: Select[Any]) -> None:
    """Copy the wanted rows, those of facts that waited aside; the first column is the fact's row, or a text's name."""
    written = str(insert(table).compile(dialect=past.dialect))
    for rows in _batches(known, wanted):
        kept = [tuple(row) for row in rows if row[0] not in known.waited]
        if kept:
            past.exec_driver_sql(written, kept)


def _batches(known: Known, wanted: Select[Any]) -> Iterator[Sequence[Any]]:
    return known.held.execute(wanted, execution_options={"stream_results": True}).partitions(BATCH)


def _copy_log(known: Known, past: Connection) -> None:
    """The entries, and for each author the last of them and their number, so that a missing one shows here too."""
    entry = tables.log.c
    written = str(insert(tables.log).compile(dialect=past.dialect))
    heads: dict[int, str] = {}
    counts: Counter[int] = Counter()
    wanted = select(tables.log).where(or_(entry.at <= known.moment, entry.fact.in_(REDACTIONS))).order_by(entry.row)
    for rows in _batches(known, wanted):
        kept = [row for row in rows if row.fact not in known.waited]
        heads |= {row.writer: row.digest for row in kept}
        counts.update(row.writer for row in kept)
        if kept:
            past.exec_driver_sql(written, [tuple(row) for row in kept])
        note_gaps(past, {row.digest: row.previous for row in kept if row.at > known.moment})
    _copy_writers(known, past, heads, counts)


def _copy_writers(known: Known, past: Connection, heads: dict[int, str], counts: Counter[int]) -> None:
    for found in known.held.execute(select(tables.writer)).mappings():
        row = found["row"]
        if row in heads:
            past.execute(insert(tables.writer).values({**found, "head": heads[row], "entries": counts[row]}))
