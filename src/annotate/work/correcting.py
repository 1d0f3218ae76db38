"""Correct: other bounds for a claim. What was judged before stays, and names the version that was shown."""

from dataclasses import replace

from annotate.domain import Span, anchor, printable
from annotate.errors import BadInput
from annotate.store import (
    ClaimRow,
    Ledger,
    claim_at,
    claims_on,
    document_at,
    find_claims,
    standing_versions,
    text_of,
    versions,
)
from annotate.work.desk import Desk, the_standing_claim
from annotate.work.marking import anchored
from annotate.work.recording import record


def correct(desk: Desk, claim: str, start: int, end: int) -> ClaimRow:
    """Give a claim (its id, or a start of one) the bounds `[start, end)` and return it as it stands then.

    All else that is said of it stays; bounds that it has already record nothing. Several corrections that stand after
    a merge are superseded together. Raises Unknown, Refusal where the claim was taken back, or BadInput where the
    span is not in the document.
    """
    with desk.store.writing(desk.author) as ledger:
        ledger.take_turn("spans")
        found = the_standing_claim(find_claims(ledger.connection, claim, desk.reviewer), claim)
        document = document_at(ledger.connection, found.document_row)
        place = anchor(text_of(ledger.connection, found.document_row), start=start, end=end)
        span = anchored(place, "", printable(document.name))
        standing = tuple(sorted(standing_versions(ledger.connection, found.id)))
        if span == found.span and len(standing) < 2:
            return found
        _check_free(ledger, found, span)
        record(desk, ledger, replace(found.version, start=span.start, end=span.end, supersedes=standing))
        return claim_at(ledger.connection, found.row, desk.reviewer)


def _check_free(ledger: Ledger, claim: ClaimRow, span: Span) -> None:
    """Refuse bounds that another claim has which says the same; one span may hold several wordings."""
    for row in claims_on(ledger.connection, claim.document_row, span):
        other = claim_at(ledger.connection, row)
        if other.id != claim.id and other.wording == claim.wording:
            raise BadInput("Another claim has these bounds already.", "Take others, or judge it not a claim.")


def shown_then(desk: Desk, claim: ClaimRow, version: str) -> Span:
    """The bounds that the claim had in that version ("" for the root), say the one that a judgement names."""
    with desk.store.reading() as connection:
        held = versions(connection, claim.id).get(version)
    return held.span if held else claim.root.span
