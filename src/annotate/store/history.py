"""The facts as they were written down, and the log entries that speak of each."""

import json
from collections.abc import Iterator
from heapq import merge
from typing import Any

from sqlalchemy import Connection, Select, func, select

from annotate.domain import FORMAT, LETTERS, Fact, Moment, fact_of
from annotate.store import tables
from annotate.store.entries import Entry
from annotate.store.registry import signed_as


def facts(connection: Connection, kind: str) -> Iterator[tuple[str, Fact]]:
    """Every fact of a kind with its id, by id."""
    table = tables.fact.c
    wanted = select(table.id, table.content).where(table.kind == kind).order_by(table.id)
    return ((identity, fact_of(kind, json.loads(content))) for identity, content in connection.execute(wanted))


def entries(connection: Connection, fact: str) -> list[Entry]:
    """The log entries of a fact (id), by time, writer and digest: alike in every copy that holds the same entries."""
    wanted = entries_wanted().add_columns(tables.log.c.digest).where(tables.fact.c.id == fact)
    wanted = wanted.order_by(tables.log.c.at, tables.writer.c.installation, tables.log.c.digest)
    return [Entry(*said).under(signed, fact) for _, _, _, *said, signed in connection.execute(wanted)]


def signed_entries(connection: Connection) -> Iterator[tuple[str, str, Entry]]:
    """Every entry with the digest that is noted with it and the id of its fact, which is not read."""
    wanted = entries_wanted().add_columns(tables.log.c.digest).order_by(tables.log.c.row)
    for identity, _, _, *rest, digest in connection.execute(wanted):
        yield digest, identity, Entry(*rest)


def length_of_log(connection: Connection) -> int:
    """How many entries this copy holds, by what is noted of each writer: it grows with whatever is recorded.

    Rows would not do: on a server one of two writers side by side may be seen after the other, with the lower row.
    """
    return int(connection.execute(select(func.coalesce(func.sum(tables.writer.c.entries), 0))).scalar_one())


def fact_by_id(connection: Connection, identity: str) -> Fact | None:
    """The fact with that id."""
    table = tables.fact.c
    found = connection.execute(select(table.kind, table.content).where(table.id == identity)).first()
    return fact_of(found[0], json.loads(found[1])) if found else None


def facts_begun(connection: Connection, kind: str, begun: str) -> list[tuple[str, Fact]]:
    """Up to two facts of a kind whose id begins so (with or without its prefix)."""
    table, prefix = tables.fact.c, LETTERS[kind] + f"{FORMAT}_"
    begun = begun if begun.startswith(prefix) else prefix + begun
    wanted = select(table.id, table.content).where(table.kind == kind, table.id >= begun, table.id < begun + "~")
    found = connection.execute(wanted.order_by(table.id).limit(2))
    return [(identity, fact_of(kind, json.loads(content))) for identity, content in found]


def newest_by(
    connection: Connection, author: str, kinds: tuple[str, ...], *, since: Moment = 0, by_hand: bool = False
) -> Iterator[tuple[str, Fact]]:
    """What the author recorded since then, of these kinds, newest first by his clock: the way back for undo and redo.

    With `by_hand`, what he took from a file here is not among it.
    """
    table = tables.fact.c
    wanted = (
        select(tables.log.c.at, tables.log.c.row, table.id, table.kind, table.content)
        .join(tables.log, tables.log.c.fact == table.row)
        .where(table.kind.in_(kinds), tables.log.c.at >= since)
        .order_by(tables.log.c.at.desc(), tables.log.c.row.desc())
    )
    found = select(tables.writer.c.row, tables.writer.c.installation).where(tables.writer.c.author == author)
    here = signed_as(connection)
    streams = []
    # One stream for each copy that he wrote in, so that nobody sorts a whole history to look at its end.
    for writer, installation in connection.execute(found).all():
        his = wanted.where(tables.log.c.writer == writer)
        # What came from another copy has that file for its source, whatever he did there.
        typed = his.where(tables.log.c.source == "") if by_hand and installation in here else his
        streams.append(connection.execute(typed))
    newest = merge(*streams, key=lambda found: (found.at, found.row), reverse=True)
    return ((found.id, fact_of(found.kind, json.loads(found.content))) for found in newest)


def entries_wanted() -> Select[Any]:
    """Entries with their facts: id, kind and content of the fact, then what an `Entry` is made of."""
    entry = tables.log.c
    return (
        select(
            tables.fact.c.id,
            tables.fact.c.kind,
            tables.fact.c.content,
            tables.writer.c.author,
            tables.writer.c.installation,
            entry.at,
            entry.version,
            entry.previous,
            entry.source,
        )
        .join(tables.log, entry.fact == tables.fact.c.row)
        .join(tables.writer, tables.writer.c.row == entry.writer)
    )
