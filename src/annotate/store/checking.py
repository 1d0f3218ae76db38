"""What an auditor would look at: the engine's own check, every digest, every anchor, every derived row."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from annotate.domain import Claim, Document, Span, Version, anchor, canonical, fact_id, fact_of
from annotate.store import tables
from annotate.store.derived import rebuild
from annotate.store.documents import text_by_id
from annotate.store.history import fact_by_id, history


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: `what` in a word, `where` it is, and a sentence for a person."""

    what: str
    where: str
    sentence: str


def check(connection: Connection) -> list[Finding]:
    """Everything that is wrong with the project; an empty list is a clean bill.

    Derived tables are made anew inside the caller's transaction, which is to be rolled back.
    """
    damage = list(_engine(connection))
    if damage:
        return damage
    return [*_facts(connection), *_texts(connection), *_log(connection), *_derived(connection)]


def _engine(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield Finding("damage", "database", f"SQLite finds the file damaged: {said}.")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding(
            "orphan", f"{table} {row}", f"Row {row} of {table} refers to a row of {parent} that is not there."
        )


def _facts(connection: Connection) -> Iterator[Finding]:
    table = tables.fact.c
    for identity, kind, content in connection.execute(select(table.id, table.kind, table.content).order_by(table.row)):
        try:
            fact = fact_of(kind, json.loads(content))
            whole = canonical(fact.content()) == content and fact_id(kind, content) == identity
        except (KeyError, TypeError, ValueError):
            whole = False
        if not whole:
            yield Finding("digest", identity, f"The {kind} {identity} is not what was recorded: its digest differs.")
        elif isinstance(fact, Claim | Version):
            yield from _anchored(connection, identity, fact)


def _anchored(connection: Connection, identity: str, fact: Claim | Version) -> Iterator[Finding]:
    root = fact if isinstance(fact, Claim) else fact_by_id(connection, fact.claim)
    content = text_by_id(connection, root.document) if isinstance(root, Claim) else None
    if content is None:
        yield Finding("orphan", identity, f"The {fact.kind} {identity} belongs to a document that is not there.")
    elif not isinstance(anchor(content, start=fact.start, end=fact.end), Span):
        yield Finding("anchor", identity, f"The {fact.kind} {identity} lies outside its document's text.")


def _texts(connection: Connection) -> Iterator[Finding]:
    table = tables.body.c
    for digest, held, characters in connection.execute(select(table.sha256, table.text, table.characters)):
        if sha256(held).hexdigest() != digest:
            yield Finding(
                "digest", digest, f"The text {digest[:12]}… is not the one that was recorded: its sha256 differs."
            )
        elif len(held.decode()) != characters:
            yield Finding("derived", digest, f"The text {digest[:12]}… has another length than is noted with it.")
    known = set(connection.execute(select(table.sha256)).scalars())
    wanted = select(tables.fact.c.id, tables.fact.c.content).where(tables.fact.c.kind == "document")
    for identity, content in connection.execute(wanted):
        fact = fact_of("document", json.loads(content))
        if isinstance(fact, Document) and fact.sha256 not in known:
            yield Finding("orphan", identity, f"The text of document {identity} is missing.")


def _log(connection: Connection) -> Iterator[Finding]:
    signed = select(tables.log.c.digest).order_by(tables.log.c.row)
    digests = list(connection.execute(signed).scalars())
    known = set(digests)
    for digest, logged in zip(digests, history(connection), strict=True):
        if logged.entry.digest(logged.id) != digest:
            yield Finding("log", logged.id, f"The log entry of {logged.id} is not the one that was written.")
        elif logged.entry.previous is not None and logged.entry.previous not in known:
            who = logged.entry.author or "the lead"
            yield Finding("log", logged.id, f"An entry by {who} before that of {logged.id} is missing from the log.")
    unlogged = select(tables.fact.c.id).where(tables.fact.c.row.not_in(select(tables.log.c.fact)))
    for identity in connection.execute(unlogged).scalars():
        yield Finding("log", identity, f"No log entry says who recorded {identity}.")


def _derived(connection: Connection) -> Iterator[Finding]:
    """Compare the derived tables with what the facts give; the caller keeps or rolls back what was rebuilt."""
    before = {table.name: _rows(connection, table) for table in tables.DERIVED}

    rebuild(connection)
    for table in tables.DERIVED:
        differing = before[table.name] ^ _rows(connection, table)
        for row in sorted({values[0] for values in differing})[:20]:
            yield Finding(
                "derived",
                f"{table.name} {row}",
                f"Row {row} of {table.name} is not what the facts give; run: annotate check --rebuild.",
            )


def _rows(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in connection.execute(select(table))}
