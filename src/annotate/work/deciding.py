"""Decide: settle a claim, by a person or by a policy."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from annotate.domain import (
    Answer,
    Decision,
    Evidence,
    Judgement,
    Scheme,
    majority,
    printable,
    unanimous,
    votes,
)
from annotate.errors import Unknown
from annotate.store import ClaimRow, Held, Reading, claims, decisions, find_claims, judgements
from annotate.work.desk import Desk, the_standing_claim, used_scheme
from annotate.work.judging import known_label

Policy = Callable[[dict[str, int], Sequence[Judgement]], str | None]

POLICIES: dict[str, Policy] = {"unanimous": unanimous, "majority": majority}
"""What can be settled without a screen, by name; a policy gives the outcome or leaves the claim to people."""


@dataclass(frozen=True, slots=True)
class Settled:
    """One claim that a policy settles, and how."""

    claim: str
    outcome: str
    method: str
    votes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """What a policy settled, and how many of the open and disputed claims that were judged it leaves to people."""

    settled: list[Settled]
    left: int


def decide(
    desk: Desk, claim: str, outcome: str, *, rationale: str = "", evidence: tuple[Evidence, ...] = ()
) -> tuple[str, Decision]:
    """Settle a claim (id or start of one) as a label, or as "not-a-claim"; supersedes what was decided before.

    The decision says whether its author had judged the claim himself. The same outcome and reason again record nothing.
    """
    with desk.store.writing(desk.author) as ledger:
        ledger.take_turn("decisions")
        found = the_standing_claim(find_claims(ledger.connection, claim), claim)
        scheme_id, scheme = used_scheme(ledger)
        held = judgements(ledger.connection, found.row, None)
        standing = decisions(ledger.connection, found.row)
        decision = Decision(
            claim=found.id,
            outcome=_outcome(scheme, outcome),
            method="adjudicated",
            author=desk.author,
            at=desk.now(),
            scheme=scheme_id,
            judgements=tuple(sorted(item.id for item in held)),
            rationale=rationale,
            evidence=evidence,
            judged=any(item.judgement.reviewer == desk.reviewer for item in held),
            version=found.version_id or "",
            round=max((item.judgement.round for item in held), default=1),
            supersedes=tuple(sorted(identity for identity, _ in standing)),
        )
        for identity, earlier in standing:
            if found.status.settled and _same(earlier, decision):
                return identity, earlier
        return ledger.add(decision), decision


def _same(one: Decision, other: Decision) -> bool:
    return all(
        getattr(one, name) == getattr(other, name) for name in ("outcome", "method", "author", "rationale", "evidence")
    )


def _outcome(scheme: Scheme, said: str) -> str:
    """The outcome as it is stored; refuses a label that the scheme does not have."""
    if said.replace("-", "_") == Answer.NOT_A_CLAIM.value:
        return Answer.NOT_A_CLAIM.value
    known_label(scheme.verdict, said)
    return said


def adjudicate(desk: Desk, policy: str, *, dry_run: bool = False) -> Adjudicated:
    """Settle what the policy can settle of the claims that no decision settles, as author `policy:NAME`.

    Everything in one transaction; with `dry_run` nothing is recorded.
    """
    if policy not in POLICIES:
        raise Unknown(f'There is no policy "{printable(policy)}".', f"There are: {', '.join(['manual', *POLICIES])}.")
    author = f"policy:{policy}"
    settled: list[Settled] = []
    left = 0
    with desk.store.writing(author, alone=True) as ledger:
        scheme_id = "" if dry_run else used_scheme(ledger)[0]
        connection = ledger.connection
        for claim in [claim for claim in claims(connection) if not claim.status.settled and claim.judgements]:
            held = judgements(connection, claim.row, None)
            found = _settled(connection, claim, held, POLICIES[policy], policy)
            if found is None:
                left += 1
                continue
            settled.append(found)
            if not dry_run:
                ledger.add(_by_policy(claim, held, found, (author, desk.now(), scheme_id)))
    return Adjudicated(settled, left)


def _settled(connection: Reading, claim: ClaimRow, held: list[Held], rule: Policy, name: str) -> Settled | None:
    """What the policy makes of a claim. A decision that a later judgement reopened is for people to look at again."""
    if decisions(connection, claim.row):
        return None
    said = [item.judgement for item in held]
    counts = votes(said)
    outcome = rule(counts, said)
    if outcome is None:
        return None
    return Settled(claim.id, outcome, name if len(counts) > 1 else "unanimous", counts)


def _by_policy(claim: ClaimRow, held: list[Held], found: Settled, signed: tuple[str, int, str]) -> Decision:
    author, at, scheme = signed
    total = sum(found.votes.values())
    return Decision(
        claim=claim.id,
        outcome=found.outcome,
        method=found.method,
        author=author,
        at=at,
        scheme=scheme,
        judgements=tuple(sorted(item.id for item in held)),
        soft={label: 1_000_000 * number // total for label, number in found.votes.items()},
        version=claim.version_id or "",
        round=max(item.judgement.round for item in held),
    )
