"""Judgements and decisions: who said what of a claim, and what of it stands."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, and_, bindparam, or_, select

from annotate.domain import VERDICT, Answer, Decision, Judgement, Status, fact_of, may_see
from annotate.store import tables
from annotate.store.batches import run


@dataclass(frozen=True, slots=True)
class Held:
    """A judgement with its id."""

    id: str
    judgement: Judgement


def judgements(connection: Connection, claim: int, viewer: str | None, *, standing: bool = True) -> list[Held]:
    """What the viewer may see of the judgements on a claim (row): those that stand, or all, oldest first."""
    table = tables.judgement.c
    wanted = _wanted().add_columns(tables.claim.c.status).join(tables.claim, tables.claim.c.fact == table.claim)
    wanted = wanted.where(table.claim == claim).order_by(table.fact)
    if standing:
        wanted = wanted.where(table.stands == 1)
    found = ((_held(row), row.status) for row in connection.execute(wanted))
    return [held for held, status in found if may_see(viewer, held.judgement.reviewer, settled=Status(status).settled)]


def own(connection: Connection, claim: int, reviewer: str) -> list[Held]:
    """What a reviewer's standing answer to a claim (row) is: none, one, or after a merge several."""
    return [_held(row) for row in run(connection, _own(), {"claim": claim, "reviewer": reviewer})]


def own_in(connection: Connection, document: int, reviewer: str) -> dict[int, Judgement]:
    """Claim (row) → the reviewer's standing answer, for all claims of the document in that row that he answered."""
    found = connection.execute(_own_in(), {"document": document, "reviewer": reviewer})
    return {row.claim: _held(row).judgement for row in found}


def own_ever(connection: Connection, claims: Sequence[int], reviewer: str) -> list[tuple[int, Held, bool]]:
    """Claim (row), judgement, and whether it stands: all that a reviewer ever said of these claims, oldest first."""
    table = tables.judgement.c
    wanted = _wanted().add_columns(table.claim, table.stands).where(table.claim.in_(claims), table.reviewer == reviewer)
    return [(row.claim, _held(row), bool(row.stands)) for row in connection.execute(wanted.order_by(table.fact))]


def own_fallen_in(connection: Connection, document: int, reviewer: str) -> list[int]:
    """The claims (rows) of a document of which the reviewer said something that does not stand."""
    table, claim = tables.judgement.c, tables.claim.c
    wanted = select(table.claim).distinct().join(tables.claim, claim.fact == table.claim)
    wanted = wanted.where(claim.document == document, table.reviewer == reviewer, table.stands == 0)
    return list(connection.execute(wanted).scalars())


def own_among(connection: Connection, claims: Sequence[int], reviewer: str) -> dict[int, Judgement]:
    """Claim (row) → the reviewer's standing answer, for those of a few claims that he answered."""
    table = tables.judgement.c
    wanted = _wanted().add_columns(table.claim)
    wanted = wanted.where(table.claim.in_(claims), table.reviewer == reviewer, table.stands == 1)
    return {row.claim: _held(row).judgement for row in connection.execute(wanted.order_by(table.fact))}


IS_DONE = and_(
    tables.judgement.c.answer != "skipped",
    # As a list, which the engine makes once: hardly any judgement lacks something.
    tables.judgement.c.fact.not_in(select(tables.lacking.c.judgement)),
)
"""Whether a judgement settles what its reviewer owes: it is no skip, and lacks nothing that the scheme demands."""


SETTLED = tuple(status.value for status in Status if status.settled)
"""The statuses, as stored, of claims whose judgements everybody may see."""


def may_be_seen_by(viewer: str | BindParameter[str]) -> ColumnElement[bool]:
    """Blindness: of judgements, joined with their claims, a reviewer is told his own and those on settled claims."""
    return or_(tables.judgement.c.reviewer == viewer, tables.claim.c.status.in_(SETTLED))


def judgement_by_source(connection: Connection, source: str) -> str | None:
    """The id of the judgement that was imported from that row of a source."""
    return next((found.id for found in run(connection, _by_source(), {"from": source})), None)


@cache
def _by_source() -> Select[Any]:
    wanted = select(tables.fact.c.id).join(tables.judgement, tables.judgement.c.fact == tables.fact.c.row)
    # Said again for the planner: the index holds only judgements that have a source.
    return wanted.where(tables.judgement.c.source == bindparam("from"), tables.judgement.c.source != "")


