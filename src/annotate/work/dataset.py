"""The dataset: claims with what was judged and decided of them, in an order that follows from content alone."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from annotate.domain import Decision, pseudonym, votes
from annotate.formats.wire import DatasetClaim, DatasetDocument, DatasetEvidence, DatasetJudgement, DatasetSpan
from annotate.store import (
    DocumentRow,
    Held,
    Reading,
    Told,
    decisions_in,
    documents,
    judgements_in,
    text_of,
    told,
)

AT_ONCE = 2_000
"""Claims that are read at once, as far as whole documents allow."""

MOST_DOCUMENTS = 500


def dataset(connection: Reading, viewer: str | None, secret: str, *, everything: bool) -> Iterator[DatasetClaim]:
    """The settled claims, or all with `everything`, by document title, document id, start, end and id.

    As `viewer` may know them; reviewers stand under pseudonyms made with `secret`, or under their handles without one.
    """
    for some in _parts(documents(connection, by_content=True)):
        rows = [document.row for document in some]
        claims = told(connection, rows, viewer, settled=not everything)
        held = judgements_in(connection, rows, viewer)
        decided = decisions_in(connection, rows)
        for document, of_document in zip(some, _by_document(rows, claims), strict=True):
            text = text_of(connection, document.row) if of_document else ""
            where = _document(document)
            for claim in of_document:
                said = _said(held.get(claim.row, []), decided.get(claim.row), secret)
                yield _line(claim, where, text[claim.start : claim.end], said)


def _parts(found: Iterable[DocumentRow]) -> Iterator[list[DocumentRow]]:
    """Documents, as many at a time as have some thousand claims, and not more than an IN list can hold."""
    some: list[DocumentRow] = []
    size = 0
    for document in found:
        some.append(document)
        size += document.claims
        if size >= AT_ONCE or len(some) >= MOST_DOCUMENTS:
            yield some
            some, size = [], 0
    if some:
        yield some


def _by_document(rows: Iterable[int], claims: Iterable[Told]) -> Iterator[list[Told]]:
    of: dict[int, list[Told]] = {row: [] for row in rows}
    for claim in claims:
        of[claim.document].append(claim)
    yield from of.values()


class _Said(NamedTuple):
    """What was judged and decided of a claim, in the order of `DatasetClaim`."""

    method: str | None = None
    round: int = 1
    soft_label: Mapping[str, float] | None = None
    votes: Mapping[str, int] = {}
    judgements: tuple[DatasetJudgement, ...] = ()
    evidence: tuple[DatasetEvidence, ...] = ()
    rationale: str | None = None


_NOTHING = _Said()
"""What was said of most claims in a fresh dataset, which is not made anew each time."""


def _line(claim: Told, document: DatasetDocument, quote: str, said: _Said) -> DatasetClaim:
    # By their places: to give so many fields by name takes twice as long.
    return DatasetClaim(
        claim.id,
        document,
        DatasetSpan(claim.start, claim.end),
        quote,
        claim.wording or None,
        claim.claimant or None,
        claim.verdict,
        said.method,
        said.round,
        said.soft_label,
        claim.status,
        said.votes,
        said.judgements,
        said.evidence,
        said.rationale,
    )


def _said(held: list[Held], decision: Decision | None, secret: str) -> _Said:
    said = _judged(held, secret) if held else _NOTHING
    return _decided(said, held, decision) if decision else said


def _judged(held: list[Held], secret: str) -> _Said:
    named = [(pseudonym(secret, one.judgement.reviewer) if secret else one.judgement.reviewer, one) for one in held]
    ordered = sorted(named, key=lambda pair: (pair[0], pair[1].id))
    return _Said(
        round=max(one.judgement.round for one in held),
        votes=votes(one.judgement for one in held),
        judgements=tuple(DatasetJudgement.of(one.judgement, name) for name, one in ordered),
    )


def _decided(said: _Said, held: list[Held], decision: Decision) -> _Said:
    return said._replace(
        method=decision.method,
        soft_label={label: share / 1_000_000 for label, share in sorted(decision.soft.items())} or None,
        evidence=_evidence(held, decision),
        rationale=decision.rationale or None,
    )


def _document(document: DocumentRow) -> DatasetDocument:
    said = document.description
    return DatasetDocument(
        id=document.id,
        title=said.title or None,
        url=said.url or None,
        publisher=said.publisher or None,
        published=said.published or None,
        sha256=document.document.sha256,
    )


def _evidence(held: list[Held], decision: Decision) -> tuple[DatasetEvidence, ...]:
    """What the outcome rests on: the decision's own evidence, or else that of the judgements that it agrees with."""
    pieces = list(decision.evidence)
    if not pieces:
        agreeing = sorted((one for one in held if one.judgement.side == decision.outcome), key=lambda one: one.id)
        pieces = [piece for one in agreeing for piece in one.judgement.evidence]
    return tuple(DatasetEvidence.of(piece) for piece in dict.fromkeys(pieces))
