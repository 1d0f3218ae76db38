"""Evidence: what reviewers rest their verdicts on, as agreement is measured on it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from annotate.agreement import Piece
from annotate.domain import Evidence, Judgement, same_source
from annotate.report import EvidenceAgreement, GroundedClaim, evidence_agreement
from annotate.store import Grounded, Reading, find_documents, grounded_claims

IN_CONFLICT = "in conflict with oneself"
NO_SOURCE = "without a source"


def evidence_of(connection: Reading, confidence: float = 0.95) -> EvidenceAgreement | None:
    """How far reviewers rest their verdicts on the same; None where no standing verdict gives evidence.

    Of standing verdicts of the first round. A source is a web page, known by what its addresses share, or another
    document of the project: the page that it was taken from, where that is known. A reviewer with two different
    verdicts on a claim is left out there, and evidence that only quotes something is no source; both are counted.
    """
    noted: Counter[str] = Counter()
    found = evidence_agreement(_claims(connection, noted), confidence)
    left_out = dict(sorted((+noted).items()))
    if not found.claims and not found.alone and not left_out:
        return None
    return replace(found, left_out=left_out)


def _claims(connection: Reading, noted: Counter[str]) -> Iterator[GroundedClaim]:
    pages = _Pages(connection)
    for held in grounded_claims(connection):
        verdicts: dict[str, tuple[str, list[Piece]]] = {}
        for reviewer, said in _by_reviewer(held):
            if len({judgement.verdict for judgement in said}) > 1:
                noted[IN_CONFLICT] += 1
                continue
            pieces = [pages.piece(item) for judgement in said for item in judgement.evidence]
            noted[NO_SOURCE] += sum(not piece.source for piece in pieces)
            verdicts[reviewer] = (said[0].verdict, pieces)
        yield GroundedClaim(held.claim, held.document, verdicts)


def _by_reviewer(held: Grounded) -> Iterator[tuple[str, list[Judgement]]]:
    found: dict[str, list[Judgement]] = {}
    for judgement in held.judgements:
        found.setdefault(judgement.reviewer, []).append(judgement)
    yield from found.items()


class _Pages:
    """The page that each document of the project was taken from."""

    def __init__(self, connection: Reading) -> None:
        self._connection = connection
        self._known: dict[str, str] = {}

    def piece(self, item: Evidence) -> Piece:
        """The evidence with its source: its url, or the page of the document that it is a passage of."""
        source = same_source(item.url) if item.url else self._of(item.document) if item.document else ""
        return Piece(source, item.stance, item.quote, item.document, item.start, item.end)

    def _of(self, document: str) -> str:
        if document not in self._known:
            found = [one for one in find_documents(self._connection, document) if one.id == document]
            url = found[0].description.url if found else ""
            self._known[document] = same_source(url) if url else document
        return self._known[document]
