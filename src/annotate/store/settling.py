"""Settle a claim: which of its judgements, decisions and versions stand, and the state that follows from them."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    case,
    exists,
    literal,
    null,
    or_,
    select,
    union_all,
    update,
)

from annotate.domain import (
    Claim,
    Decision,
    Fact,
    Judgement,
    State,
    Status,
    Version,
    Withdrawal,
    fact_of,
    standing,
    state,
    taken_out,
    withdrawn,
)
from annotate.store import tables
from annotate.store.batches import MOST, among, run, run_listed, run_many
from annotate.store.server import is_shared

Kind = TypeVar("Kind", Judgement, Decision)


def _said_in(table: Table, content: ColumnElement[Any]) -> Select[Any]:
    facts = tables.fact.c
    wanted = select(literal(table.name).label("kind"), table.c.claim, facts.row, facts.id, content, table.c.stands)
    return wanted.join(tables.fact, facts.row == table.c.fact).where(table.c.claim.in_(_SOME))


_SOME: BindParameter[Any] = bindparam("of", expanding=True)
_SAID, _SAID_BARELY = (
    union_all(*(_said_in(table, content) for table in (tables.judgement, tables.decision)))
    for content in (tables.fact.c.content, null().label("content"))
)
_CONTENTS = select(tables.fact.c.id, tables.fact.c.content)
_ABOUT = (
    select(tables.fact.c.id, tables.about.c.kind, tables.about.c.subject, tables.fact.c.content, null().label("claim"))
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind.in_(("withdrawal", "version")), tables.about.c.subject.in_(_SOME))
)
_of_document = tables.fact.alias("of_document")
_CLAIMS: BindParameter[Any] = bindparam("claims", expanding=True)


def _of_documents(subject: ColumnElement[Any], kind: str) -> Select[Any]:
    """Facts of that kind about the documents that the claims stand in, each with its claim."""
    fact, about = tables.fact.c, tables.about.c
    return (
        select(fact.id, about.kind, _of_document.c.id, fact.content, tables.claim.c.fact)
        .select_from(tables.claim)
        .join(tables.document, tables.document.c.fact == tables.claim.c.document)
        .join(_of_document, _of_document.c.row == tables.claim.c.document)
        .join(tables.about, about.subject == subject)
        .join(tables.fact, fact.row == about.fact)
        .where(about.kind == kind, tables.claim.c.fact.in_(_CLAIMS))
    )


# With the withdrawals of the documents that the claims stand in, and the redactions of their texts, in the same
# statement: every judgement asks.
_ABOUT_CLAIMS = union_all(
    _ABOUT,
    _of_documents(_of_document.c.id, "withdrawal"),
    _of_documents(tables.document.c.sha256, "redaction"),
)
# In most projects there is none of these, and then nothing of all that need be asked.
_ANY_ABOUT = select(
    exists(select(tables.about.c.fact).where(tables.about.c.kind.in_(("withdrawal", "version", "redaction"))))
)
_IS_REDACTED = exists(
    select(tables.about.c.fact)
    .where(tables.about.c.kind == "redaction", tables.about.c.subject == tables.document.c.sha256)
    .correlate(tables.document)
)
# A document is out of the work while it is withdrawn and none of its claims is back.
_STANDS = case(
    (
        exists(
            select(tables.claim.c.fact)
            .where(tables.claim.c.document == tables.document.c.fact, tables.claim.c.status != Status.WITHDRAWN.value)
            .correlate(tables.document)
        ),
        1,
    ),
    else_=0,
)
# Not against those who refer to a row, as a fresh judgement does to its claim: two such would wait for one another.
_ROWS = select(tables.fact.c.id, tables.fact.c.row)
_HELD = {
    table.name: select(*columns).where(table.c.fact.in_(_SOME)).order_by(table.c.fact).with_for_update(key_share=True)
    for table, columns in (
        (tables.claim, [tables.claim.c[name] for name in ("fact", "status", "verdict", "decision")]),
        (tables.document, [tables.document.c.fact]),
    )
}
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


class _Said(NamedTuple):
    """A judgement or decision, and whether it is noted as standing (0 or 1)."""

    row: int
    id: str
    fact: Fact
    stands: int


_NONE: Mapping[str, Fact] = {}
_Held = dict[int, list[_Said]]
"""Claim (row) → every judgement or decision of it, standing or not."""


def settle(
    connection: Connection, claims: Iterable[int], *, bounds: bool = False, read: Mapping[str, Fact] = _NONE
) -> None:
    """Work out anew what is said of these claims (rows) and stands, and their states; with `bounds`, these as well.

    `read` are facts by id that need not be read again.
    """
    touched = sorted(claims)
    for at in range(0, len(touched), MOST):
        placed = _settle_some(connection, touched[at : at + MOST], read)
        if bounds:
            keep_bounds(connection, placed)


def _settle_some(connection: Connection, claims: Sequence[int], read: Mapping[str, Fact]) -> dict[int, str | None]:
    """Settle these; returns the version (id) by which each claim that ever had one stands, None for its root."""
    known = {row.fact: tuple(row) for row in hold(connection, tables.claim, claims)}
    judged, decided = _said(connection, claims, read)
    roots = _roots(connection, claims, [judged, decided])
    said = [said.id for held in (judged, decided) for said in _all(held)]
    about = _about(connection, [*roots.values(), *said], claims) if run(connection, _ANY_ABOUT, {})[0][0] else _About()
    gone = withdrawn(about.targets)
    stand: set[str] = set()
    states: dict[int, State] = {}
    placed: dict[int, str | None] = {}
    for claim, root in roots.items():
        judgements = standing(_of(judged.get(claim, ()), Judgement), gone)
        decisions = standing(_of(decided.get(claim, ()), Decision), gone)
        versions = standing(about.versions.get(root, {}), gone)
        over: Collection[str] | None = None
        if about.withdrawals:
            over = taken_out({root, *about.documents.get(claim, ())}, about.withdrawals, gone)
        if claim in about.redacted:
            over = judgements.keys() | decisions.keys()
        states[claim] = state(judgements, decisions, versions, over=over)
        if states[claim].status is not Status.WITHDRAWN:
            stand.update(judgements, decisions)
        if root in about.versions:
            placed[claim] = min(versions, default=None)
    _keep_standing(connection, tables.judgement, judged, stand)
    _keep_standing(connection, tables.decision, decided, stand)
    _keep_states(connection, states, known)
    settle_documents(connection, {of for some in about.documents.values() for of in some})
    return placed


def settle_documents(connection: Connection, documents: Iterable[str]) -> None:
    """Work out anew whether these documents (ids) are in the work; their claims are settled."""
    rows = dict(among(connection, _ROWS, tables.fact.c.id, documents))
    hold(connection, tables.document, list(rows.values()))
    for identity, row in rows.items():
        gone = identity in withdrawn(withdrawals_of(connection, [identity]))
        noted = update(tables.document).where(tables.document.c.fact == row)
        connection.execute(noted.values(stands=case((_IS_REDACTED, 0), else_=_STANDS if gone else 1)))


def hold(connection: Connection, table: Table, rows: Sequence[int]) -> Sequence[Any]:
    """Keep others from deriving these rows as well, until the transaction ends; what is read from now on is whole.

    Where others may write at the same moment, that is, and in one order, so that nobody waits in a circle: these are
    returned as they stand.
    """
    if not rows or not is_shared(connection):
        return ()
    left = sorted(rows)
    pieces = (left[at : at + MOST] for at in range(0, len(left), MOST))
    return [row for some in pieces for row in run_listed(connection, _HELD[table.name], {"of": some})]


def _roots(connection: Connection, claims: Sequence[int], held: Iterable[_Held]) -> dict[int, str]:
    """Row → id of these claims; what was said of a claim names it, so that few are looked up."""
    found = {
        claim: said.fact.claim
        for of_kind in held
        for claim, all_said in of_kind.items()
        for said in all_said[:1]
        if isinstance(said.fact, Judgement | Decision)
    }
    others = [claim for claim in claims if claim not in found]
    if others:
        wanted = select(tables.fact.c.row, tables.fact.c.id).where(tables.fact.c.row.in_(others))
        found |= {other.row: other.id for other in connection.execute(wanted)}
    return {claim: found[claim] for claim in claims}


def _of(said: Iterable[_Said], kind: type[Kind]) -> dict[str, Kind]:
    return {item.id: item.fact for item in said if isinstance(item.fact, kind)}


def _all(held: _Held) -> Iterator[_Said]:
    return (said for of_claim in held.values() for said in of_claim)


def _said(connection: Connection, claims: Sequence[int], read: Mapping[str, Fact]) -> tuple[_Held, _Held]:
    """The judgements and the decisions of these claims (rows)."""
    held: dict[str, _Held] = {Judgement.kind: defaultdict(list), Decision.kind: defaultdict(list)}
    # Where most was read already, as in a merge, what was said is not fetched again.
    found = run_listed(connection, _SAID if len(read) < MOST else _SAID_BARELY, {"of": claims})
    missing = {one.id for one in found if one.content is None and one.id not in read}
    contents = dict(among(connection, _CONTENTS, tables.fact.c.id, missing)) if missing else {}
    for kind, claim, row, identity, content, stands in found:
        fact = read.get(identity) or fact_of(kind, json.loads(content or contents[identity]))
        held[kind][claim].append(_Said(row, identity, fact, stands))
    return held[Judgement.kind], held[Decision.kind]


@dataclass(frozen=True, slots=True)
class _About:
    """Withdrawals by id; claim (id) → its versions; claim (row) → its document (id), where somebody withdrew that.

    `redacted` are the claims (rows) whose text is gone: nothing brings them back.
    """

    withdrawals: dict[str, Withdrawal] = field(default_factory=dict)
    versions: dict[str, dict[str, Version]] = field(default_factory=dict)
    documents: dict[int, set[str]] = field(default_factory=dict)
    redacted: set[int] = field(default_factory=set)

    @property
    def targets(self) -> dict[str, str]:
        """Withdrawal → what it withdraws."""
        return {identity: one.fact for identity, one in self.withdrawals.items()}


def _about(connection: Connection, ids: Sequence[str], claims: Sequence[int] = ()) -> _About:
    """The versions of these claims, and the withdrawals of these facts, of versions, and of withdrawals.

    With `claims` (rows) also those of the documents that they stand in.
    """
    found = _About()
    open_ids, of_claims = list(ids), list(claims)
    while open_ids:
        fresh: list[str] = []
        asked, given = (_ABOUT_CLAIMS, {"claims": of_claims}) if of_claims else (_ABOUT, {})
        told = run_listed(connection, asked, {"of": open_ids[:MOST], **given})
        for identity, kind, subject, content, claim in told:
            if claim is not None:
                found.documents.setdefault(claim, set()).add(subject)
            if kind == "redaction":
                found.redacted.add(claim)
            if kind == "redaction" or identity in found.withdrawals:
                continue
            fact = fact_of(kind, json.loads(content))
            if isinstance(fact, Version):
                found.versions.setdefault(subject, {})[identity] = fact
            elif isinstance(fact, Withdrawal):
                found.withdrawals[identity] = fact
            fresh.append(identity)
        open_ids, of_claims = open_ids[MOST:] + fresh, []
    return found


def withdrawals_of(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """Withdrawal → what it withdraws, for these facts and for the withdrawals of their withdrawals."""
    return _about(connection, ids).targets


def _keep_standing(connection: Connection, table: Table, held: _Held, stand: set[str]) -> None:
    """Note who stands, where that has changed."""
    changed = [
        {"of": said.row, "now": int(said.id in stand)} for said in _all(held) if said.stands != (said.id in stand)
    ]
    if changed:
        noted = update(table).where(table.c.fact == bindparam("of")).values(stands=bindparam("now"))
        connection.execute(noted, changed)


def _keep_states(connection: Connection, states: Mapping[int, State], known: Mapping[int, tuple[object, ...]]) -> None:
    """Note the states of claims, but for those that are known to be noted already."""
    ids = [found.decision for found in states.values() if found.decision]
    rows: dict[str, int] = {}
    if ids:
        wanted = select(tables.fact.c.id, tables.fact.c.row).where(tables.fact.c.id.in_(ids))
        rows = {found.id: found.row for found in connection.execute(wanted)}
    noted = [
        (claim, found.status.value, found.verdict, rows.get(found.decision or "")) for claim, found in states.items()
    ]
    changed = [state for state in noted if known.get(state[0]) != state]
    run_many(connection, _STATES, [dict(zip(("of", "now", "outcome", "by"), state, strict=True)) for state in changed])


def keep_bounds(connection: Connection, bounds: Mapping[int, str | None]) -> None:
    """Note where these claims (rows) stand by the version with that id, by their root where none stands."""
    for claim, version in bounds.items():
        wanted = select(tables.fact.c.row, tables.fact.c.kind, tables.fact.c.content)
        found = connection.execute(
            wanted.where(tables.fact.c.id == version if version else tables.fact.c.row == claim)
        ).one()
        fact = fact_of(found.kind, json.loads(found.content))
        if isinstance(fact, Claim | Version):
            placed = {"start": fact.start, "end": fact.end, "version": found.row if version else None}
            connection.execute(update(tables.claim).where(tables.claim.c.fact == claim).values(placed))
