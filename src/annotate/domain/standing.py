"""What stands: which judgements and decisions count now, and the state of a claim that follows from them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from annotate.domain.judging import Answer, Decision, Judgement, Withdrawal
from annotate.domain.subjects import Version

Held = TypeVar("Held", Judgement, Decision, Version)


class Status(StrEnum):
    """The state of a claim; a settled one is named after the method that settled it, or after its rejection."""

    OPEN = "open"
    DISPUTED = "disputed"
    UNANIMOUS = "unanimous"
    MAJORITY = "majority"
    MODEL = "model"
    ADJUDICATED = "adjudicated"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"

    @property
    def settled(self) -> bool:
        """Whether a decision stands."""
        return self not in (Status.OPEN, Status.DISPUTED, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class State:
    """Where a claim stands: its status, the decided outcome (None while none stands) and the decision's id."""

    status: Status = Status.OPEN
    verdict: str | None = None
    decision: str | None = None


def withdrawn(withdrawals: Mapping[str, str]) -> frozenset[str]:
    """Ids of the facts that are withdrawn, from `withdrawals`: id of each withdrawal → id of what it withdraws.

    A withdrawal that is itself withdrawn withdraws nothing; chains of undo and redo end somewhere, since a fact can
    only name facts that were there before it. They are followed from that end, however long they are.
    """
    unweighed = Counter(withdrawals.values())
    weighed = [identity for identity in withdrawals if identity not in unweighed]
    gone: set[str] = set()
    while weighed:
        identity = weighed.pop()
        target = withdrawals.get(identity)
        if target is None:
            continue
        if identity not in gone:
            gone.add(target)
        unweighed[target] -= 1
        if not unweighed[target]:
            weighed.append(target)
    return frozenset(gone)


def taken_out(
    named: Collection[str], withdrawals: Mapping[str, Withdrawal], gone: frozenset[str]
) -> frozenset[str] | None:
    """What was taken out along with these facts (ids), by all withdrawals of them that count; None where none does.

    `withdrawals` may hold others too; `gone` names those of them that are withdrawn themselves.
    """
    counting = [one for identity, one in withdrawals.items() if one.fact in named and identity not in gone]
    return frozenset(said for one in counting for said in one.over) if counting else None


def standing(held: Mapping[str, Held], gone: frozenset[str]) -> dict[str, Held]:
    """Those of `held` (id → fact) that are neither withdrawn nor superseded by one that is not withdrawn."""
    if not held:
        return {}  # as of most claims' decisions and versions
    kept = {identity: fact for identity, fact in held.items() if identity not in gone}
    superseded = {earlier for fact in kept.values() for earlier in fact.supersedes}
    return {identity: fact for identity, fact in kept.items() if identity not in superseded} if superseded else kept


def sides(judgements: Iterable[Judgement]) -> dict[str, set[str]]:
    """Reviewer → the sides that his standing judgements take; two sides of one reviewer are a self-conflict."""
    taken: dict[str, set[str]] = {}
    for judgement in judgements:
        if judgement.side is not None:
            taken.setdefault(judgement.reviewer, set()).add(judgement.side)
    return taken


def state(
    judgements: Mapping[str, Judgement],
    decisions: Mapping[str, Decision],
    versions: Mapping[str, Version],
    *,
    over: Collection[str] | None = None,
) -> State:
    """The state of a claim whose standing judgements, decisions and versions (id → fact) these are.

    `over` is None unless it, or its document, is withdrawn; then it names what was taken out along with it, and the
    claim is gone only as long as nothing else is said of it: what another copy's reviewer judged meanwhile is not lost.
    Versions that do not know of one another are a dispute, whatever was decided.
    """
    if over is not None and judgements.keys() | decisions.keys() <= frozenset(over):
        return State(Status.WITHDRAWN)
    if len(versions) > 1 and len({replace(version, supersedes=()) for version in versions.values()}) > 1:
        return State(Status.DISPUTED)
    latest = _latest(judgements)
    outcomes = {decision.outcome for decision in decisions.values()}
    if len(outcomes) > 1:
        return State(Status.DISPUTED)
    if outcomes and not _reopened(latest, decisions):
        identity, decision = min(decisions.items())
        if decision.outcome == Answer.NOT_A_CLAIM.value:
            return State(Status.REJECTED, decision.outcome, identity)
        return State(Status(decision.method), decision.outcome, identity)
    return State(Status.DISPUTED if outcomes or disputed(latest.values()) else Status.OPEN)


def _latest(judgements: Mapping[str, Judgement]) -> Mapping[str, Judgement]:
    """Those of the last round."""
    rounds = {judgement.round for judgement in judgements.values()}
    if len(rounds) < 2:
        return judgements
    last = max(rounds)
    return {identity: judgement for identity, judgement in judgements.items() if judgement.round == last}


def _reopened(judgements: Mapping[str, Judgement], decisions: Mapping[str, Decision]) -> bool:
    """Whether a judgement that no decision had weighed takes another side. Clocks have no say in it."""
    weighed = {identity for decision in decisions.values() for identity in decision.judgements}
    outcome = next(iter(decisions.values())).outcome
    return any(
        identity not in weighed and judgement.side not in (None, outcome) for identity, judgement in judgements.items()
    )


def disputed(judgements: Iterable[Judgement]) -> bool:
    """Whether the judgements take different sides, or one of them is flagged for the adjudicator."""
    held = list(judgements)
    taken = {judgement.side for judgement in held} - {None}
    return len(taken) > 1 or any(judgement.flagged for judgement in held)


def votes(judgements: Iterable[Judgement]) -> dict[str, int]:
    """Side → number of reviewers who take it; a reviewer in conflict with himself has no vote."""
    counts: dict[str, int] = {}
    for taken in sides(judgements).values():
        if len(taken) == 1:
            (side,) = taken
            counts[side] = counts.get(side, 0) + 1
    return dict(sorted(counts.items()))


def unanimous(counts: Mapping[str, int], judgements: Sequence[Judgement]) -> str | None:
    """The side that all reviewers take: at least two of them, nobody in conflict with himself, nothing flagged."""
    if disputed(judgements) or len(counts) != 1:
        return None
    ((side, number),) = counts.items()
    return side if number >= 2 else None


def majority(counts: Mapping[str, int], judgements: Sequence[Judgement]) -> str | None:
    """The side of more than half of at least two votes; a tie, or a flag, is left to people."""
    total = sum(counts.values())
    if total < 2 or any(judgement.flagged for judgement in judgements):
        return None
    return next((side for side, number in counts.items() if 2 * number > total), None)
