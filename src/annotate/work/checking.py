"""Check: is everything as it was recorded, and does what is derived follow from it?"""

from dataclasses import dataclass

from annotate.store import Finding, check, look, mend
from annotate.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Checked:
    """What was wrong and has been made anew from the facts, and what is wrong still."""

    mended: list[Finding]
    left: list[Finding]


def check_project(desk: Desk) -> list[Finding]:
    """Everything that is wrong; nothing is changed, and nobody has to wait."""
    with desk.store.reading() as connection:
        return look(connection)


def rebuild_project(desk: Desk) -> Checked:
    """Make anew what follows from the facts, where they are whole; where they are not, nothing is changed.

    All of it in one transaction, in which the project is ours alone.
    """
    with desk.store.writing(desk.author, alone=True) as ledger:
        found = check(ledger.connection)
        if not all(one.mends for one in found):
            return Checked([], found)
        mend(ledger.connection)
    desk.store.write_ahead()
    left = check_project(desk)
    return Checked([one for one in found if one not in left], left)
