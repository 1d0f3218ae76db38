"""Leaf: a queue a page at a time, from any place in either direction; whole, or only what answers to a wish."""

from dataclasses import dataclass
from itertools import islice

from annotate.domain import Judgement
from annotate.errors import Unknown
from annotate.store import (
    START,
    ClaimRow,
    Place,
    Reading,
    Texts,
    Wanted,
    claims_among,
    document_at,
    find_claims,
    own_among,
    queue,
    seeking,
    sizes,
)
from annotate.work.desk import Desk, checked_handle, the_claim
from annotate.work.reviewing import Queue

_END = Place(1 << 62, 0, 0)
"""Behind every claim."""

_DIGITS = 18
"""Of a number, at most; whatever is longer begins an id."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One claim of the queue: where it is, what it quotes, its document's name, the reviewer's own answer."""

    at: Queue
    claim: ClaimRow
    quote: str
    document: str
    answer: Judgement | None


@dataclass(frozen=True, slots=True)
class Sought:
    """What was found, in the order of the queue; how far was looked; whether there is nothing more to look through."""

    leaves: list[Leaf]
    at: Queue
    is_over: bool


def leaf(desk: Desk, at: Queue | None, rows: int, *, back: bool = False) -> list[Leaf]:
    """Up to `rows` claims behind `at`, or before it with `back`; with no `at`, from the end where that begins.

    In the order of the queue either way. The time that it takes depends on `rows` alone.
    """
    return seek(desk, Wanted(), at, rows, back=back, most=rows).leaves if rows > 0 else []


def seek(desk: Desk, wanted: Wanted, at: Queue | None, rows: int, *, back: bool = False, most: int) -> Sought:
    """Up to `rows` claims that answer, as `leaf` finds them; not more than `most` claims are looked at for them.

    To look on, ask again from the `at` of the answer. For the lead the queue is every claim.
    """
    handle = None if desk.reviewer is None else checked_handle(desk.reviewer)
    with desk.store.reading() as connection:
        here = at or edge(_size(connection, handle), back=back)
        if _is_short_of(here.place, wanted.document, back=back):
            here = _edge_of(connection, handle, wanted.document or 0, here.size, back=back)
        if here.place is None:
            return Sought([], here, True)
        last = seeking.stretch(connection, handle, here.place, most, back=back, document=wanted.document)
        answering = seeking.within(connection, handle, wanted, here.place, last, back=back)
        found = list(islice(answering, rows))
        leaves = _leaves(connection, handle, here, found, back=back)
    far = leaves[-1].at if leaves and len(found) == rows else _moved(here, last, most, back=back)
    return Sought(leaves[::-1] if back else leaves, far, last is None and len(found) < rows)


def place_in_queue(desk: Desk, name: str) -> Queue:
    """The place of the claim with that number, from 1, or with that id or start of one; Unknown where there is none."""
    handle = None if desk.reviewer is None else checked_handle(desk.reviewer)
    with desk.store.reading() as connection:
        size = _size(connection, handle)
        if name.isdecimal() and len(name) <= _DIGITS:
            number = int(name)
            place = seeking.numbered(connection, handle, number) if 0 < number <= size else None
            if place is None:
                raise Unknown(f"There is no claim number {number}.", f"They go from 1 to {size}." if size else "")
            return Queue(place, number, size, 0)
        claim = the_claim(find_claims(connection, name, handle), name)
        place = queue.place_of(connection, claim.row)
        if not seeking.holds(connection, handle, place):
            raise Unknown(f"The claim {claim.id[:9]} is not in this queue.", "Take one by its number." if size else "")
        return Queue(place, seeking.number_of(connection, handle, place), size, 0)


def edge(size: int, *, back: bool = False) -> Queue:
    """Before the first claim of a queue of that size, or behind its last one."""
    return Queue(_END if back else START, size + 1 if back else 0, size, 0)


def _is_short_of(place: Place | None, document: int | None, *, back: bool) -> bool:
    """Whether the document in that row is still to come."""
    if place is None or document is None:
        return False
    return place.document > document if back else place.document < document


def _edge_of(connection: Reading, handle: str | None, document: int, size: int, *, back: bool) -> Queue:
    """Before the first claim of the document in that row, or behind its last one."""
    place = Place(document, _END.document if back else 0, 0)
    return Queue(place, seeking.number_of(connection, handle, place) + back, size, 0)


def before(at: Queue) -> Queue:
    """Just before the claim at that place, so that what is behind begins with it."""
    place = at.place and at.place._replace(claim=at.place.claim - 1)
    return Queue(place, at.position - 1, at.size, at.owed)


def _size(connection: Reading, handle: str | None) -> int:
    return sizes(connection)[1] if handle is None else queue.size(connection, handle)


def _moved(here: Queue, last: Place | None, most: int, *, back: bool) -> Queue:
    """Where one is after a stretch of that length, or at the end of the queue."""
    if last is None:
        return edge(here.size, back=not back)
    return Queue(last, here.position + (-most if back else most), here.size, 0)


def _leaves(
    connection: Reading, handle: str | None, here: Queue, found: list[seeking.Found], *, back: bool
) -> list[Leaf]:
    rows = [item.place.claim for item in found]
    claims = claims_among(connection, rows, handle)
    answers = own_among(connection, rows, handle) if handle is not None else {}
    texts, names = Texts(connection), _Names(connection)
    leaves = []
    for place, steps, _ in found:
        at = Queue(place, here.position + (-steps if back else steps), here.size, 0)
        claim = claims[place.claim]
        quote = claim.span.of(texts.of(place.document))
        leaves.append(Leaf(at, claim, quote, names.of(place.document), answers.get(place.claim)))
    return leaves


class _Names:
    """Names of documents by row, each asked for once."""

    def __init__(self, connection: Reading) -> None:
        self._connection = connection
        self._known: dict[int, str] = {}

    def of(self, row: int) -> str:
        if row not in self._known:
            self._known[row] = document_at(self._connection, row).name
        return self._known[row]
