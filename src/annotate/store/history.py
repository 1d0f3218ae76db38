"""The log: who recorded what, when; and the facts themselves, as they were written down."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from annotate.domain import Decision, Fact, Judgement, Moment, Status, Withdrawal, fact_of, may_see
from annotate.store import tables
from annotate.store.entries import Entry
from annotate.store.registry import signed_as


@dataclass(frozen=True, slots=True)
class Logged:
    """A fact with one entry of the log that speaks of it."""

    id: str
    fact: Fact
    entry: Entry


def history(connection: Connection, claim: str | None = None, viewer: str | None = None) -> Iterator[Logged]:
    """Every entry in the order of recording here; of one claim (id), whatever touches it; as the viewer may see it."""
    wanted = _wanted().order_by(tables.log.c.row)
    if claim is not None:
        wanted = wanted.where(tables.fact.c.id.in_(_touching(connection, claim)))
    found = (_logged(row) for row in connection.execute(wanted))
    return (logged for logged in found if _may_see(connection, viewer, logged.fact))


def _may_see(connection: Connection, viewer: str | None, fact: Fact | None) -> bool:
    """Whether an entry may be shown: a withdrawal betrays as much as what it takes back, a decision its votes."""
    if viewer is None:
        return True
    while isinstance(fact, Withdrawal):
        fact = fact_by_id(connection, fact.fact)
    if not isinstance(fact, Judgement | Decision):
        return fact is not None
    author = fact.reviewer if isinstance(fact, Judgement) else fact.author
    wanted = select(tables.claim.c.status).join(tables.fact, tables.fact.c.row == tables.claim.c.fact)
    status = connection.execute(wanted.where(tables.fact.c.id == fact.claim)).scalar_one()
    return may_see(viewer, author, settled=Status(status).settled)


def facts(connection: Connection, kind: str) -> Iterator[tuple[str, Fact]]:
    """Every fact of a kind with its id, by id."""
    table = tables.fact.c
    wanted = select(table.id, table.content).where(table.kind == kind).order_by(table.id)
    return ((identity, fact_of(kind, json.loads(content))) for identity, content in connection.execute(wanted))


def entries(connection: Connection, fact: str) -> list[Entry]:
    """The log entries of a fact (id), by time, writer and digest: alike in every copy that holds the same entries."""
    wanted = _wanted().where(tables.fact.c.id == fact)
    wanted = wanted.order_by(tables.log.c.at, tables.writer.c.installation, tables.log.c.digest)
    return [_logged(row).entry for row in connection.execute(wanted)]


def signed_entries(connection: Connection) -> Iterator[tuple[str, str, Entry]]:
    """Every entry with the digest that is noted with it and the id of its fact, which is not read."""
    wanted = _wanted().add_columns(tables.log.c.digest).order_by(tables.log.c.row)
    for identity, _, _, *rest, digest in connection.execute(wanted):
        yield digest, identity, Entry(*rest)


def fact_by_id(connection: Connection, identity: str) -> Fact | None:
    """The fact with that id."""
    table = tables.fact.c
    found = connection.execute(select(table.kind, table.content).where(table.id == identity)).first()
    return fact_of(found[0], json.loads(found[1])) if found else None


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


def _touching(connection: Connection, claim: str) -> set[str]:
    """Ids of the facts that speak of a claim: its root and versions, what was judged, decided, dealt and withdrawn."""
    root = select(tables.fact.c.row).where(tables.fact.c.id == claim).scalar_subquery()
    found = {claim}
    for table in (tables.judgement, tables.decision, tables.assignment):
        wanted = select(tables.fact.c.id).join(table, table.c.fact == tables.fact.c.row).where(table.c.claim == root)
        found |= set(connection.execute(wanted).scalars())
    reached = found
    while reached:
        wanted = (
            select(tables.fact.c.id)
            .join(tables.about, tables.about.c.fact == tables.fact.c.row)
            .where(tables.about.c.subject.in_(sorted(reached)))
            .where(or_(tables.about.c.kind == "version", tables.about.c.kind == "withdrawal"))
        )
        reached = set(connection.execute(wanted).scalars()) - found
        found |= reached
    return found


def _wanted() -> Select[Any]:
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


def _logged(row: Any) -> Logged:
    identity, kind, content, *rest = row
    return Logged(identity, fact_of(kind, json.loads(content)), Entry(*rest))
