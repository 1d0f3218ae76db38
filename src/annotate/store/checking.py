"""What an auditor would look at: the engine's own check, every digest, every anchor, every derived row."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, func, or_, select

from annotate.domain import canonical, printable, scheme_of, subject_of
from annotate.store import tables
from annotate.store.derived import rebuild
from annotate.store.gaps import all_gaps
from annotate.store.history import signed_entries
from annotate.store.passages import misplaced
from annotate.store.registry import local
from annotate.store.whole import Written, read


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: `what` in a word, `where` it is, and a sentence for a person."""

    what: str
    where: str
    sentence: str


def _finding(what: str, where: str, sentence: str) -> Finding:
    """A finding that can be shown, whatever stands in a damaged project."""
    return Finding(what, printable(where), printable(sentence))


def check(connection: Connection) -> list[Finding]:
    """Everything that is wrong with the project; an empty list is a clean bill.

    What is damaged is not built upon: a file that SQLite finds damaged is not read any further, and nothing is derived
    from facts that are not whole. Derived tables are made anew inside the caller's transaction, which is to be rolled
    back.
    """
    return _found(connection, len(_LEVELS))


def check_recorded(connection: Connection) -> list[Finding]:
    """What is wrong with what was recorded. Nothing is written for it; what follows from the facts is not looked at."""
    return _found(connection, 2)


def check_engine(connection: Connection) -> list[Finding]:
    """What the engine itself finds damaged, in a project of whatever schema."""
    return _found(connection, 1)


def _found(connection: Connection, levels: int) -> list[Finding]:
    found: list[Finding] = []
    for looks in _LEVELS[:levels]:
        found = [finding for look in looks for finding in look(connection)]
        if found:
            break
    return found


def _engine(connection: Connection) -> Iterator[Finding]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if said != "ok":
            yield _finding("damage", "database", f"SQLite finds the file damaged: {said}.")
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield _finding(
            "orphan", f"{table} {row}", f"Row {row} of {table} refers to a row of {parent} that is not there."
        )


def _facts(connection: Connection) -> Iterator[Finding]:
    """Every fact is what its id says, and what it is about is there."""
    table = tables.fact.c
    known: set[str | None] = {None, *connection.execute(select(table.id)).scalars()}
    for identity, kind, content in connection.execute(select(table.id, table.kind, table.content).order_by(table.row)):
        fact = read(Written(identity, kind, content))
        if fact is None:
            yield _finding("digest", identity, f"The {kind} {identity} is not what was recorded: its digest differs.")
        elif subject_of(fact) not in known:
            yield _finding("orphan", identity, f"What the {kind} {identity} is about is not there.")


def _texts(connection: Connection) -> Iterator[Finding]:
    table = tables.body.c
    for digest, held, characters in connection.execute(select(table.sha256, table.text, table.characters)):
        if sha256(held).hexdigest() != digest:
            yield _finding(
                "digest", digest, f"The text {digest[:12]}… is not the one that was recorded: its sha256 differs."
            )
        elif len(held.decode()) != characters:
            yield _finding("derived", digest, f"The text {digest[:12]}… has another length than is noted with it.")


def _log(connection: Connection) -> Iterator[Finding]:
    """Every entry is as it was written, and names one that is there; every fact has an entry."""
    known = set(connection.execute(select(tables.log.c.digest)).scalars()) | all_gaps(connection)
    for digest, identity, entry in signed_entries(connection):
        if entry.digest(identity) != digest:
            yield _finding("log", identity, f"The log entry of {identity} is not the one that was written.")
        elif entry.previous is not None and entry.previous not in known:
            who = entry.author or "the lead"
            yield _finding("log", identity, f"An entry by {who} before that of {identity} is missing from the log.")
    unlogged = select(tables.fact.c.id).where(tables.fact.c.row.not_in(select(tables.log.c.fact)))
    for identity in connection.execute(unlogged).scalars():
        yield _finding("log", identity, f"No log entry says who recorded {identity}.")


def _chains(connection: Connection) -> Iterator[Finding]:
    """Each author has as many entries as were counted, and the one that his next will name is there."""
    writer, entry = tables.writer.c, tables.log.c
    of_writer = select(func.count()).select_from(tables.log).where(entry.writer == writer.row)
    last = of_writer.where(entry.digest == writer.head)
    wanted = select(writer.author, writer.installation).where(
        or_(of_writer.scalar_subquery() != writer.entries, last.scalar_subquery() != 1)
    )
    for author, installation in connection.execute(wanted):
        yield _finding("log", installation, f"Entries by {author or 'the lead'} are missing from the log.")


def _own(connection: Connection) -> Iterator[Finding]:
    """This copy has a name to sign with, and a scheme that can be judged by."""
    if not local(connection, "installation"):
        yield _finding("copy", "installation", "This copy of the project has lost the name that it signs with.")
    written = local(connection, "scheme") or ""
    try:
        whole = canonical(scheme_of(json.loads(written)).content()) == written
    except (KeyError, TypeError, ValueError):
        whole = False
    if not whole:
        yield _finding("scheme", "scheme", "The scheme that the project plans to judge by is not whole.")


def _anchors(connection: Connection) -> Iterator[Finding]:
    for identity, sentence in misplaced(connection):
        yield _finding("anchor", identity, sentence)


def _derived(connection: Connection) -> Iterator[Finding]:
    """Compare the derived tables with what the facts give; the caller keeps or rolls back what was rebuilt."""
    before = {table.name: _rows(connection, table) for table in tables.DERIVED}

    rebuild(connection)
    for table in tables.DERIVED:
        differing = before[table.name] ^ _rows(connection, table)
        for row in sorted({values[0] for values in differing})[:20]:
            yield _finding(
                "derived",
                f"{table.name} {row}",
                f"Row {row} of {table.name} is not what the facts give; run: annotate check --rebuild.",
            )


def _rows(connection: Connection, table: Table) -> set[tuple[Any, ...]]:
    return {tuple(row) for row in connection.execute(select(table))}


_LEVELS: tuple[tuple[Callable[[Connection], Iterator[Finding]], ...], ...] = (
    (_engine,),
    (_facts, _texts, _log, _chains, _own),
    (_anchors,),
    (_derived,),
)
"""What is looked at, each level only where the one before it is sound."""
