"""Leaf: a reviewer's queue, a page at a time, from any place in either direction."""

from dataclasses import dataclass, replace

from annotate.domain import Judgement
from annotate.store import ClaimRow, Texts, claim_at, document_at, own, queue
from annotate.work.desk import Desk, sitting
from annotate.work.reviewing import Queue


@dataclass(frozen=True, slots=True)
class Leaf:
    """One claim of the queue: where it is, what it quotes, its document's name, the reviewer's own answer."""

    at: Queue
    claim: ClaimRow
    quote: str
    document: str
    answer: Judgement | None


def leaf(desk: Desk, at: Queue, rows: int, *, back: bool = False) -> list[Leaf]:
    """Up to `rows` claims behind `at` in the queue, or before it with `back`; in the order of the queue either way."""
    handle = sitting(desk)
    found: list[Leaf] = []
    with desk.store.reading() as connection:
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