def decisions(connection: Connection, claim: int) -> list[tuple[str, Decision]]:
    """The standing decisions on a claim (row), with their ids: none, one, or after a merge several."""
    wanted = (
        select(tables.fact.c.id, tables.fact.c.content)
        .join(tables.decision, tables.decision.c.fact == tables.fact.c.row)
        .where(tables.decision.c.claim == claim, tables.decision.c.stands == 1)
        .order_by(tables.fact.c.id)
    )
    read = [(identity, fact_of("decision", json.loads(content))) for identity, content in connection.execute(wanted)]
    return [(identity, fact) for identity, fact in read if isinstance(fact, Decision)]


def is_weighed(connection: Connection, claim: int) -> bool:
    """Whether anybody's judgement or decision on the claim in that row stands."""
    said = (select(table.c.fact).where(table.c.claim == claim, table.c.stands == 1) for table in _SAYING)
    return any(connection.execute(wanted.limit(1)).first() is not None for wanted in said)


def said_of(connection: Connection, claims: Sequence[int]) -> list[str]:
    """Ids of all that anybody ever judged or decided of these claims (rows), standing or not, sorted."""
    found: set[str] = set()
    for at in range(0, len(claims), 500):
        for table in _SAYING:
            wanted = select(tables.fact.c.id).join(table, table.c.fact == tables.fact.c.row)
            found |= set(connection.execute(wanted.where(table.c.claim.in_(claims[at : at + 500]))).scalars())
    return sorted(found)


_SAYING = (tables.judgement, tables.decision)


@dataclass(frozen=True, slots=True)
class Vote:
    """One standing answer to one facet, for counting; `label` is "" where none was given, of a set all joined by +."""

    document: int
    claim: int
    reviewer: str
    answer: Answer
    label: str


def votes(connection: Connection, facet: str) -> Iterator[Vote]:
    """Every standing answer of the first round, claim by claim, reviewer by reviewer."""
    table = tables.judgement.c
    columns = (tables.claim.c.document, table.claim, table.reviewer, table.answer, table.verdict)
    wanted = (
        select(*columns)
        .join(tables.claim, tables.claim.c.fact == table.claim)
        .where(table.stands == 1, table.round == 1)
        .order_by(table.claim, table.reviewer, table.fact)
    )
    if facet == VERDICT:
        found = connection.execute(wanted)
        return (Vote(of, claim, who, Answer(answer), label) for of, claim, who, answer, label in found)
    told: Select[Any] = wanted.add_columns(tables.fact.c.content).join(tables.fact, tables.fact.c.row == table.fact)
    return (
        Vote(of, claim, who, Answer(answer), "+".join(json.loads(content).get("facets", {}).get(facet, ())))
        for of, claim, who, answer, _, content in connection.execute(told)
    )


def latest_standing(connection: Connection, kind: str, author: str) -> tuple[str, Judgement | Decision] | None:
    """The author's newest judgement or decision that stands, with its id: what an undo takes back.

    Newest by the author's own clock, which goes with the fact from copy to copy; rows tell what that leaves open.
    """
    if kind == "judgement":
        table, by = tables.judgement, tables.judgement.c.reviewer
    else:
        table, by = tables.decision, tables.decision.c.author
    wanted = (
        select(tables.fact.c.id, tables.fact.c.content)
        .join(table, table.c.fact == tables.fact.c.row)
        .where(by == author, table.c.stands == 1)
        .order_by(table.c.at.desc(), table.c.fact.desc())
        .limit(1)
    )
    found = connection.execute(wanted).first()
    fact = fact_of(kind, json.loads(found.content)) if found else None
    return (found.id, fact) if found and isinstance(fact, Judgement | Decision) else None


@cache
def _own() -> Select[Any]:
    table = tables.judgement.c
    mine = (table.claim == bindparam("claim"), table.reviewer == bindparam("reviewer"), table.stands == 1)
    return _wanted().where(*mine).order_by(table.fact)


@cache
def _own_in() -> Select[Any]:
    table = tables.judgement.c
    wanted = _wanted().add_columns(table.claim).join(tables.claim, tables.claim.c.fact == table.claim)
    mine = (tables.claim.c.document == bindparam("document"), table.reviewer == bindparam("reviewer"))
    return wanted.where(*mine, table.stands == 1).order_by(table.fact)


def _wanted() -> Select[Any]:
    return select(tables.fact.c.id, tables.fact.c.content).join(
        tables.judgement, tables.judgement.c.fact == tables.fact.c.row
    )


def _held(row: Any) -> Held:
    fact = fact_of("judgement", json.loads(row[1]))
    if not isinstance(fact, Judgement):
        raise TypeError(f"{row[0]} is no judgement")
    return Held(row[0], fact)
