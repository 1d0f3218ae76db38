"""Settle a claim: which of its judgements and decisions stand, and the state that follows from them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, select, update

from annotate.domain import Decision, Fact, Judgement, State, fact_of, standing, state, withdrawn
from annotate.store import tables


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact with its row in this database."""

    row: int
    id: str
    fact: Fact


def settle(connection: Connection, claims: Iterable[int]) -> None:
    """Work out anew which judgements and decisions of these claims (rows) stand, and the claims' states."""
    touched = sorted(claims)
    for at in range(0, len(touched), 500):
        some = touched[at : at + 500]
        judgements = _held(connection, tables.judgement, some)
        decisions = _held(connection, tables.decision, some)
        ids = [item.id for items in (judgements, decisions) for held in items.values() for item in held]
        gone = withdrawn(_withdrawals_of(connection, ids))
        states = [_settled(connection, judgements[claim], decisions[claim], gone) for claim in some]
        _keep_states(connection, some, states)


def _settled(connection: Connection, judged: list[Recorded], decided: list[Recorded], gone: frozenset[str]) -> State:
    judgements = standing({item.id: item.fact for item in judged if isinstance(item.fact, Judgement)}, gone)
    decisions = standing({item.id: item.fact for item in decided if isinstance(item.fact, Decision)}, gone)
    _keep_standing(connection, tables.judgement, judged, judgements.keys())
    _keep_standing(connection, tables.decision, decided, decisions.keys())
    return state(judgements, decisions)


def _held(connection: Connection, table: Table, claims: Sequence[int]) -> dict[int, list[Recorded]]:
    """Every judgement or decision of each claim, standing or not."""
    facts = tables.fact.c
    wanted = (
        select(table.c.claim, facts.row, facts.id, facts.content)
        .join(tables.fact, facts.row == table.c.fact)
        .where(table.c.claim.in_(claims))
    )
    held: dict[int, list[Recorded]] = defaultdict(list)
    for claim, row, identity, content in connection.execute(wanted):
        held[claim].append(Recorded(row, identity, fact_of(table.name, json.loads(content))))
    return held


def _withdrawals_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Withdrawal → what it withdraws, for these facts and for the withdrawals of their withdrawals."""
    found: dict[str, str] = {}
    open_ids = list(ids)
    while open_ids:
        wanted = (
            select(tables.fact.c.id, tables.about.c.subject)
            .join(tables.about, tables.about.c.fact == tables.fact.c.row)
            .where(tables.about.c.kind == "withdrawal", tables.about.c.subject.in_(open_ids[:500]))
        )
        fresh = {identity: target for identity, target in connection.execute(wanted) if identity not in found}
        found |= fresh
        open_ids = open_ids[500:] + list(fresh)
    return found


def _keep_standing(connection: Connection, table: Table, held: list[Recorded], stands: Iterable[str]) -> None:
    kept = set(stands)
    for value in (0, 1):
        rows = [item.row for item in held if (item.id in kept) == bool(value)]
        changed = update(table).where(table.c.fact.in_(rows), table.c.stands != value).values(stands=value)
        if rows:
            connection.execute(changed)


def _keep_states(connection: Connection, claims: Sequence[int], states: Sequence[State]) -> None:
    ids = [found.decision for found in states if found.decision]
    rows: dict[str, int] = {}
    if ids:
        wanted = select(tables.fact.c.id, tables.fact.c.row).where(tables.fact.c.id.in_(ids))
        rows = {found.id: found.row for found in connection.execute(wanted)}
    values = [
        {"of": claim, "now": found.status.value, "outcome": found.verdict, "by": rows.get(found.decision or "")}
        for claim, found in zip(claims, states, strict=True)
    ]
    changed = update(tables.claim).where(tables.claim.c.fact == bindparam("of"))
    connection.execute(
        changed.values(status=bindparam("now"), verdict=bindparam("outcome"), decision=bindparam("by")), values
    )
