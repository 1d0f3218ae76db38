"""The project as it was at a time: by the authors' clocks, over the facts that are held now."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, insert, or_, select, update

from annotate.domain import Document, Moment, Redaction, fact_of, subject_of
from annotate.store import tables
from annotate.store.batches import insert_rows
from annotate.store.derived import IN_ORDER, rebuild

BATCH = 500
"""Rows copied at once."""

FOREVER: Moment = 2**62
"""Later than every clock."""


def copy_until(held: Connection, past: Connection, moment: Moment) -> None:
    """Copy what had been recorded by then into an empty project, row by row as it is, and derive what follows."""
    known, texts = _known(held, moment)
    _copy(held, past, tables.fact, tables.fact.c.row, sorted(known))
    _copy(held, past, tables.body, tables.body.c.sha256, sorted(texts))
    insert_rows(past, tables.redacted, [tuple(row) for row in held.execute(select(tables.redacted))])
    redactions = select(tables.fact.c.row).where(tables.fact.c.kind == Redaction.kind)
    logged = or_(tables.log.c.at <= moment, tables.log.c.fact.in_(redactions))
    written = held.execute(select(tables.log).where(logged).order_by(tables.log.c.row))
    entries = [entry for entry in written if entry.fact in known]
    before = {entry.previous for entry in entries if entry.at > moment} - {entry.digest for entry in entries} - {None}
    insert_rows(past, tables.gap, [(digest,) for digest in sorted(before)])
    heads = {entry.writer: entry.digest for entry in entries}
    counts = Counter(entry.writer for entry in entries)
    _copy(held, past, tables.writer, tables.writer.c.row, sorted(heads))
    for writer, head in heads.items():
        noted = {"head": head, "entries": counts[writer]}
        past.execute(update(tables.writer).where(tables.writer.c.row == writer).values(noted))
    _copy(held, past, tables.log, tables.log.c.row, [entry.row for entry in entries])
    rebuild(past)


def _known(held: Connection, moment: Moment) -> tuple[set[int], set[str]]:
    """Rows of the facts that were known by then, and the sha256 of their texts.

    Known is what had been logged, what bears its own time had also been said, and what it is about was known as well:
    the clocks of two copies may disagree. A redaction holds for every time: what is gone is gone from the past too.
    """
    rows: set[int] = set()
    ids: set[str | None] = {None}
    texts: set[str] = set()
    for kind in IN_ORDER:
        until = FOREVER if kind == Redaction.kind else moment
        for row, identity, content in _logged(held, kind, until):
            fact = fact_of(kind, json.loads(content))
            if getattr(fact, "at", 0) <= until and subject_of(fact) in ids:
                rows.add(row)
                ids.add(identity)
                texts |= {fact.sha256} if isinstance(fact, Document) else set()
    return rows, texts


def _logged(held: Connection, kind: str, moment: Moment) -> Iterator[tuple[int, str, str]]:
    known = select(tables.log.c.fact).where(tables.log.c.at <= moment)
    wanted = select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.content)
    wanted = wanted.where(tables.fact.c.kind == kind, tables.fact.c.row.in_(known))
    return ((row, identity, content) for row, identity, content in held.execute(wanted))


def _copy(held: Connection, past: Connection, table: Table, key: Column[Any], keys: Sequence[object]) -> None:
    for at in range(0, len(keys), BATCH):
        found = held.execute(select(table).where(key.in_(keys[at : at + BATCH]))).mappings().all()
        past.execute(insert(table), [dict(row) for row in found])
