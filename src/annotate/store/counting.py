"""Counts for an overview."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from annotate.domain import Status
from annotate.store import tables
from annotate.store.judgements import may_be_seen_by


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are; of judgements, evidence and decisions those that stand. `disputes` is None where blind."""

    documents: int
    claims: int
    judgements: int
    evidence: int
    decisions: int
    disputes: int | None


def counts(connection: Connection, viewer: str | None) -> Counts:
    """What `viewer` may know: a reviewer is told of his own judgements and of those on settled claims."""
    judged = tables.judgement.c
    wanted = select(func.count(), func.coalesce(func.sum(judged.evidence), 0)).where(judged.stands == 1)
    if viewer is not None:
        wanted = wanted.join(tables.claim, tables.claim.c.fact == judged.claim).where(may_be_seen_by(viewer))
    judgements, evidence = connection.execute(wanted.select_from(tables.judgement)).one()
    decided = select(func.count()).select_from(tables.claim).where(tables.claim.c.decision.is_not(None))
    documents, claims = sizes(connection)
    return Counts(
        documents=documents,
        claims=claims,
        judgements=judgements,
        evidence=int(evidence),
        decisions=connection.execute(decided).scalar_one(),
        disputes=_number_at(connection, Status.DISPUTED) if viewer is None else None,
    )


def sizes(connection: Connection) -> tuple[int, int]:
    """How many documents and claims are in the work: for everybody to know.

    All claims are counted, over an index, less the few that were withdrawn.
    """
    claims = _number_of(connection, tables.claim) - _number_at(connection, Status.WITHDRAWN)
    standing = select(func.count()).select_from(tables.document).where(tables.document.c.stands == 1)
    return connection.execute(standing).scalar_one(), claims


def _number_at(connection: Connection, status: Status) -> int:
    wanted = select(func.count()).select_from(tables.claim).where(tables.claim.c.status == status.value)
    return connection.execute(wanted).scalar_one()


def _number_of(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
