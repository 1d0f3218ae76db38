"""Record a claim or a version, also one that was recorded before and withdrawn: then it stands again."""

from annotate.domain import Claim, Version, Withdrawal, withdrawn
from annotate.store import Ledger, withdrawals_of
from annotate.work.desk import Desk


def record(desk: Desk, ledger: Ledger, fact: Claim | Version) -> str:
    """Record the fact, and return its id.

    Its content alone makes the id, so that what is done again after an undo is the same fact: it was withdrawn, and
    what keeps it so is withdrawn now.
    """
    identity = ledger.add(fact)
    taken_back = withdrawals_of(ledger.connection, [identity])
    gone = withdrawn(taken_back)
    if identity in gone:
        for withdrawal, target in taken_back.items():
            if target == identity and withdrawal not in gone:
                ledger.add(Withdrawal(withdrawal, desk.author, desk.now()))
        ledger.add(fact, again=True)
    return identity
