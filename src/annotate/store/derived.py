"""What follows from the facts, kept in the transaction that records them and made anew from them alone."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

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
    Redaction,
    Reviewer,
    Scheme,
    Setting,
    Version,
    Withdrawal,
    demand,
    fact_of,
    same_source,
)
from annotate.store import tables
from annotate.store.settling import settle, settle_documents

_ROW = select(tables.fact.c.row).where(tables.fact.c.id == bindparam("wanted"))
_CONTENT = select(tables.fact.c.content).where(tables.fact.c.id == bindparam("wanted"))
_ABOUT = (
    select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == bindparam("of"), tables.about.c.subject == bindparam("about"))
)
_WITHDRAWAL = select(tables.about.c.subject).where(tables.about.c.kind == Withdrawal.kind)
_ANY_WITHDRAWN = _WITHDRAWAL.where(tables.about.c.subject >= "c1_", tables.about.c.subject < "d1_~").limit(1)
"""The ids of claims and documents stand side by side."""
_WITHDRAWN = _WITHDRAWAL.where(tables.about.c.subject.in_(bindparam("of", expanding=True)))
_TOUCHED = (
    select(
        tables.claim.c.fact,
        tables.judgement.c.claim,
        tables.decision.c.claim,
        tables.document.c.fact,
        tables.about.c.subject,
    )
    .select_from(tables.fact)
    .outerjoin(tables.claim, tables.claim.c.fact == tables.fact.c.row)
    .outerjoin(tables.judgement, tables.judgement.c.fact == tables.fact.c.row)
    .outerjoin(tables.decision, tables.decision.c.fact == tables.fact.c.row)
    .outerjoin(tables.document, tables.document.c.fact == tables.fact.c.row)
    .outerjoin(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.fact.c.id == bindparam("wanted"))
)
_CLAIMS_IN = (
    select(tables.claim.c.fact)
    .join(tables.fact, tables.fact.c.row == tables.claim.c.document)
    .where(tables.fact.c.id == bindparam("document"))
)
_insert = cache(insert)


@lru_cache(maxsize=8)
def _scheme(content: str) -> Scheme:
    """Read once: a scheme is in use for a year, and asked for at every judgement."""
    return Scheme.from_content(json.loads(content))


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
    for kind in IN_ORDER:
        if kind in by_kind:
            _DERIVE[kind](_Step(connection, rows), by_kind[kind])


def rebuild(connection: Connection) -> None:
    """Make every derived table anew from the facts alone."""
    for table in tables.DERIVED:
        connection.execute(delete(table))
    wanted = select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.kind, tables.fact.c.content)
    for kind in IN_ORDER:
        facts = connection.execute(wanted.where(tables.fact.c.kind == kind).order_by(tables.fact.c.row)).all()
        derive(
            connection, [Recorded(row, identity, fact_of(kind, json.loads(held))) for row, identity, _, held in facts]
        )


@dataclass(slots=True)
class _Step:
    """One pass over a batch: the connection, and the rows of ids and the schemes met so far."""

    connection: Connection
    rows: dict[str, int]
    schemes: dict[str, Scheme | None] = field(default_factory=dict)

    def row(self, identity: str) -> int:
        """The row of a fact that must be there; the verbs refuse a reference to one that is not."""
        if identity not in self.rows:
            self.rows[identity] = self.connection.execute(_ROW, {"wanted": identity}).scalar_one()
        return self.rows[identity]

    def scheme(self, identity: str) -> Scheme | None:
        """The scheme with that id; None where this copy does not hold it."""
        if identity not in self.schemes:
            content = self.connection.execute(_CONTENT, {"wanted": identity}).scalar()
            self.schemes[identity] = _scheme(content) if content else None
        return self.schemes[identity]

    def insert(self, table: Table, values: list[dict[str, object]]) -> None:
        self.connection.execute(_insert(table), values)

    def relate(self, items: Iterable[tuple[Recorded, str]]) -> None:
        """Note what each fact is about, where that is all that one looks it up by."""
        values: list[dict[str, object]] = [
            {"fact": item.row, "kind": item.fact.kind, "subject": subject} for item, subject in items
        ]
        self.insert(tables.about, values)


def _documents(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Document)]
    step.insert(
        tables.document, [{"fact": row, "sha256": fact.sha256, "title": "", "stands": 1} for row, fact in facts]
    )
    settle_documents(step.connection, _withdrawn_among(step.connection, {item.id for item in items}))


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
    about = {item.row: {item.id, item.fact.document} for item in items if isinstance(item.fact, Claim)}
    taken_out = _withdrawn_among(step.connection, {identity for ids in about.values() for identity in ids})
    if taken_out:
        settle(step.connection, {row for row, ids in about.items() if ids & taken_out})


def _withdrawn_among(connection: Connection, ids: set[str]) -> set[str]:
    """Those of these documents and claims that somebody withdrew before they came here; hardly ever any."""
    if connection.execute(_ANY_WITHDRAWN).first() is None:
        return set()
    found: set[str] = set()
    for some in (sorted(ids)[at : at + 500] for at in range(0, len(ids), 500)):
        found |= set(connection.execute(_WITHDRAWN, {"of": some}).scalars())
    return found


def _versions(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.claim) for item in items if isinstance(item.fact, Version)]
    step.relate(pairs)
    settle(step.connection, {step.row(claim) for _, claim in pairs}, bounds=True)


def _named(step: _Step, items: list[Recorded]) -> None:
    step.relate((item, _subject(item.fact)) for item in items)


def _subject(fact: Fact) -> str:
    match fact:
        case Reviewer():
            return fact.handle
        case Setting() | Scheme():
            return fact.name
        case Redaction():
            return fact.fact or fact.text or fact.name
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
    cited = [citation for item in items for citation in _citations(item)]
    if cited:
        step.insert(tables.citation, cited)
    lacking: list[dict[str, object]] = [{"judgement": item.row} for item in items if _lacks(step, item.fact)]
    if lacking:
        step.insert(tables.lacking, lacking)
    settle(step.connection, {step.row(item.fact.claim) for item in items if isinstance(item.fact, Judgement)})


def _lacks(step: _Step, fact: Fact) -> bool:
    if not isinstance(fact, Judgement) or not fact.verdict:
        return False
    scheme = step.scheme(fact.scheme)
    if scheme is None:
        return False
    return demand(scheme, fact.verdict, evidence=len(fact.evidence), rationale=fact.rationale) is not None


def _citations(item: Recorded) -> list[dict[str, object]]:
    pieces = item.fact.evidence if isinstance(item.fact, Judgement) else ()
    return [
        {"judgement": item.row, "place": place, "source": same_source(piece.url)}
        for place, piece in enumerate(pieces)
        if piece.url
    ]


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
        {
            "fact": item.row,
            "claim": step.row(item.fact.claim),
            "author": item.fact.author,
            "at": item.fact.at,
            "stands": 1,
        }
        for item in items
        if isinstance(item.fact, Decision)
    ]
    step.insert(tables.decision, values)
    settle(step.connection, {step.row(item.fact.claim) for item in items if isinstance(item.fact, Decision)})


def _withdrawals(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.fact) for item in items if isinstance(item.fact, Withdrawal)]
    step.relate(pairs)
    claims: set[int] = set()
    documents: set[str] = set()
    for target in {target for _, target in pairs}:
        claim, document = _reached(step.connection, target)
        if claim is not None:
            claims.add(claim)
        elif document is not None:
            claims |= set(step.connection.execute(_CLAIMS_IN, {"document": document}).scalars())
            documents.add(document)
    settle(step.connection, claims, bounds=True)
    settle_documents(step.connection, documents)


def _reached(connection: Connection, target: str) -> tuple[int | None, str | None]:
    """The claim (row), or the document (id), that a withdrawal of `target` touches.

    Through withdrawals of withdrawals to what they end at.
    """
    subject: str | None = target
    while subject:
        found = connection.execute(_TOUCHED, {"wanted": subject}).first()
        if found is None:
            break
        *claims, document, about = found
        claim: int | None = next((row for row in claims if row is not None), None)
        if claim is not None or document is not None:
            return claim, None if document is None else subject
        subject = about
    return None, None


def standing_about(connection: Connection, kind: str, subject: str) -> Recorded | None:
    """The fact of that kind about that subject that stands; the smallest id where a merge left several."""
    asked = connection.execute(_ABOUT, {"of": kind, "about": subject})
    found = [Recorded(row, identity, fact_of(kind, json.loads(held))) for row, identity, held in asked]
    superseded = {earlier for item in found for earlier in getattr(item.fact, "supersedes", ())}
    return min((item for item in found if item.id not in superseded), key=lambda item: item.id, default=None)


_DERIVE: dict[str, Callable[[_Step, list[Recorded]], None]] = {
    Redaction.kind: _named,
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
IN_ORDER = tuple(_DERIVE)
"""A fact refers only to facts of kinds before its own (a withdrawal also to withdrawals, a redaction to any)."""
