"""Assign: deal the claims out to reviewers, evenly and repeatably."""

import random
from collections import Counter
from dataclasses import dataclass

from annotate.domain import Assignment, printable
from annotate.errors import Nothing, Unknown
from annotate.store import Ledger, assignments, claims, reviewers
from annotate.work.desk import Desk, lead_alone


@dataclass(frozen=True, slots=True)
class Dealt:
    """How many assignments were made now, and how many claims each reviewer has in all."""

    made: int
    held: dict[str, int]


def assign(desk: Desk, handles: list[str], overlap: int, seed: int = 0) -> Dealt:
    """Deal every claim to `overlap` of these reviewers; what was dealt before stays where it is.

    Each claim goes to those of them who hold the fewest, ties drawn by `seed`: the same claims, reviewers and seed are
    dealt alike. Raises Unknown for a reviewer that the project does not know.
    """
    lead_alone(desk, "Dealing out claims")
    wanted = list(dict.fromkeys(handles))
    if not 1 <= overlap <= len(wanted):
        raise Unknown(
            f"A claim cannot go to {overlap} of the {len(wanted)} reviewers named.", "Name more, or lower the overlap."
        )
    with desk.store.writing(desk.author, alone=True) as ledger:
        _check_known(ledger, wanted)
        before = assignments(ledger.connection)
        listed = [claim.id for claim in claims(ledger.connection)]
        held = Counter(dict.fromkeys(wanted, 0))
        held.update(handle for claim in listed for handle in before.get(claim, ()) if handle in held)
        if not listed:
            raise Nothing("There is no claim to deal out yet.", "Import claims, or mark some: annotate mark.")
        made = _deal(ledger, listed, before, held, (overlap, seed))
    return Dealt(made, dict(held))


def _check_known(ledger: Ledger, wanted: list[str]) -> None:
    known = reviewers(ledger.connection)
    for handle in wanted:
        if handle not in known:
            raise Unknown(
                f'The project knows no reviewer "{printable(handle)}".',
                f"Make the reviewer known: annotate reviewers add {printable(handle)}.",
            )


def _deal(
    ledger: Ledger, listed: list[str], before: dict[str, set[str]], held: Counter[str], terms: tuple[int, int]
) -> int:
    overlap, seed = terms
    dice = random.Random(seed)
    made = 0
    for claim in listed:
        has = before.get(claim, set())
        free = sorted(handle for handle in held if handle not in has)
        dice.shuffle(free)
        free.sort(key=held.__getitem__)
        for handle in free[: max(0, overlap - len(has & held.keys()))]:
            ledger.add(Assignment(claim, handle))
            held[handle] += 1
            made += 1
    return made
