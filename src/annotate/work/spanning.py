"""Spans: what each reviewer marked in the documents that he read, as agreement is measured on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from annotate.agreement import Continuum
from annotate.domain import Answer
from annotate.report import SpanAgreement, span_agreement
from annotate.store import Bounds, MarkedDocument, Reading, marked_documents

UNJUDGED = "claim"
"""The label of a span of which its marker did not say what it is."""

TAKEN_BACK = "judged not to be a claim by their marker"
ALONE = "in documents that nobody else read"
SHOWN = "shown"


def spans_of(connection: Reading, confidence: float = 0.95) -> SpanAgreement | None:
    """How far those who mark agree on what is a claim; None where nobody ever marked anything.

    A reviewer read a document where he marked a span, or where an answer of his stands that is no skip. His spans are
    those whose bounds he set himself, at the last bounds that he gave them; their label is his verdict where he gave
    one. What he marked and then judged not to be a claim is no span of his any more.
    """
    noted: Counter[str] = Counter()
    found = span_agreement(_continua(connection, noted), confidence)
    shown = noted.pop(SHOWN, 0)
    left_out = dict(sorted((+noted).items()))
    if not left_out and not sum(found.reviewers.values()):
        return None
    return replace(found, left_out=left_out, shown=shown)


def _continua(connection: Reading, noted: Counter[str]) -> Iterator[Continuum]:
    for held in marked_documents(connection):
        readers = {one.reviewer for one in held.bounds} | {
            who for (_, who), given in held.answers.items() if any(said is not Answer.SKIPPED for said, _ in given)
        }
        marked: dict[str, list[tuple[int, int, str]]] = {reader: [] for reader in readers}
        for one in held.bounds:
            label = _label(held, one)
            if label is None:
                noted[TAKEN_BACK] += 1
            else:
                marked[one.reviewer].append((one.start, one.end, label))
        if len(readers) == 1:
            noted[ALONE] += sum(map(len, marked.values()))
        else:
            noted[SHOWN] += _shown(held)
        yield Continuum.of(held.length, marked)


def _label(held: MarkedDocument, bounds: Bounds) -> str | None:
    """What its marker says that the span is; None where he says that it is no claim."""
    given = set(held.answers.get((bounds.claim, bounds.reviewer), ()))
    if {said for said, _ in given} == {Answer.NOT_A_CLAIM}:
        return None
    labels = {label for _, label in given}
    return next(iter(labels)) or UNJUDGED if len(labels) == 1 else UNJUDGED


def _shown(held: MarkedDocument) -> int:
    """How many marks another reviewer judged without having marked that claim himself."""
    marked = {(one.claim, one.reviewer) for one in held.bounds}
    judged = {claim for claim, who in held.answers if (claim, who) not in marked}
    return sum(one.claim in judged for one in held.bounds)
