"""Which part of a project may go to whom: what a lossless export would hold for a reviewer."""

from collections.abc import Set

from annotate.domain import (
    LETTERS,
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Fact,
    Judgement,
    Key,
    Redaction,
    Reviewer,
    Scheme,
    Setting,
    Version,
    Withdrawal,
)
from annotate.store import Copy, Part, Written, fact_in, is_out

_NEVER = frozenset({Key.kind, Scheme.kind, Decision.kind})
"""Not for a reviewer: the key, which would undo pseudonyms; the scheme as a fact, which tells who judged first."""


def part_for(copy: Copy, viewer: str) -> Part:
    """What a reviewer takes in of a copy: no judgement, withdrawal or decision but his own."""
    looked_at = (Judgement.kind, Withdrawal.kind)

    def wanted(written: Written) -> bool:
        return written.kind not in looked_at or _is_his(copy, copy.whole(written), viewer)

    return Part(frozenset(LETTERS) - _NEVER, wanted)


def package_for(copy: Copy, reviewer: str, claims: Set[str], documents: Set[str]) -> Part:
    """What a reviewer needs to judge these claims (ids) of these documents: nothing that anybody judged or decided,
    and nobody else's name where it can be helped."""
    packed = claims | documents

    def wanted(written: Written) -> bool:
        return _is_packed(written.id, copy.whole(written))

    def _is_packed(identity: str, fact: Fact | None) -> bool:
        is_withdrawal = isinstance(fact, Withdrawal)
        while isinstance(fact, Withdrawal):
            identity, fact = fact.fact, fact_in(copy, fact.fact)
        match fact:
            case Document() | Claim():
                # If it was withdrawn it is back by what somebody judged, which is not packed.
                return identity in packed and not is_withdrawal
            case Description():
                return fact.document in documents
            case Version():
                return fact.claim in claims
            case Assignment():
                return fact.reviewer == reviewer and fact.claim in claims
            case Reviewer():
                return fact.handle == reviewer
        return isinstance(fact, Setting | Redaction)

    return Part(frozenset(LETTERS) - _NEVER - {Judgement.kind}, wanted)


def _is_his(copy: Copy, fact: Fact | None, viewer: str) -> bool:
    subject = ""
    while isinstance(fact, Withdrawal):
        subject, fact = fact.fact, fact_in(copy, fact.fact)
    match fact:
        case Document() | Claim() if subject:
            return copy.ask(lambda held: is_out(held, subject))
        case Judgement():
            return fact.reviewer == viewer
        case Decision() | None:
            return False
    return True
