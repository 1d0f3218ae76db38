"""What follows from the facts, kept in the transaction that records them and made anew from them alone."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

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
    subject_of,
)
from annotate.store import tables
from annotate.store.batches import among, insert_rows, run, run_many
from annotate.store.settling import hold, settle, settle_documents

_ROWS = select(tables.fact.c.id, tables.fact.c.row)
_CONTENT = select(tables.fact.c.content).where(tables.fact.c.id == bindparam("wanted"))
_ABOUT = (
    select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == bindparam("of"), tables.about.c.subject == bindparam("about"))
)
_WITHDRAWAL = select(tables.about.c.subject).where(tables.about.c.kind == Withdrawal.kind)
_ANY_WITHDRAWN = _WITHDRAWAL.where(tables.about.c.subject >= "c1_", tables.about.c.subject < "d1_~").limit(1)
"""The ids of claims and documents stand side by side."""
_REDACTED = (
    select(tables.fact.c.id)
    .join(tables.document, tables.document.c.fact == tables.fact.c.row)
    .join(tables.about, tables.about.c.subject == tables.document.c.sha256)
    .where(tables.about.c.kind == Redaction.kind)
)
_ANY_REDACTED = select(tables.about.c.fact).where(tables.about.c.kind == Redaction.kind).limit(1)
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
_DESCRIBED = (
    select(tables.about.c.subject, tables.fact.c.row, tables.fact.c.id, tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == "description")
)
_DESCRIBE = (
    update(tables.document)
    .where(tables.document.c.fact == bindparam("of"))
    .values(title=bindparam("called"), described=bindparam("by"))
)


_schemes: dict[str, Scheme] = {}
"""Read once, by their ids: a scheme is in use for a year, asked for at every judgement, and the same everywhere."""

_demanding: dict[str, Set[str]] = {}

BATCH = 2_000
"""Facts from which it is derived at once."""

_STREAMED = {"stream_results": True}

_NOBODYS: Mapping[str, int] = {}


class Recorded(NamedTuple):
    """A fact with its row in this database."""

    row: int
    id: str
    fact: Fact


def derive(connection: Connection, recorded: Sequence[Recorded], known: Mapping[str, int] = _NOBODYS) -> None:
    """Bring the derived tables up to date with facts that were just written; `known` are rows of some others (ids)."""
    by_kind: dict[str, list[Recorded]] = defaultdict(list)
    for item in recorded:
        by_kind[item.fact.kind].append(item)
    new = {item.id: item.row for item in recorded}
    step = _Step(connection, new, new | _subjects(connection, recorded, new, known))
    for kind in IN_ORDER:
        if kind in by_kind:
            _DERIVE[kind](step, by_kind[kind])


def _subjects(
    connection: Connection, recorded: Sequence[Recorded], new: Mapping[str, int], known: Mapping[str, int]
) -> dict[str, int]:
    """Id → row of the documents and claims that these facts are about, but for those that are new with them."""
    named = {subject for item in recorded if (subject := subject_of(item.fact))}
    wanted = named - new.keys()
    told = {subject: known[subject] for subject in wanted & known.keys()}
    return told | dict(among(connection, _ROWS, tables.fact.c.id, wanted - told.keys()))


def rebuild(connection: Connection) -> None:
    """Make every derived table anew from the facts alone, some of them at a time."""
    for table in tables.DERIVED:
        connection.execute(delete(table))
    wanted = select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.content).order_by(tables.fact.c.row)
    for kind in IN_ORDER:
        of_kind = connection.execute(wanted.where(tables.fact.c.kind == kind), execution_options=_STREAMED)
        for some in of_kind.partitions(BATCH):
            derive(
                connection, [Recorded(row, identity, fact_of(kind, json.loads(held))) for row, identity, held in some]
            )


@dataclass(slots=True)
class _Step:
    """One pass over a batch: the rows of the facts that are new, and of these and all that they are about."""

    connection: Connection
    new: Mapping[str, int]
    rows: Mapping[str, int]

    def scheme(self, identity: str) -> Scheme | None:
        """The scheme with that id; None where this copy does not hold it."""
        if identity not in _schemes:
            content = self.connection.execute(_CONTENT, {"wanted": identity}).scalar()
            if not content:
                return None
            _schemes[identity] = Scheme.from_content(json.loads(content))
        return _schemes[identity]

    def demanding(self, identity: str) -> Set[str]:
        """The labels of the scheme with that id that demand anything."""
        if identity not in _demanding:
            scheme = self.scheme(identity)
            if scheme is None:
                return frozenset()
            _demanding[identity] = {label.id for label in scheme.verdict.labels if label.needs}
        return _demanding[identity]

    def relate(self, items: Iterable[tuple[Recorded, str]]) -> None:
        """Note what each fact is about, where that is all that one looks it up by."""
        related = [(item.row, item.fact.kind, subject) for item, subject in items]
        insert_rows(self.connection, tables.about, related)


def _documents(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Document)]
    insert_rows(step.connection, tables.document, [(row, fact.sha256, "", None, 1) for row, fact in facts])
    settle_documents(step.connection, _gone_among(step.connection, {item.id for item in items}))


def _descriptions(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.document) for item in items if isinstance(item.fact, Description)]
    step.relate(pairs)
    said: dict[str, list[Recorded]] = defaultdict(list)
    for item, document in pairs:
        if document in step.new:
            said[document].append(item)
    older = {document for _, document in pairs if document not in step.new}
    hold(step.connection, tables.document, [step.rows[document] for document in older])
    for document, row, identity, held in among(step.connection, _DESCRIBED, tables.about.c.subject, older):
        said[document].append(Recorded(row, identity, fact_of("description", json.loads(held))))
    now = {document: _standing(found) for document, found in said.items()}
    changed = [
        {"of": step.rows[document], "called": one.fact.title, "by": one.row}
        for document, one in now.items()
        if one and isinstance(one.fact, Description)
    ]
    run_many(step.connection, _DESCRIBE, changed)


def _claims(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Claim)]
    rows = [(row, step.rows[fact.document], fact.start, fact.end, None, "open", None, None) for row, fact in facts]
    insert_rows(step.connection, tables.claim, rows)
    about = {item.row: {item.id, item.fact.document} for item in items if isinstance(item.fact, Claim)}
    taken_out = _gone_among(step.connection, {identity for ids in about.values() for identity in ids})
    if taken_out:
        settle(step.connection, {row for row, ids in about.items() if ids & taken_out})


def _gone_among(connection: Connection, ids: set[str]) -> set[str]:
    """Those of these documents and claims that were withdrawn before they came here, or redacted; hardly ever any."""
    found: set[str] = set()
    if connection.execute(_ANY_WITHDRAWN).first() is not None:
        found |= {subject for (subject,) in among(connection, _WITHDRAWAL, tables.about.c.subject, ids)}
    if connection.execute(_ANY_REDACTED).first() is not None:
        found |= {identity for (identity,) in among(connection, _REDACTED, tables.fact.c.id, ids)}
    return found


def _versions(step: _Step, items: list[Recorded]) -> None:
    pairs = [(item, item.fact.claim) for item in items if isinstance(item.fact, Version)]
    step.relate(pairs)
    settle(step.connection, {step.rows[claim] for _, claim in pairs}, bounds=True)


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
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Assignment)]
    rows = [(row, step.rows[fact.claim], fact.reviewer) for row, fact in facts]
    insert_rows(step.connection, tables.assignment, rows)


def _judgements(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Judgement)]
    insert_rows(step.connection, tables.judgement, [_judgement_row(step, *one) for one in facts])
    cited = [citation for row, fact in facts for citation in _citations(row, fact)]
    insert_rows(step.connection, tables.citation, cited)
    insert_rows(step.connection, tables.lacking, [(row,) for row, fact in facts if _lacks(step, fact)])
    settle(step.connection, {step.rows[fact.claim] for _, fact in facts}, read={item.id: item.fact for item in items})


def _lacks(step: _Step, fact: Judgement) -> bool:
    scheme = step.scheme(fact.scheme) if fact.verdict in step.demanding(fact.scheme) else None
    if scheme is None:
        return False
    return demand(scheme, fact.verdict, evidence=len(fact.evidence), rationale=fact.rationale) is not None


def _citations(row: int, fact: Judgement) -> list[tuple[int, int, str]]:
    return [(row, place, same_source(piece.url)) for place, piece in enumerate(fact.evidence) if piece.url]


def _judgement_row(step: _Step, row: int, fact: Judgement) -> tuple[object, ...]:
    return (
        row,
        step.rows[fact.claim],
        fact.reviewer,
        fact.round,
        fact.answer.value,
        fact.verdict,
        fact.at,
        fact.milliseconds,
        len(fact.evidence),
        fact.source,
        1,
    )


def _decisions(step: _Step, items: list[Recorded]) -> None:
    facts = [(item.row, item.fact) for item in items if isinstance(item.fact, Decision)]
    rows = [(row, step.rows[fact.claim], fact.author, fact.at, 1) for row, fact in facts]
    insert_rows(step.connection, tables.decision, rows)
    settle(step.connection, {step.rows[fact.claim] for _, fact in facts})


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


def claim_of(connection: Connection, target: str) -> int | None:
    """The claim (row) that a withdrawal of `target` touches; None where it touches none, or a whole document."""
    return _reached(connection, target)[0]


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
    asked = run(connection, _ABOUT, {"of": kind, "about": subject})
    return _standing([Recorded(one.row, one.id, read_once(kind, one.content)) for one in asked])


@lru_cache(maxsize=64)
def read_once(kind: str, content: str) -> Fact:
    """The fact of what is written there: for what is asked for again and again, as the scheme at every judgement."""
    return fact_of(kind, json.loads(content))


def _standing(found: Sequence[Recorded]) -> Recorded | None:
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
