"""What ids stand for, for lines that people read: the words of claims, the titles of documents."""

from collections.abc import Collection

from sqlalchemy import Connection, select

from annotate.domain import Span
from annotate.store import tables
from annotate.store.claims import Texts

Wording = tuple[str, Span | None]
"""A claim (id), with the span that is meant; None for the one that it has now."""


def quotes(connection: Connection, wanted: Collection[Wording]) -> dict[Wording, str]:
    """What stands there, for a few hundred claims; each document's text is read once."""
    table, ids = tables.claim.c, {claim for claim, _ in wanted}
    held = select(tables.fact.c.id, table.document, table.start, table.end).join(
        tables.fact, tables.fact.c.row == table.fact
    )
    found = connection.execute(held.where(tables.fact.c.id.in_(ids))).all() if ids else ()
    places = {identity: (document, Span(start, end)) for identity, document, start, end in found}
    texts = Texts(connection)
    known = sorted((one for one in wanted if one[0] in places), key=lambda one: places[one[0]][0])
    return {(claim, span): (span or places[claim][1]).of(texts.of(places[claim][0])) for claim, span in known}


def titles(connection: Connection, documents: Collection[str]) -> dict[str, str]:
    """Document (id) → its title, for those that have one."""
    table = tables.document.c
    held = select(tables.fact.c.id, table.title).join(tables.fact, tables.fact.c.row == table.fact)
    found = connection.execute(held.where(tables.fact.c.id.in_(documents), table.title != "")) if documents else ()
    return {one.id: one.title for one in found}
