"""Leaf: a reviewer's queue, a page at a time, from any place in either direction."""

from dataclasses import dataclass, replace

from annotate.domain import Judgement
from annotate.store import START, ClaimRow, Place, Texts, claim_at, document_at, own, queue
from annotate.work.desk import Desk, sitting
from annotate.work.reviewing import Queue

_END = Place(1 << 62, 0, 0)
"""Behind every claim."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One claim of the queue: where it is, what it quotes, its document's name, the reviewer's own answer."""

    at: Queue
    claim: ClaimRow
    quote: str
    document: str
    answer: Judgement | None


def leaf(desk: Desk, at: Queue | None, rows: int, *, back: bool = False) -> list[Leaf]:
    """Up to `rows` claims behind `at`, or before it with `back`; with no `at`, from the end where that begins.

    In the order of the queue either way. The time that it takes depends on `rows` alone.
    """
    handle = sitting(desk)
    found: list[Leaf] = []
    with desk.store.reading() as connection:
        if at is None:
            size = queue.size(connection, handle)
            at = Queue(_END if back else START, size + 1 if back else 0, size, 0)
        texts = Texts(connection)
        while len(found) < rows and at.place is not None:
            place = queue.following(connection, handle, at.place, back=back)
            if place is None:
                break
            at = replace(at, place=place, position=at.position + (-1 if back else 1))
            claim = claim_at(connection, place.claim, handle)
            held = own(connection, place.claim, handle)
            quote = claim.span.of(texts.of(claim.document_row))
            name = document_at(connection, claim.document_row).name
            found.append(Leaf(at, claim, quote, name, held[-1].judgement if held else None))
    return found[::-1] if back else found
