"""Drafts: what stands in an open field, kept while it is typed and gone once it is recorded. This copy's own."""

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from annotate.domain import Moment
from annotate.store import tables

_OF = (
    tables.draft.c.reviewer == bindparam("by"),
    tables.draft.c.claim == bindparam("on"),
    tables.draft.c.field == bindparam("into"),
)
_TYPED = select(tables.draft.c.typed).where(*_OF)


def draft(connection: Connection, reviewer: str, claim: str, field: str) -> str:
    """What the reviewer last typed into that field of a claim (id) and did not record; "" where nothing."""
    return connection.execute(_TYPED, {"by": reviewer, "on": claim, "into": field}).scalar() or ""


def keep_draft(connection: Connection, reviewer: str, claim: str, field: str, typed: str, at: Moment) -> None:
    """Keep what stands in a field; nothing typed is nothing kept, and U+0000 is typed by nobody."""
    typed = typed.replace("\0", "")
    of = {"by": reviewer, "on": claim, "into": field}
    if not typed:
        connection.execute(delete(tables.draft).where(*_OF), of)
        return
    known = connection.execute(update(tables.draft).where(*_OF).values(typed=typed, at=at), of)
    if not known.rowcount:
        values = {"reviewer": reviewer, "claim": claim, "field": field, "typed": typed, "at": at}
        connection.execute(insert(tables.draft).values(values))
