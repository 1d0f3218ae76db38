"""Withdraw: take a document, a claim or an own judgement out of the work, and bring it back. History keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotate.domain import Claim, Document, Judgement, Status, Withdrawal, printable, withdrawn
from annotate.errors import NotForYou, Refusal, Unknown
from annotate.store import (
    ClaimRow,
    Ledger,
    Reading,
    claims,
    facts_begun,
    find_claims,
    find_documents,
    said_of,
    withdrawals_of,
)
from annotate.work.desk import Desk, lead_alone

Thing = Document | Claim | Judgement
"""What can be withdrawn."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was named, whether anything had to be done, and how many claims went out of the work, or came back."""

    id: str
    fact: Thing
    changed: bool
    claims: int


def withdraw(desk: Desk, names: Sequence[str]) -> list[Withdrawn]:
    """Take each of these (an id, or an unambiguous start of one) out of the work; what is out of it already stays so.

    A document takes its claims along, a claim all that was said of it so far. Documents and claims are the lead's, a
    judgement its reviewer's: the one that it superseded stands again. Raises Unknown or NotForYou, and does nothing.
    """
    with desk.store.writing(desk.author) as ledger:
        ledger.take_turn("spans")
        return [_withdraw(desk, ledger, *_named(desk, ledger.connection, name)) for name in names]


def bring_back(desk: Desk, names: Sequence[str]) -> list[Withdrawn]:
    """The way back, for the same people: it is as if it had never been withdrawn. Raises Refusal too."""
    with desk.store.writing(desk.author) as ledger:
        ledger.take_turn("spans")
        return [_bring_back(desk, ledger, *_named(desk, ledger.connection, name)) for name in names]


def _named(desk: Desk, connection: Reading, name: str) -> tuple[str, Thing]:
    """The one thing with that id or start of one. Others' judgements do not exist for a reviewer."""
    kinds = (Document.kind, Claim.kind, Judgement.kind)
    found = [one for kind in kinds for one in facts_begun(connection, kind, name)] if name else []
    named = [one for one in found if not isinstance(one[1], Judgement) or desk.reviewer in (None, one[1].reviewer)]
    if not named:
        raise Unknown(
            f'No document, claim or judgement of yours has an id that begins with "{printable(name)}".',
            "List them with: annotate claims, annotate documents, annotate log.",
        )
    if len(named) > 1:
        raise Unknown(f'Several ids begin with "{printable(name)}".', "Give more of the id.")
    identity, fact = named[0]
    if not isinstance(fact, Thing):
        raise TypeError(f"{identity} cannot be withdrawn")
    _check_right(desk, fact)
    return identity, fact


def _check_right(desk: Desk, fact: Thing) -> None:
    if not isinstance(fact, Judgement):
        lead_alone(desk, f"Taking a {fact.kind} out of the work")
    elif fact.reviewer != desk.reviewer:
        raise NotForYou(
            f"That judgement is {printable(fact.reviewer)}'s own.",
            f"Ask as its reviewer: --reviewer {printable(fact.reviewer)}, or withdraw its claim.",
        )


def _withdraw(desk: Desk, ledger: Ledger, identity: str, fact: Thing) -> Withdrawn:
    if not _is_in(ledger.connection, identity, fact):
        return Withdrawn(identity, fact, False, 0)
    carried = _carried(ledger.connection, identity, fact)
    over = said_of(ledger.connection, [claim.row for claim in carried])
    ledger.add(Withdrawal(identity, desk.author, desk.now(), tuple(over)))
    return Withdrawn(identity, fact, True, _number_in(carried))


def _bring_back(desk: Desk, ledger: Ledger, identity: str, fact: Thing) -> Withdrawn:
    before = _number_in(_carried(ledger.connection, identity, fact))
    held = withdrawals_of(ledger.connection, [identity])
    gone = withdrawn(held)
    for withdrawal in sorted(one for one, target in held.items() if target == identity and one not in gone):
        ledger.add(Withdrawal(withdrawal, desk.author, desk.now()))
    if not isinstance(fact, Judgement) and not _is_in(ledger.connection, identity, fact):
        raise _stays_out(ledger, identity, fact)
    after = _number_in(_carried(ledger.connection, identity, fact))
    return Withdrawn(identity, fact, identity in gone, after - before)


def _stays_out(ledger: Ledger, identity: str, fact: Document | Claim) -> Refusal:
    """Why a document or claim that nothing withdraws any more is out of the work all the same."""
    if ledger.redactor.is_gone(identity) or isinstance(fact, Document):
        return Refusal("Its text was redacted: it is gone for good.")
    return Refusal(
        "The document of that claim is withdrawn.", f"Bring it back with: annotate withdraw --undo {fact.document[:9]}"
    )


def _is_in(connection: Reading, identity: str, fact: Thing) -> bool:
    """Whether it is in the work: a document or claim may be back though somebody withdrew it."""
    match fact:
        case Document():
            return find_documents(connection, identity)[0].stands
        case Claim():
            return bool(_number_in(_carried(connection, identity, fact)))
    return identity not in withdrawn(withdrawals_of(connection, [identity]))


def _carried(connection: Reading, identity: str, fact: Thing) -> list[ClaimRow]:
    """The claims that go with the fact, those too that are out of the work by themselves."""
    match fact:
        case Document():
            (document,) = find_documents(connection, identity)
            return list(claims(connection, document=document.row, withdrawn_too=True))
        case Claim():
            return find_claims(connection, identity)
    return []


def _number_in(carried: list[ClaimRow]) -> int:
    return sum(claim.status is not Status.WITHDRAWN for claim in carried)
