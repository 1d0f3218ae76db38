"""Claims: listed for people, found by the start of an id, walked for exports."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from annotate.domain import Claim, Span, Status, Version, fact_of
from annotate.store import tables
from annotate.store.documents import text_of

_of_document = tables.fact.alias("of_document")
_of_version = tables.fact.alias("of_version")


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim where it stands now; `verdict` is the decided label, `judgements` the number that the asker may see."""

    row: int
    id: str
    document_row: int
    document: str
    span: Span
    status: Status
    verdict: str | None
    judgements: int
    root: Claim
    version_id: str | None
    version: Version

    @property
    def wording(self) -> str:
        """The self-contained wording, where there is one."""
        return self.version.wording or self.root.wording


def claims(
    connection: Connection,
    viewer: str | None = None,
    *,
    document: int | None = None,
    status: Status | None = None,
    by_content: bool = False,
) -> Iterator[ClaimRow]:
    """Claims in the order of the queue, or by content as exports have them.

    For a `viewer` who is a reviewer, others' judgements are neither counted nor betrayed by a status before a claim is
    settled. Filters: `document` (row) and `status` (as the viewer sees it).
    """
    wanted = _wanted(viewer)
    if document is not None:
        wanted = wanted.where(tables.claim.c.document == document)
    if status is not None:
        wanted = wanted.where(tables.claim.c.status.in_(_stored(status, viewer)))
    place = (tables.claim.c.start, tables.claim.c.end, tables.fact.c.id)
    if by_content:
        ordered = wanted.join(tables.document, tables.document.c.fact == tables.claim.c.document)
        wanted = ordered.order_by(tables.document.c.title, _of_document.c.id, *place)
    else:
        wanted = wanted.order_by(tables.claim.c.document, tables.claim.c.start, tables.claim.c.fact)
    return (_listed(found, viewer) for found in connection.execute(wanted))


def claim_at(connection: Connection, row: int, viewer: str | None = None) -> ClaimRow:
    """The claim in that row."""
    return _listed(connection.execute(_wanted(viewer).where(tables.claim.c.fact == row)).one(), viewer)


def claims_on(connection: Connection, document: int, span: Span) -> list[int]:
    """Rows of the claims of a document (row) that have just those bounds now, the oldest first."""
    table = tables.claim.c
    wanted = select(table.fact).where(table.document == document, table.start == span.start, table.end == span.end)
    return list(connection.execute(wanted.order_by(table.fact)).scalars())


def find_claims(connection: Connection, name: str, viewer: str | None = None) -> list[ClaimRow]:
    """Up to two claims whose id begins with `name` (with or without its prefix)."""
    begun = name if name.startswith("c1_") else f"c1_{name}"
    wanted = _wanted(viewer).where(tables.fact.c.id >= begun, tables.fact.c.id < begun + "~").limit(2)
    return [_listed(found, viewer) for found in connection.execute(wanted)]


def versions(connection: Connection, claim: str) -> dict[str, Version]:
    """Every version of a claim (by id), standing or superseded."""
    wanted = (
        select(tables.fact.c.id, tables.fact.c.content)
        .join(tables.about, tables.about.c.fact == tables.fact.c.row)
        .where(tables.about.c.kind == "version", tables.about.c.subject == claim)
    )
    read = {identity: fact_of("version", json.loads(content)) for identity, content in connection.execute(wanted)}
    return {identity: fact for identity, fact in read.items() if isinstance(fact, Version)}


class Texts:
    """Texts of documents by row, the last one kept: claims are walked document by document."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._row = -1
        self._text = ""

    def of(self, row: int) -> str:
        """The text of the document in that row."""
        if row != self._row:
            self._row, self._text = row, text_of(self._connection, row)
        return self._text


def seen(status: str, viewer: str | None) -> Status:
    """A claim's status as `viewer` may know it: that others disagree is not for a reviewer to know beforehand."""
    known = Status(status)
    return Status.OPEN if viewer is not None and not known.settled else known


def _stored(status: Status, viewer: str | None) -> list[str]:
    return [known.value for known in Status if seen(known.value, viewer) is status]


def _wanted(viewer: str | None) -> Select[Any]:
    table, judged = tables.claim.c, tables.judgement.c
    counted = select(func.count()).select_from(tables.judgement).where(judged.claim == table.fact, judged.stands == 1)
    if viewer is not None:
        settled = table.status.in_([status.value for status in Status if status.settled])
        counted = counted.where(or_(judged.reviewer == viewer, settled))
    return (
        select(
            table.fact,
            tables.fact.c.id,
            table.document,
            _of_document.c.id,
            table.start,
            table.end,
            table.status,
            table.verdict,
            counted.correlate(tables.claim).scalar_subquery(),
            tables.fact.c.content,
            _of_version.c.id,
            _of_version.c.content,
        )
        .join(tables.fact, tables.fact.c.row == table.fact)
        .join(_of_document, _of_document.c.row == table.document)
        .outerjoin(_of_version, _of_version.c.row == table.version)
    )


def _listed(found: Any, viewer: str | None) -> ClaimRow:
    row, identity, document_row, document, start, end, status, verdict, judged, content, version_id, said = found
    root = fact_of("claim", json.loads(content))
    version = fact_of("version", json.loads(said)) if said else Version(identity, start, end)
    if not isinstance(root, Claim) or not isinstance(version, Version):
        raise TypeError(f"{identity} is no claim")
    return ClaimRow(
        row,
        identity,
        document_row,
        document,
        Span(start, end),
        seen(status, viewer),
        verdict,
        judged,
        root,
        version_id,
        version,
    )
