"""Mark a claim: a span of a document, by quote or by offsets."""

from annotate.domain import (
    Ambiguous,
    Anchored,
    Assignment,
    Claim,
    Contradiction,
    Lost,
    Span,
    anchor,
    excerpt,
    printable,
)
from annotate.errors import BadInput
from annotate.store import (
    ClaimRow,
    Ledger,
    Reading,
    claim_at,
    claims_on,
    entries,
    find_claims,
    find_documents,
    queue,
    text_of,
    withdrawals_of,
)
from annotate.work.desk import Desk, known_reviewer, the_standing_document
from annotate.work.recording import record


def mark(
    desk: Desk, document: str, *, quote: str | None = None, start: int | None = None, end: int | None = None
) -> ClaimRow:
    """Make the span of a document a claim and return it; a span that is one already stays the claim that it is.

    That a reviewer marked it as well is noted in the log, for agreement on spans. `document` is an id, a start of one,
    a title or a source. Where claims were dealt out, a reviewer who marks a new one owes it. Raises Unknown, or
    BadInput where the span is not there.
    """
    with desk.store.writing(desk.author) as ledger:
        ledger.take_turn("spans")
        found = the_standing_document(find_documents(ledger.connection, document), document)
        text = text_of(ledger.connection, found.row)
        place = anchor(text, start=start, end=end, quote=quote)
        span = anchored(place, quote or "", printable(found.name), "Give its start and end, or more of the text.")
        rows = claims_on(ledger.connection, found.row, span)
        row = rows[0] if rows else _begun(desk, ledger, Claim(found.id, span.start, span.end))
        claim = claim_at(ledger.connection, row, desk.reviewer)
        if rows:
            _marked_too(desk, ledger, claim)
        elif desk.reviewer is not None and queue.has_assignments(ledger.connection):
            known_reviewer(ledger, desk.reviewer)
            ledger.add(Assignment(claim.id, desk.reviewer))
        return claim


def _marked_too(desk: Desk, ledger: Ledger, claim: ClaimRow) -> None:
    """Let the log say that the reviewer, too, set these bounds, unless it says so already."""
    name, fact = (claim.id, claim.root) if claim.root.span == claim.span else (claim.version_id or "", claim.version)
    if desk.reviewer is not None and not _says_so(ledger.connection, desk.reviewer, name):
        ledger.add(fact, again=True)


def _says_so(connection: Reading, reviewer: str, name: str) -> bool:
    """Whether the reviewer recorded that fact, and did not take it back since."""
    undone = [one for one, target in withdrawals_of(connection, [name]).items() if target == name]
    last, gone = (
        max((entry.at for one in facts for entry in entries(connection, one) if entry.author == reviewer), default=0)
        for facts in ([name], undone)
    )
    return last > gone


def _begun(desk: Desk, ledger: Ledger, fresh: Claim) -> int:
    """The row of a claim that is new, or stands again; a root that was corrected is no new one."""
    identity = record(desk, ledger, fresh)
    (claim,) = find_claims(ledger.connection, identity)
    if claim.span != fresh.span:
        raise BadInput(
            f"That span was marked before, and the bounds of its claim {claim.id[:9]} were corrected since.",
            "Correct those again, or take another span.",
        )
    return claim.row


IN_A_FILE = "Give start and end, or enough of what stands before (prefix) or behind it (suffix)."


def anchored(place: Anchored, quote: str, where: str, if_ambiguous: str = IN_A_FILE) -> Span:
    """The span, where there is one; BadInput with what is wrong and what to do about it otherwise."""
    shown = excerpt(printable(quote))
    match place:
        case Span():
            return place
        case Ambiguous(starts):
            raise BadInput(
                f"The quote {shown} stands more than once in {where}, at {', '.join(map(str, starts))}.",
                if_ambiguous,
            )
        case Lost():
            raise BadInput(f"The quote {shown} is not in {where}.", "Copy it from the text, character by character.")
        case Contradiction(why):
            raise BadInput(f"In {where} the span {printable(why)}.", "Offsets count Unicode code points from 0.")
