"""Enter: whoever asks under a name is known to the project from then on."""

from contextlib import suppress
from dataclasses import replace

from annotate.errors import Unusable
from annotate.store import is_known
from annotate.work.desk import Desk, checked_handle, known_reviewer


def enter(desk: Desk) -> None:
    """Make the reviewer who asks known, where he is not yet. A project that cannot be written stays as it is."""
    if desk.reviewer is None:
        return
    handle = checked_handle(desk.reviewer)
    with desk.store.reading() as connection:
        known = is_known(connection, handle)
    if not known:
        with suppress(Unusable), desk.store.writing(handle) as ledger:
            known_reviewer(ledger, handle)


def known_as(desk: Desk, reviewer: str | None) -> Desk:
    """The same project, asked by that reviewer, who is known to it from then on; by the lead where it is None."""
    asked = replace(desk, reviewer=reviewer)
    enter(asked)
    return asked
