"""Undo and redo: withdrawals, as deep as the author's own history, also after quitting."""

from typing import Literal

from annotate.domain import Decision, Judgement, Withdrawal
from annotate.errors import Nothing
from annotate.store import Ledger, fact_by_id, latest_standing, newest_by
from annotate.work.desk import Desk

Undoable = Literal["judgement", "decision"]


def undo(desk: Desk, kind: Undoable = "judgement") -> Judgement | Decision:
    """Withdraw and return the asker's newest judgement (or decision) that stands; what it superseded stands again."""
    with desk.store.writing(desk.author) as ledger:
        found = latest_standing(ledger.connection, kind, desk.author)
        if found is None:
            raise Nothing("There is nothing to undo.")
        identity, fact = found
        ledger.add(Withdrawal(identity, desk.author, desk.now()))
        return fact


def redo(desk: Desk, kind: Undoable = "judgement") -> Judgement | Decision:
    """Withdraw the asker's newest undo, unless he has recorded something since, and return what stands again."""
    with desk.store.writing(desk.author) as ledger:
        found = _undone(ledger, desk.author, kind)
        if found is None:
            raise Nothing("There is nothing to redo.")
        withdrawal, fact = found
        ledger.add(Withdrawal(withdrawal, desk.author, desk.now()))
        return fact


def _undone(ledger: Ledger, author: str, kind: Undoable) -> tuple[str, Judgement | Decision] | None:
    redone: set[str] = set()
    for identity, fact in newest_by(ledger.connection, author, (kind, Withdrawal.kind)):
        if not isinstance(fact, Withdrawal):
            return None
        target = fact_by_id(ledger.connection, fact.fact)
        if isinstance(target, Withdrawal):
            redone.add(fact.fact)
        elif isinstance(target, Judgement | Decision) and target.kind == kind and identity not in redone:
            return identity, target
    return None
