"""Check: is everything as it was recorded, and does what is derived follow from it?"""

from annotate.store import Finding, check, rebuild
from annotate.work.desk import Desk


class _Looked(Exception):
    """Takes back the rebuilding that a mere look needs."""


def check_project(desk: Desk) -> list[Finding]:
    """Everything that is wrong; nothing is changed."""
    found: list[Finding] = []
    try:
        with desk.store.writing(desk.author, alone=True) as ledger:
            found = check(ledger.connection)
            raise _Looked
    except _Looked:
        return found


def rebuild_project(desk: Desk) -> list[Finding]:
    """Make the derived tables anew from the facts; returns what is wrong all the same."""
    with desk.store.writing(desk.author, alone=True) as ledger:
        rebuild(ledger.connection)
    return check_project(desk)
