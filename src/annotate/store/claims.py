"""Claims: listed for people, found by the start of an id, walked for exports."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from annotate.domain import Claim, Span, Status, Version, fact_of, standing, withdrawn
from annotate.store import tables
from annotate.store.batches import run
from annotate.store.documents import text_of
from annotate.store.judgements import may_be_seen_by
from annotate.store.settling import withdrawals_of

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
    withdrawn_too: bool = False,
) -> Iterator[ClaimRow]:
    """Claims in the order of the queue, or by content as exports have them; withdrawn ones only where asked for.

    For a `viewer` who is a reviewer, others' judgements are neither counted nor betrayed by a status before a claim is
    settled. Filters: `document` (row) and `status` (as the viewer sees it).
    """
    wanted = _wanted(viewer is not None)
    if document is not None:
        wanted = wanted.where(tables.claim.c.document == document)
    if status is not None:
        wanted = wanted.where(tables.claim.c.status.in_(stored(status, viewer)))
    elif not withdrawn_too:
        wanted = wanted.where(tables.claim.c.status != Status.WITHDRAWN.value)
    place = (tables.claim.c.start, tables.claim.c.end, tables.fact.c.id)
    if by_content:
        ordered = wanted.join(tables.document, tables.document.c.fact == tables.claim.c.document)
        wanted = ordered.order_by(tables.document.c.title, _of_document.c.id, *place)
    else:
        wanted = wanted.order_by(*_IN_ORDER)
    return (_listed(found, viewer) for found in connection.execute(wanted, {"viewer": viewer}))


def claims_in(connection: Connection, document: int, viewer: str | None = None) -> tuple[ClaimRow, ...]:
    """The claims of the document in that row, in the order of the queue."""
    given = {"viewer": viewer, "document": document}
    return tuple(_listed(found, viewer) for found in connection.execute(_in_document(viewer is not None), given))


def claim_at(connection: Connection, row: int, viewer: str | None = None) -> ClaimRow:
    """The claim in that row."""
    return _listed(connection.execute(_by_row(viewer is not None), {"viewer": viewer, "row": row}).one(), viewer)


def claims_on(connection: Connection, document: int, span: Span) -> list[int]:
    """Rows of the claims of a document (row) that have just those bounds now, the oldest first."""
    table = tables.claim.c
    wanted = select(table.fact).where(
        table.document == document,
        table.start == span.start,
        table.end == span.end,
        table.status != Status.WITHDRAWN.value,
    )
    return list(connection.execute(wanted.order_by(table.fact)).scalars())


def claims_among(connection: Connection, rows: Sequence[int], viewer: str | None = None) -> dict[int, ClaimRow]:
    """Row → claim, for the claims in a few rows."""
    found = connection.execute(_wanted(viewer is not None).where(tables.claim.c.fact.in_(rows)), {"viewer": viewer})
    return {claim.row: claim for claim in (_listed(one, viewer) for one in found)}


def find_claims(connection: Connection, name: str, viewer: str | None = None) -> list[ClaimRow]:
    """Up to two claims whose id begins with `name` (with or without its prefix)."""
    begun = name if name.startswith("c1_") else f"c1_{name}"
    given = {"viewer": viewer, "begun": begun, "ended": begun + "~"}
    return [_listed(found, viewer) for found in run(connection, _by_id(viewer is not None), given)]


def is_withdrawn(connection: Connection, row: int) -> bool:
    """Whether the claim in that row is out of the work."""
    return connection.execute(_STATUS, {"row": row}).scalar() == Status.WITHDRAWN.value


def is_out(connection: Connection, identity: str) -> bool:
    """Whether the claim or document with that id is out of the work, as a withdrawal has it."""
    named = tables.fact.c.id == identity
    claims = select(tables.claim.c.status).join(tables.fact, tables.fact.c.row == tables.claim.c.fact).where(named)
    documents = select(tables.document.c.stands).join(tables.fact, tables.fact.c.row == tables.document.c.fact)
    is_claim_out = connection.execute(claims).scalar() == Status.WITHDRAWN.value
    return is_claim_out or connection.execute(documents.where(named)).scalar() == 0


def versions(connection: Connection, claim: str) -> dict[str, Version]:
    """Every version of a claim (by id), standing or superseded."""
    wanted = (
        select(tables.fact.c.id, tables.fact.c.content)
        .join(tables.about, tables.about.c.fact == tables.fact.c.row)
        .where(tables.about.c.kind == "version", tables.about.c.subject == claim)
    )
    read = {identity: fact_of("version", json.loads(content)) for identity, content in connection.execute(wanted)}
    return {identity: fact for identity, fact in read.items() if isinstance(fact, Version)}


def standing_versions(connection: Connection, claim: str) -> dict[str, Version]:
    """The versions of a claim (by id) that stand: none, one, or after a merge several."""
    held = versions(connection, claim)
    return standing(held, withdrawn(withdrawals_of(connection, list(held))))


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
    return Status.OPEN if viewer is not None and known is Status.DISPUTED else known


def stored(status: Status, viewer: str | None) -> list[str]:
    """The statuses, as they are stored, that are this one to `viewer`."""
    return [known.value for known in Status if seen(known.value, viewer) is status]


_STATUS = select(tables.claim.c.status).where(tables.claim.c.fact == bindparam("row"))
_IN_ORDER = (tables.claim.c.document, tables.claim.c.start, tables.claim.c.fact)


@cache
def _in_document(blind: bool) -> Select[Any]:
    here = (tables.claim.c.document == bindparam("document"), tables.claim.c.status != Status.WITHDRAWN.value)
    return _wanted(blind).where(*here).order_by(*_IN_ORDER)


@cache
def _by_row(blind: bool) -> Select[Any]:
    return _wanted(blind).where(tables.claim.c.fact == bindparam("row"))


@cache
def _by_id(blind: bool) -> Select[Any]:
    table = tables.fact.c
    return _wanted(blind).where(table.id >= bindparam("begun"), table.id < bindparam("ended")).limit(2)


@cache
def _wanted(blind: bool) -> Select[Any]:
    """Claims; `blind`: as the reviewer in the parameter `viewer` may know them."""
    table, judged = tables.claim.c, tables.judgement.c
    counted = select(func.count()).select_from(tables.judgement).where(judged.claim == table.fact, judged.stands == 1)
    if blind:
        counted = counted.where(may_be_seen_by(bindparam("viewer")))
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
