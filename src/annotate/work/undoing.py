"""Undo and redo: withdrawals, as deep as the author's own history, also after quitting."""

from dataclasses import dataclass
from typing import Literal

from annotate.domain import Claim, Decision, Judgement, Status, Version, Withdrawal
from annotate.errors import Nothing
from annotate.store import (
    Ledger,
    Reading,
    entries,
    fact_by_id,
    find_claims,
    is_weighed,
    latest_standing,
    newest_by,
    standing_versions,
)
from annotate.work.desk import Desk

Undoable = Literal["judgement", "decision"]
"""What is gone back through: a reviewer's judgements, marks and corrections, or an adjudicator's decisions."""

Done = Judgement | Decision | Claim | Version

_KINDS: dict[Undoable, tuple[str, ...]] = {
    "judgement": (Judgement.kind, Claim.kind, Version.kind),
    "decision": (Decision.kind,),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that was done and can be undone, with its id."""

    id: str
    fact: Done

    @property
    def claim(self) -> str:
        """Id of the claim that it was done to."""
        return self.id if isinstance(self.fact, Claim) else self.fact.claim


def undo(desk: Desk, kind: Undoable = "judgement") -> Deed:
    """Withdraw and return the asker's newest deed that stands; what it superseded stands again.

    A claim that was judged, decided or corrected since is passed over, in silence: that somebody judged it is not his
    to know.
    """
    with desk.store.writing(desk.author) as ledger:
        deed = _newest(ledger.connection, desk.author, kind)
        if deed is None:
            raise Nothing("There is nothing to undo.")
        ledger.add(Withdrawal(deed.id, desk.author, desk.now()))
        return deed


def redo(desk: Desk, kind: Undoable = "judgement") -> Deed:
    """Withdraw the asker's newest undo, unless he has recorded something since, and return what stands again."""
    with desk.store.writing(desk.author) as ledger:
        found = _undone(ledger, desk.author, _KINDS[kind])
        if found is None:
            raise Nothing("There is nothing to redo.")
        withdrawal, deed = found
        ledger.add(Withdrawal(withdrawal, desk.author, desk.now()))
        return deed


def _newest(connection: Reading, author: str, kind: Undoable) -> Deed | None:
    found = latest_standing(connection, kind, author)
    said = Deed(*found) if found else None
    if kind == "decision":
        return said
    since = said.fact.at if said and isinstance(said.fact, Judgement) else 0
    for identity, fact in newest_by(connection, author, (Claim.kind, Version.kind), since=since, by_hand=True):
        if isinstance(fact, Claim | Version):
            deed = Deed(identity, fact)
            if _can_go(connection, deed) and _is_his_alone(connection, deed, author):
                return deed
    return said


def _can_go(connection: Reading, deed: Deed) -> bool:
    """Whether a mark or a correction stands, and a claim with no correction, judgement or decision on it."""
    if isinstance(deed.fact, Claim):
        (claim,) = find_claims(connection, deed.id)
        # His own corrections are newer, and were gone back through before: one that stands is somebody else's.
        is_corrected = bool(standing_versions(connection, deed.id))
        return claim.status is not Status.WITHDRAWN and not is_corrected and not is_weighed(connection, claim.row)
    return deed.id in standing_versions(connection, deed.claim)


def _is_his_alone(connection: Reading, deed: Deed, author: str) -> bool:
    """Whether nobody else marked, or corrected, the very same."""
    return {entry.author for entry in entries(connection, deed.id)} == {author}


def _undone(ledger: Ledger, author: str, kinds: tuple[str, ...]) -> tuple[str, Deed] | None:
    redone: set[str] = set()
    for identity, fact in newest_by(ledger.connection, author, (*kinds, Withdrawal.kind)):
        if not isinstance(fact, Withdrawal):
            return None
        target = fact_by_id(ledger.connection, fact.fact)
        if isinstance(target, Withdrawal):
            redone.add(fact.fact)
        elif isinstance(target, Done) and target.kind in kinds and identity not in redone:
            return identity, Deed(fact.fact, target)
    return None
