"""Adjudicate: walk through the disputes with every side in view, and settle them."""

from dataclasses import dataclass

from annotate.domain import Decision, digest
from annotate.store import DocumentRow, Held, decisions, document_at, draft, keep_draft, text_of
from annotate.work.desk import Desk
from annotate.work.disputing import Dispute, both_sides, ranked

REASON = "reason"
"""The field whose draft is the reason for a decision."""

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Side:
    """A judgement under an alias, which holds for this claim alone: who it was shall not weigh."""

    alias: str
    held: Held


@dataclass(frozen=True, slots=True)
class OpenDispute:
    """A dispute on the screen: its document, its sides, and the decision that stands, if one does."""

    dispute: Dispute
    document: DocumentRow
    text: str
    sides: tuple[Side, ...]
    decision: Decision | None

    @property
    def judged_by(self) -> frozenset[str]:
        """Handles of those who judged the claim."""
        return frozenset(side.held.judgement.reviewer for side in self.sides)


def adjudication_queue(desk: Desk) -> list[str]:
    """Ids of the disputed claims, those that matter most first; for whoever adjudicates."""
    return [dispute.claim.id for dispute in ranked(desk)]


def open_dispute(desk: Desk, claim: str) -> OpenDispute:
    """One claim (id or start of one) with all its sides in an order that says nothing about who they are."""
    dispute = both_sides(desk, claim)
    shuffled = sorted(dispute.held, key=lambda held: digest("alias", dispute.claim.id + held.judgement.reviewer))
    with desk.store.reading() as connection:
        document = document_at(connection, dispute.claim.document_row)
        text = text_of(connection, document.row)
        standing = decisions(connection, dispute.claim.row)
    return OpenDispute(
        dispute,
        document,
        text,
        tuple(Side(_alias(place), held) for place, held in enumerate(shuffled)),
        standing[0][1] if standing and dispute.claim.status.settled else None,
    )


def _alias(place: int) -> str:
    """A, B, … Z, A2, B2, …: short, and as many as there are reviewers."""
    round_, letter = divmod(place, len(LETTERS))
    return LETTERS[letter] + (str(round_ + 1) if round_ else "")


def read_reason(desk: Desk, claim: str) -> str:
    """The reason that the adjudicator last typed for a claim (id) and that no decision holds yet."""
    with desk.store.reading() as connection:
        return draft(connection, desk.author, claim, REASON)


def keep_reason(desk: Desk, claim: str, typed: str) -> None:
    """Keep a reason while it is typed; an empty one forgets it."""
    with desk.store.writing(desk.author) as ledger:
        keep_draft(ledger.connection, desk.author, claim, REASON, typed, desk.now())
