"""Disputes: the claims that reviewers disagree on, those that matter most first."""

from dataclasses import dataclass
from math import log2

from annotate.domain import Judgement, Status, votes
from annotate.store import ClaimRow, Held, Reading, claims, find_claims, judgements, standing_versions
from annotate.work.desk import Desk, lead_only, the_claim


@dataclass(frozen=True, slots=True)
class Dispute:
    """A claim with its judgements; `votes` counts reviewers by side, `entropy` is that of the votes in bits.

    `versions` counts the corrections of the claim that stand; where there are several, they do not agree.
    """

    claim: ClaimRow
    held: tuple[Held, ...]
    votes: dict[str, int]
    entropy: float
    flagged: bool
    versions: int


def disputes(desk: Desk) -> list[Dispute]:
    """Every dispute, flagged ones first, then by entropy, then in the order of the queue. For the lead alone."""
    lead_only(desk, "The list of disputes")
    return ranked(desk)


def ranked(desk: Desk) -> list[Dispute]:
    """Every dispute in that order, for whoever adjudicates: to settle them, one has to see them."""
    with desk.store.reading() as connection:
        listed = list(claims(connection, status=Status.DISPUTED))
        found = [_dispute(connection, claim) for claim in listed]
    return sorted(found, key=lambda dispute: (not dispute.flagged, -dispute.entropy))


def both_sides(desk: Desk, claim: str) -> Dispute:
    """Every side of one claim (id or start of one), for whoever adjudicates it."""
    with desk.store.reading() as connection:
        found = the_claim(find_claims(connection, claim), claim)
        return _dispute(connection, found)


def _dispute(connection: Reading, claim: ClaimRow) -> Dispute:
    held = judgements(connection, claim.row, None)
    said: list[Judgement] = [item.judgement for item in held]
    counts = votes(said)
    flagged = any(judgement.flagged for judgement in said)
    versions = len(standing_versions(connection, claim.id)) if claim.version_id else 0
    return Dispute(claim, tuple(held), counts, entropy(counts), flagged, versions)


def entropy(counts: dict[str, int]) -> float:
    """Shannon entropy of the votes, in bits: 0 where all agree, log2(n) where each of n sides has as many."""
    total = sum(counts.values())
    return (
        sum(-number / total * log2(number / total) for number in counts.values() if number) if len(counts) > 1 else 0.0
    )
