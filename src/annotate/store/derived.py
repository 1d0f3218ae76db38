"""What follows from the facts: who stands, what a claim's state is. Kept in the transaction that records them."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update

from annotate.domain import (
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Fact,
    Judgement,
    Key,
    Reviewer,
    Scheme,
    Setting,
    State,
    Version,
    Withdrawal,
    fact_of,
    standing,
    state,
    withdrawn,
)
from annotate.store import tables


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact with its row in this database."""

    row: int
    id: str
    fact: Fact


def derive(connection: Connection, recorded: Sequence[Recorded]) -> None:
    """Bring the derived tables up to date with facts that were just written."""
    by_kind: dict[str, list[Recorded]] = defaultdict(list)
    for item in recorded:
        by_kind[item.fact.kind].append(item)
    rows = {item.id: item.row for item in recorded}
    for kind in _IN_ORDER:
        if kind in by_kind:
            _DERIVE[kind](_Step(connection, rows), by_kind[kind])


def rebuild(connection: Connection) -> None:
    """Make every derived table anew from the facts alone."""
    for table in tables.DERIVED:
        connection.execute(delete(table))
    wanted = select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.kind, tables.fact.c.content)
    for kind in _IN_ORDER:
        facts = connection.execute(wanted.where(tables.fact.c.kind == kind).order_by(tables.fact.c.row)).all()
        derive(
            connection, [Recorded(row, identity, fact_of(kind, json.loads(held))) for row, identity, _, held in facts]
        )


@dataclass(slots=True)
class _Step:
    """One pass over a batch: the connection, and the rows of ids met so far."""

    connection: Connection
    rows: dict[str, int]

    def row(self, identity: str) -> int:
        """The row of a fact that must be there; the verbs refuse a reference to one that is not."""
        if identity not in self.rows:
            wanted = select(tables.fact.c.row).where(tables.fact.c.id == identity)
            self.rows[identity] = self.connection.execute(wanted).scalar_one()
        return self.rows[identity]

    def insert(self, table: Table, values: list[dict[str, object]]) -> None:
        self.connection.execute(insert(table), values)

    def relate(self, items: Iterable[tuple[Recorded, str]]) -> None:
        """Note what each fact is about, where that is all that one looks it up by."""
        values: list[dict[str, object]] = [
            {"fact": item.row, "kind": item.fact.kind, "subject": subject} for item, subject in items
        ]
        self.insert(tables.about, values)


def _documents(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Document)]
    step.insert(tables.document, [{"fact": row, "sha256": fact.sha256, "title": ""} for row, fact in facts])


def _descriptions(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.document) for item in items if isinstance(item.fact, Description)]
    step.relate(pairs)
    for document in dict.fromkeys(document for _, document in pairs):
        now = standing_about(step.connection, "description", document)
        if now and isinstance(now.fact, Description):
            changed = update(tables.document).where(tables.document.c.fact == step.row(document))
            step.connection.execute(changed.values(title=now.fact.title, described=now.row))


def _claims(step: _Step, items: list[Recorded]) -> None:
    values: list[dict[str, object]] = [
        {
            "fact": item.row,
            "document": step.row(item.fact.document),
            "start": item.fact.start,
            "end": item.fact.end,
            "status": "open",
        }
        for item in items
        if isinstance(item.fact, Claim)
    ]
    step.insert(tables.claim, values)


def _versions(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.claim) for item in items if isinstance(item.fact, Version)]
    step.relate(pairs)
    for claim in dict.fromkeys(claim for _, claim in pairs):
        now = standing_about(step.connection, "version", claim)
        if now and isinstance(now.fact, Version):
            changed = update(tables.claim).where(tables.claim.c.fact == step.row(claim))
            step.connection.execute(changed.values(start=now.fact.start, end=now.fact.end, version=now.row))


def _named(step: _Step, items: list[Recorded]) -> None:
    step.relate((item, _subject(item.fact)) for item in items)


