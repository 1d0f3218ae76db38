"""Export: the project as a dataset, ordered by content alone, so that the same state gives the same bytes."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from annotate.domain import Decision, Key, pseudonym, votes
from annotate.errors import Nothing, Refusal
from annotate.formats import writer_of
from annotate.formats.wire import DatasetClaim, DatasetDocument, DatasetEvidence, DatasetJudgement, DatasetSpan
from annotate.store import (
    ClaimRow,
    DocumentRow,
    Held,
    Reading,
    Texts,
    claims,
    decisions,
    document_at,
    judgements,
    key,
)
from annotate.work.desk import Desk
from annotate.work.records import records

STDOUT = Path("-")


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
    done = Exported()
    secret = "" if names or lossless else _secret(desk)
    with desk.store.reading() as connection:
        found: Iterator[Any] = (
            records(connection, desk.reviewer)
            if lossless
            else _dataset(connection, desk.reviewer, secret, everything=everything)
        )
        first = next(found, None)
        if first is None:
            raise _empty(lossless=lossless, everything=everything)
        with _opened(dest) as stream:
            writer.write(_counted(first, found, done), stream)
    return done


def _empty(*, lossless: bool, everything: bool) -> Nothing:
    if lossless or everything:
        return Nothing("There is nothing to export yet.", "Import documents and claims first: annotate import FILE…")
    return Nothing("No claim is settled yet, so there is nothing to export.", "Settle some, or add: --include all.")


def _counted(first: object, rest: Iterable[object], done: Exported) -> Iterator[object]:
    done.items += 1
    yield first
    for item in rest:
        done.items += 1
        yield item


def _secret(desk: Desk) -> str:
    """The key for pseudonyms, made when the first one is needed."""
    with desk.store.reading() as connection:
        held = key(connection)
    if held is None:
        held = desk.draw(32).hex()
        with desk.store.writing(desk.author) as ledger:
            ledger.add(Key(held))
    return held


def _dataset(connection: Reading, viewer: str | None, secret: str, *, everything: bool) -> Iterator[DatasetClaim]:
    texts = Texts(connection)
    document: DocumentRow | None = None
    for claim in claims(connection, viewer, by_content=True):
        if not (everything or claim.status.settled):
            continue
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


@contextmanager
def _opened(dest: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `dest` once the block is left in peace, and nowhere otherwise."""
    if dest == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    if dest.is_dir():
        raise Refusal(f"{dest} is a folder.", f"Name the file in it, such as {dest / 'claims.jsonl'}.")
    beside = dest.with_name(f".{dest.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(dest)
    finally:
        beside.unlink(missing_ok=True)
