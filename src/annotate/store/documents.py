"""Documents: their texts, what is said of them, and where they came from."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from annotate.domain import Description, Document, Status, called, fact_of
from annotate.store import tables
from annotate.store.batches import run

_description = tables.fact.alias("description")
_TEXT = (
    select(tables.body.c.text)
    .join(tables.document, tables.document.c.sha256 == tables.body.c.sha256)
    .where(tables.document.c.fact == bindparam("row"))
)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as listed. `source` is the url or file that it came from, `claims` the number of its claims.

    `stands` is False where it was taken out of the work.
    """

    row: int
    id: str
    document: Document
    description: Description
    described: str | None
    source: str
    characters: int
    claims: int
    stands: bool

    @property
    def name(self) -> str:
        """What a person would call it."""
        return called(self.description, self.source)


def documents(
    connection: Connection, *, by_content: bool = False, withdrawn_too: bool = False
) -> Iterator[DocumentRow]:
    """All documents: in the order in which they came in, or by title and id; withdrawn ones only where asked for."""
    ordered = (tables.document.c.title, tables.fact.c.id) if by_content else (tables.document.c.fact,)
    wanted = _wanted() if withdrawn_too else _wanted().where(tables.document.c.stands == 1)
    return (_listed(found) for found in connection.execute(wanted.order_by(*ordered)))


def document_at(connection: Connection, row: int) -> DocumentRow:
    """The document in that row."""
    return _listed(connection.execute(_by_row(), {"row": row}).one())


def documents_at(connection: Connection, rows: Collection[int]) -> dict[int, tuple[DocumentRow, str]]:
    """The documents in those few rows, with their texts."""
    listed = {
        found[0]: _listed(found) for found in connection.execute(_wanted().where(tables.document.c.fact.in_(rows)))
    }
    wanted = select(tables.document.c.fact, tables.body.c.text).join(
        tables.body, tables.body.c.sha256 == tables.document.c.sha256
    )
    texts = connection.execute(wanted.where(tables.document.c.fact.in_(rows)))
    return {row: (listed[row], text.decode()) for row, text in texts}


def find_documents(connection: Connection, name: str) -> list[DocumentRow]:
    """Documents whose id begins with `name` (with or without its prefix), or that bear it as title or source.

    Those that were withdrawn are found by their ids alone.
    """
    begun = name if name.startswith("d1_") else f"d1_{name}"
    by_id = _wanted().where(tables.fact.c.id >= begun, tables.fact.c.id < begun + "~").limit(2)
    found = [_listed(row) for row in connection.execute(by_id)]
    return found or [
        document for document in documents(connection) if name in (document.description.title, document.source)
    ]


def text_of(connection: Connection, row: int) -> str:
    """The text of the document in that row."""
    ((held,),) = run(connection, _TEXT, {"row": row})
    text: str = held.decode()
    return text


def text_by_id(connection: Connection, identity: str) -> str | None:
    """The text of a document by its id; None where there is no such document."""
    row = connection.execute(
        select(tables.fact.c.row).where(tables.fact.c.id == identity, tables.fact.c.kind == "document")
    ).scalar()
    return None if row is None else text_of(connection, row)


def descriptions(connection: Connection, document: str) -> dict[str, Description]:
    """Every description of a document (by id), standing or superseded."""
    wanted = (
        select(tables.fact.c.id, tables.fact.c.content)
        .join(tables.about, tables.about.c.fact == tables.fact.c.row)
        .where(tables.about.c.kind == "description", tables.about.c.subject == document)
    )
    read = {identity: fact_of("description", json.loads(content)) for identity, content in connection.execute(wanted)}
    return {identity: fact for identity, fact in read.items() if isinstance(fact, Description)}


@cache
def _by_row() -> Select[Any]:
    return _wanted().where(tables.document.c.fact == bindparam("row"))


def _wanted() -> Select[Any]:
    claims = (
        select(func.count())
        .select_from(tables.claim)
        .where(tables.claim.c.document == tables.document.c.fact, tables.claim.c.status != Status.WITHDRAWN.value)
        .correlate(tables.document)
        .scalar_subquery()
    )
    first = (
        select(func.min(tables.log.c.row)).where(tables.log.c.fact == tables.document.c.fact).correlate(tables.document)
    )
    source = select(tables.log.c.source).where(tables.log.c.row == first.scalar_subquery()).scalar_subquery()
    return (
        select(
            tables.document.c.fact,
            tables.fact.c.id,
            tables.fact.c.content,
            _description.c.id,
            _description.c.content,
            source,
            tables.body.c.characters,
            claims,
            tables.document.c.stands,
        )
        .join(tables.fact, tables.fact.c.row == tables.document.c.fact)
        .join(tables.body, tables.body.c.sha256 == tables.document.c.sha256)
        .outerjoin(_description, _description.c.row == tables.document.c.described)
    )


def _listed(found: Any) -> DocumentRow:
    row, identity, content, described, said, source, characters, claims, stands = found
    document = fact_of("document", json.loads(content))
    description = fact_of("description", json.loads(said)) if said else Description(identity)
    if not isinstance(document, Document) or not isinstance(description, Description):
        raise TypeError(f"{identity} is no document")
    source = description.url or source
    return DocumentRow(row, identity, document, description, described, source, characters, claims, bool(stands))
