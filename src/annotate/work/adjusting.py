"""Adjust: correct the bounds of a claim. The claim stays the claim that it is, and what was judged of it stands."""

from dataclasses import replace

from annotate.domain import Version, anchor, printable
from annotate.store import ClaimRow, claim_at, find_claims, text_of, versions
from annotate.work.desk import Desk, the_claim
from annotate.work.marking import anchored


def adjust(desk: Desk, claim: str, start: int, end: int) -> ClaimRow:
    """Put a claim (id or start of one) at other bounds, in code points; the same bounds again record nothing."""
    with desk.store.writing(desk.author) as ledger:
        found = the_claim(find_claims(ledger.connection, claim, desk.reviewer), claim)
        span = anchored(
            anchor(text_of(ledger.connection, found.document_row), start=start, end=end), "", printable(claim)
        )
        if span != found.span:
            held = versions(ledger.connection, found.id)
            superseded = {earlier for version in held.values() for earlier in version.supersedes}
            standing = tuple(sorted(identity for identity in held if identity not in superseded))
            said = found.version if held else Version(found.id, span.start, span.end)
            ledger.add(replace(said, start=span.start, end=span.end, supersedes=standing))
        return claim_at(ledger.connection, found.row, desk.reviewer)
