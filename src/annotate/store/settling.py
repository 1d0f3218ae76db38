"""Settle a claim: which of its judgements and decisions stand, and the state that follows from them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, or_, select, update

from annotate.domain import Decision, Fact, Judgement, State, fact_of, standing, state, withdrawn
from annotate.store import tables

Kind = TypeVar("Kind", Judgement, Decision)


def _said_in(table: Table) -> Select[Any]:
    facts = tables.fact.c
    wanted = select(table.c.claim, facts.row, facts.id, facts.content, table.c.stands)
    return wanted.join(tables.fact, facts.row == table.c.fact).where(table.c.claim.in_(_SOME))


_SOME: BindParameter[Any] = bindparam("of", expanding=True)
_SAID = {table.name: _said_in(table) for table in (tables.judgement, tables.decision)}
_WITHDRAWALS = (
    select(tables.fact.c.id, tables.about.c.subject)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == "withdrawal", tables.about.c.subject.in_(_SOME))
)
# A state that stays is not written again: most judgements leave a claim open, and each row written is a page to sync.
_STATES = (
    update(tables.claim)
    .where(
        tables.claim.c.fact == bindparam("of"),
        or_(
            tables.claim.c.status != bindparam("now"),
            tables.claim.c.verdict.is_distinct_from(bindparam("outcome")),
            tables.claim.c.decision.is_distinct_from(bindparam("by")),
        ),
    )
    .values(status=bindparam("now"), verdict=bindparam("outcome"), decision=bindparam("by"))
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A judgement or decision, and whether it is noted as standing (0 or 1)."""

    row: int
    id: str
    fact: Fact
    stands: int


_Held = dict[int, list[_Said]]
"""Claim (row) → every judgement or decision of it, standing or not."""


def settle(connection: Connection, claims: Iterable[int]) -> None:
    """Work out anew which judgements and decisions of these claims (rows) stand, and the claims' states."""
    touched = sorted(claims)
    for at in range(0, len(touched), 500):
        _settle_some(connection, touched[at : at + 500])


def _settle_some(connection: Connection, claims: Sequence[int]) -> None:
    judged, decided = (_said(connection, table, claims) for table in (tables.judgement, tables.decision))
    gone = withdrawn(_withdrawals_of(connection, [said.id for held in (judged, decided) for said in _all(held)]))
    stand: set[str] = set()
    states: dict[int, State] = {}
    for claim in claims:
        judgements = standing(_of(judged[claim], Judgement), gone)
        decisions = standing(_of(decided[claim], Decision), gone)
        stand |= judgements.keys() | decisions.keys()
        states[claim] = state(judgements, decisions)
    _keep_standing(connection, tables.judgement, judged, stand)
    _keep_standing(connection, tables.decision, decided, stand)
    _keep_states(connection, states)


def _of(said: Iterable[_Said], kind: type[Kind]) -> dict[str, Kind]:
    return {item.id: item.fact for item in said if isinstance(item.fact, kind)}


def _all(held: _Held) -> Iterator[_Said]:
    return (said for of_claim in held.values() for said in of_claim)


def _said(connection: Connection, table: Table, claims: Sequence[int]) -> _Held:
    held: _Held = defaultdict(list)
    for claim, row, identity, content, stands in connection.execute(_SAID[table.name], {"of": list(claims)}):
        held[claim].append(_Said(row, identity, fact_of(table.name, json.loads(content)), stands))
    return held


def _withdrawals_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Withdrawal → what it withdraws, for these facts and for the withdrawals of their withdrawals."""
    found: dict[str, str] = {}
    open_ids = list(ids)
    while open_ids:
        asked = connection.execute(_WITHDRAWALS, {"of": open_ids[:500]})
        fresh = {identity: target for identity, target in asked if identity not in found}
        found |= fresh
        open_ids = open_ids[500:] + list(fresh)
    return found


def _keep_standing(connection: Connection, table: Table, held: _Held, stand: set[str]) -> None:
    """Note who stands, where that has changed."""
    changed = [
        {"of": said.row, "now": int(said.id in stand)} for said in _all(held) if said.stands != (said.id in stand)
    ]
    if changed:
        noted = update(table).where(table.c.fact == bindparam("of")).values(stands=bindparam("now"))
        connection.execute(noted, changed)


def _keep_states(connection: Connection, states: Mapping[int, State]) -> None:
    ids = [found.decision for found in states.values() if found.decision]
    rows: dict[str, int] = {}
    if ids:
        wanted = select(tables.fact.c.id, tables.fact.c.row).where(tables.fact.c.id.in_(ids))
        rows = {found.id: found.row for found in connection.execute(wanted)}
    values = [
        {"of": claim, "now": found.status.value, "outcome": found.verdict, "by": rows.get(found.decision or "")}
        for claim, found in states.items()
    ]
    connection.execute(_STATES, values)
