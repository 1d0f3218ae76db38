"""Drafts: what stands in an open field, kept while it is typed and gone once it is recorded. This copy's own."""

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from annotate.domain import Moment
from annotate.store import tables


def draft(connection: Connection, reviewer: str, claim: str, field: str) -> str:
    """What the reviewer last typed into that field of a claim (id) and did not record; "" where nothing."""
    return connection.execute(select(tables.draft.c.typed).where(*_of(reviewer, claim, field))).scalar() or ""


def keep_draft(connection: Connection, reviewer: str, claim: str, field: str, typed: str, at: Moment) -> None:
    """Keep what stands in a field; nothing typed is nothing kept."""
    where = _of(reviewer, claim, field)
    if not typed:
        connection.execute(delete(tables.draft).where(*where))
        return
    known = connection.execute(update(tables.draft).where(*where).values(typed=typed, at=at))
    if not known.rowcount:
        values = {"reviewer": reviewer, "claim": claim, "field": field, "typed": typed, "at": at}
        connection.execute(insert(tables.draft).values(values))


def _of(reviewer: str, claim: str, field: str) -> tuple[ColumnElement[bool], ...]:
    table = tables.draft.c
    return table.reviewer == reviewer, table.claim == claim, table.field == field
