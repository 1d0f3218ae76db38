"""Recall: what a reviewer himself had said of a claim before, and no longer says."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from annotate.domain import Judgement
from annotate.store import Held, own_ever, own_fallen_in
from annotate.work.desk import Desk, sitting


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer that does not stand any more: `taken_back`, or else changed into a later one."""

    judgement: Judgement
    taken_back: bool


def earlier_in(desk: Desk, document: int) -> dict[int, tuple[Earlier, ...]]:
    """Claim (row) → the reviewer's own answers that no longer stand, newest first, for the document in that row."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        claims = own_fallen_in(connection, document, handle)
        found = own_ever(connection, claims, handle) if claims else []
    by_claim = groupby(sorted(found, key=itemgetter(0)), key=itemgetter(0))
    told = {claim: _fallen((held, stands) for _, held, stands in given) for claim, given in by_claim}
    return {claim: fallen for claim, fallen in told.items() if fallen}


def earlier_of(desk: Desk, claim: int) -> tuple[Earlier, ...]:
    """The same for the claim in that row."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        return _fallen((held, stands) for _, held, stands in own_ever(connection, [claim], handle))


def _fallen(given: Iterable[tuple[Held, bool]]) -> tuple[Earlier, ...]:
    """From the newest back: what a judgement that counts supersedes was changed, the rest was taken back."""
    superseded: set[str] = set()
    fallen: list[Earlier] = []
    for held, stands in reversed(list(given)):
        if stands or held.id in superseded:
            superseded |= set(held.judgement.supersedes)
        if not stands:
            fallen.append(Earlier(held.judgement, held.id not in superseded))
    return tuple(fallen)
