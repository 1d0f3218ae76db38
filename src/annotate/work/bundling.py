"""Bundle: a work package for one reviewer, to be judged without network and merged back."""

import os
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import printable
from annotate.errors import Nothing, Refusal, Unknown
from annotate.store import (
    Copy,
    check_place,
    is_known,
    is_url,
    part_of,
    put,
    queue,
    scheme,
    store_in,
    take_in,
    taken,
)
from annotate.work.desk import Desk
from annotate.work.parting import package_for


@dataclass(frozen=True, slots=True)
class Bundled:
    """How many claims and documents a bundle holds, and how many of these claims the reviewer has answered already."""

    claims: int
    documents: int
    answered: int


def bundle(desk: Desk, reviewer: str, dest: Path) -> Bundled:
    """Make a project at `dest` with the reviewer's claims and their documents, and nobody's judgements.

    It is there whole or not at all, and never in the place of something. Raises Unknown for a reviewer whom the project
    does not know, Nothing where he owes no claim.
    """
    if is_url(str(dest)):
        raise Refusal("A bundle is a file.", "Name a path, such as bundle.db.")
    with desk.store.reading() as connection:
        copy = Copy(connection, desk.store.shown)
        _check_known(copy, reviewer)
        owed = dict(queue.owed(connection, reviewer))
        if not owed:
            raise Nothing(f"{printable(reviewer)} has no claim to judge.", "Deal some out: annotate assign.")
        documents = set(owed.values())
        part = package_for(copy, reviewer, owed.keys(), documents)
        _check_place(dest)
        with part_of(dest) as file:
            store = store_in(file, scheme(connection)[1], version=desk.store.version, now=desk.now)
            try:
                with store.writing(alone=True) as ledger:
                    take_in(ledger, copy, part)
            finally:
                store.close()
            put(file, dest, over=False)
        return Bundled(len(owed), len(documents), queue.answered(connection, reviewer))


def _check_known(copy: Copy, reviewer: str) -> None:
    if not is_known(copy.connection, reviewer):
        raise Unknown(
            f'The project knows no reviewer "{printable(reviewer)}".',
            f"Make the reviewer known: annotate reviewers add {printable(reviewer)}.",
        )


def _check_place(dest: Path) -> None:
    check_place(str(dest))
    if os.path.lexists(dest):
        raise taken(dest)
