"""An entry of the log by name, where it stands, and when what it recorded was known."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from annotate.domain import Moment, subject_of
from annotate.store import tables
from annotate.store.history import entries, fact_by_id
from annotate.store.trail import Logged, Mark, selected, visible

MOST = 2
"""More than one answer is too many, whatever their number."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An entry with its place in the log."""

    logged: Logged
    mark: Mark


def find_marked(connection: Connection, name: str, viewer: str | None) -> list[Marked]:
    """The entry whose digest begins with `name`, or the first one of the fact whose id does; up to two.

    Only such as the viewer may see.
    """
    table, entry = tables.fact.c, tables.log.c
    if "_" not in name:
        named = [entry.digest >= name, entry.digest < name + "g"]  # behind every hexadecimal digit in any locale
    else:
        ids = select(table.id).where(table.id >= name, table.id < name + "~").order_by(table.id).limit(MOST)
        logged = ((identity, entries(connection, identity)) for identity in connection.execute(ids).scalars().all())
        found = [first.digest(identity) for identity, (first, *_) in ((one, log) for one, log in logged if log)]
        named = [entry.digest.in_(found)]
    rows = connection.execute(selected().where(*named).limit(MOST)).all()
    marks = {row.digest: Mark(row.at, row.author, row.installation, row.of) for row in rows}
    return [Marked(logged, marks[logged.digest]) for logged in visible(connection, rows, viewer)]


def known_from(connection: Connection, logged: Logged) -> Moment:
    """The first moment as of which there is what that entry recorded: its own time, subject and scheme are there."""
    moments = [logged.entry.at, getattr(logged.fact, "at", 0)]
    subject = subject_of(logged.fact)
    while subject is not None and (fact := fact_by_id(connection, subject)) is not None:
        moments += [*(entry.at for entry in entries(connection, subject)[:1]), getattr(fact, "at", 0)]
        subject = subject_of(fact)
    scheme = getattr(logged.fact, "scheme", "")
    if scheme:
        moments += (entry.at for entry in entries(connection, scheme)[:1])
    return max(moments)