def _subject(fact: Fact) -> str:
    match fact:
        case Reviewer():
            return fact.handle
        case Setting() | Scheme():
            return fact.name
        case _:
            return ""


def _assignments(step: _Step, items: list[Recorded]) -> None:
    values: list[dict[str, object]] = [
        {"fact": item.row, "claim": step.row(item.fact.claim), "reviewer": item.fact.reviewer}
        for item in items
        if isinstance(item.fact, Assignment)
    ]
    step.insert(tables.assignment, values)


def _judgements(step: _Step, items: list[Recorded]) -> None:
    step.insert(tables.judgement, [_judgement_row(step, item) for item in items])
    settle(step.connection, {step.row(item.fact.claim) for item in items if isinstance(item.fact, Judgement)})


def _judgement_row(step: _Step, item: Recorded) -> dict[str, object]:
    fact = item.fact
    if not isinstance(fact, Judgement):
        raise TypeError(f"{item.id} is no judgement")
    return {
        "fact": item.row,
        "claim": step.row(fact.claim),
        "reviewer": fact.reviewer,
        "round": fact.round,
        "answer": fact.answer.value,
        "verdict": fact.verdict,
        "at": fact.at,
        "milliseconds": fact.milliseconds,
        "evidence": len(fact.evidence),
        "source": fact.source,
        "stands": 1,
    }


def _decisions(step: _Step, items: list[Recorded]) -> None:
    values: list[dict[str, object]] = [
        {"fact": item.row, "claim": step.row(item.fact.claim), "stands": 1}
        for item in items
        if isinstance(item.fact, Decision)
    ]
    step.insert(tables.decision, values)
    settle(step.connection, {step.row(item.fact.claim) for item in items if isinstance(item.fact, Decision)})


def _withdrawals(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.fact) for item in items if isinstance(item.fact, Withdrawal)]
    step.relate(pairs)
    found = {_claim_of(step.connection, target) for _, target in pairs}
    settle(step.connection, {claim for claim in found if claim is not None})


def _claim_of(connection: Connection, target: str) -> int | None:
    """The claim that a withdrawal of `target` touches; through withdrawals of withdrawals to what they end at."""
    found = connection.execute(
        select(tables.fact.c.row, tables.about.c.subject)
        .outerjoin(tables.about, tables.about.c.fact == tables.fact.c.row)
        .where(tables.fact.c.id == target)
    ).first()
    if found is None:
        return None
    row, subject = found
    for table in (tables.judgement, tables.decision):
        claim: int | None = connection.execute(select(table.c.claim).where(table.c.fact == row)).scalar()
        if claim is not None:
            return claim
    return _claim_of(connection, subject) if subject else None


def standing_about(connection: Connection, kind: str, subject: str) -> Recorded | None:
    """The fact of that kind about that subject that stands; the smallest id where a merge left several."""
    table = tables.fact.c
    wanted = (
        select(table.row, table.id, table.content)
        .join(tables.about, tables.about.c.fact == table.row)
        .where(tables.about.c.kind == kind, tables.about.c.subject == subject)
    )
    found = [
        Recorded(row, identity, fact_of(kind, json.loads(held))) for row, identity, held in connection.execute(wanted)
    ]
    superseded = {earlier for item in found for earlier in getattr(item.fact, "supersedes", ())}
    return min((item for item in found if item.id not in superseded), key=lambda item: item.id, default=None)


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


_DERIVE: dict[str, Callable[[_Step, list[Recorded]], None]] = {
    Document.kind: _documents,
    Description.kind: _descriptions,
    Claim.kind: _claims,
    Version.kind: _versions,
    Reviewer.kind: _named,
    Scheme.kind: _named,
    Setting.kind: _named,
    Key.kind: _named,
    Assignment.kind: _assignments,
    Judgement.kind: _judgements,
    Decision.kind: _decisions,
    Withdrawal.kind: _withdrawals,
}
_IN_ORDER = tuple(_DERIVE)
"""A fact refers only to facts of kinds before its own (a withdrawal also to withdrawals)."""
