"""Export: the project as a dataset, ordered by content alone, so that the same state gives the same bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import Decision, Key, pseudonym, votes
from annotate.errors import Nothing
from annotate.formats import writer_of
from annotate.formats.wire import DatasetClaim, DatasetDocument, DatasetEvidence, DatasetJudgement, DatasetSpan
from annotate.store import (
    ClaimRow,
    DocumentRow,
    Held,
    Reading,
    Store,
    Texts,
    claims,
    decisions,
    document_at,
    is_empty,
    judgements,
    key,
)
from annotate.work.delivering import delivered
from annotate.work.desk import Desk
from annotate.work.records import records


@dataclass(slots=True)
class Exported:
    """How many claims (or records, of a lossless format) were written."""

    items: int = 0


def export(desk: Desk, dest: Path, form: str, *, everything: bool = False, names: bool = False) -> Exported:
    """Write the dataset to `dest` ("-": stdout) in a format: settled claims, or all with `everything`.

    The file appears whole or not at all. Reviewers stand under pseudonyms unless `names`; a lossless format always has
    handles and always has everything. Raises Nothing where there is nothing to write.
    """
    writer = writer_of(form)
    lossless = writer.takes == "records"
    _check(desk, lossless=lossless, everything=everything)
    done = Exported()
    with delivered(dest) as stream:
        secret = "" if names or lossless else _secret(desk)
        with desk.store.reading() as connection:
            found: Iterator[object] = (
                records(connection, desk.reviewer)
                if lossless
                else _dataset(connection, desk.reviewer, secret, everything=everything)
            )
            writer.write(_counted(found, done), stream)
    return done


def _check(desk: Desk, *, lossless: bool, everything: bool) -> None:
    """Refuse an empty export before anything is made for it."""
    with desk.store.reading() as connection:
        if not is_empty(connection) if lossless else any(_chosen(connection, desk.reviewer, everything)):
            return
    if lossless or everything:
        raise Nothing("There is nothing to export yet.", "Import documents and claims first: annotate import FILE…")
    raise Nothing("No claim is settled yet, so there is nothing to export.", "Settle some, or add: --include all.")


def _counted(items: Iterable[object], done: Exported) -> Iterator[object]:
    for item in items:
        done.items += 1
        yield item


def _secret(desk: Desk) -> str:
    """The key for pseudonyms, made when the first one is needed; a past state is told under today's names."""
    store = desk.present or desk.store
    with store.reading() as connection:
        held = key(connection)
    return held or _new_secret(desk, store)


def _new_secret(desk: Desk, store: Store) -> str:
    """A key, unless somebody else made one just now."""
    with store.writing(desk.author, alone=True) as ledger:
        held = key(ledger.connection)
        if held is None:
            held = desk.draw(32).hex()
            ledger.add(Key(held))
    return held


def _chosen(connection: Reading, viewer: str | None, everything: bool) -> Iterator[ClaimRow]:
    return (row for row in claims(connection, viewer, by_content=True) if everything or row.status.settled)


def _dataset(connection: Reading, viewer: str | None, secret: str, *, everything: bool) -> Iterator[DatasetClaim]:
    texts = Texts(connection)
    document: DocumentRow | None = None
    for claim in _chosen(connection, viewer, everything):
        if document is None or document.row != claim.document_row:
            document = document_at(connection, claim.document_row)
        held = judgements(connection, claim.row, viewer)
        standing = decisions(connection, claim.row) if claim.status.settled else []
        quote = claim.span.of(texts.of(claim.document_row))
        yield _line((claim, document, quote), held, standing[0][1] if standing else None, secret)


def _line(
    of: tuple[ClaimRow, DocumentRow, str], held: list[Held], decision: Decision | None, secret: str
) -> DatasetClaim:
    claim, document, quote = of
    named = [(pseudonym(secret, one.judgement.reviewer) if secret else one.judgement.reviewer, one) for one in held]
    return DatasetClaim(
        id=claim.id,
        document=_document(document),
        span=DatasetSpan(start=claim.span.start, end=claim.span.end),
        quote=quote,
        claim=claim.wording or None,
        claimant=claim.version.claimant or None,
        verdict=claim.verdict,
        method=decision.method if decision else None,
        round=max((one.judgement.round for one in held), default=1),
        soft_label={label: share / 1_000_000 for label, share in sorted(decision.soft.items())}
        if decision and decision.soft
        else None,
        status=claim.status,
        votes=votes(one.judgement for one in held),
        judgements=tuple(
            DatasetJudgement.of(one.judgement, name)
            for name, one in sorted(named, key=lambda pair: (pair[0], pair[1].id))
        ),
        evidence=_evidence(claim, held, decision),
        rationale=decision.rationale or None if decision else None,
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


def _evidence(claim: ClaimRow, held: list[Held], decision: Decision | None) -> tuple[DatasetEvidence, ...]:
    """What the outcome rests on: the decision's own evidence, or else that of the judgements that it agrees with."""
    if not claim.status.settled or decision is None:
        return ()
    pieces = list(decision.evidence)
    if not pieces:
        agreeing = sorted((one for one in held if one.judgement.side == decision.outcome), key=lambda one: one.id)
        pieces = [piece for one in agreeing for piece in one.judgement.evidence]
    return tuple(DatasetEvidence.of(piece) for piece in dict.fromkeys(pieces))
