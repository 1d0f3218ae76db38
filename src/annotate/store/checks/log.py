"""The log: every entry as it was written, every fact with one, every author's chain without a hole."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, func, or_, select

from annotate.store import tables
from annotate.store.checks.finding import Finding, finding
from annotate.store.history import signed_entries
from annotate.store.soundness import Soundness

_named = tables.log.alias("named")


def entries_whole(connection: Connection) -> Iterator[Finding]:
    """Every entry is as it was written; every fact has one."""
    sound = Soundness(connection)
    for digest, identity, entry in signed_entries(connection):
        if entry.digest(identity) != digest and not sound.is_alias(entry.author):
            yield finding("log", identity, f"The log entry of {identity} is not the one that was written.")
    unlogged = select(tables.fact.c.id).where(~exists().where(tables.log.c.fact == tables.fact.c.row))
    for identity in connection.execute(unlogged).scalars():
        yield finding("log", identity, f"No log entry says who recorded {identity}.")


def predecessors(connection: Connection) -> Iterator[Finding]:
    """What an entry names as the one before it is here, or is noted as never brought here; nothing else is noted so."""
    entry = tables.log.c
    before = entry.previous.is_not(None), ~exists().where(_named.c.digest == entry.previous)
    noted = exists().where(tables.gap.c.digest == entry.previous)
    missing = (
        select(tables.fact.c.id, tables.writer.c.author)
        .join(tables.log, entry.fact == tables.fact.c.row)
        .join(tables.writer, tables.writer.c.row == entry.writer)
        .where(*before, ~noted)
        .order_by(entry.row)
    )
    for identity, author in connection.execute(missing):
        who = author or "the lead"
        yield finding("log", identity, f"An entry by {who} before that of {identity} is missing from the log.")
    unnamed = select(tables.gap.c.digest).where(~exists().where(_named.c.previous == tables.gap.c.digest))
    for digest in connection.execute(unnamed).scalars():
        yield finding("log", f"gap {digest}", f"The gap {digest} in the log is before no entry.")


def chains(connection: Connection) -> Iterator[Finding]:
    """Each author has as many entries as were counted, and the one that his next will name is there."""
    writer, entry = tables.writer.c, tables.log.c
    of_writer = select(func.count()).select_from(tables.log).where(entry.writer == writer.row)
    last = of_writer.where(entry.digest == writer.head)
    wanted = select(writer.row, writer.author, writer.installation).where(
        or_(of_writer.scalar_subquery() != writer.entries, last.scalar_subquery() != 1)
    )
    for row, author, installation in connection.execute(wanted):
        sentence = f"Entries by {author or 'the lead'} in the copy {installation} are missing from the log."
        yield finding("log", f"writer {row}", sentence)
