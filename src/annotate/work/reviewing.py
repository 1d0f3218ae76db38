"""Review: walking a reviewer's queue, claim by claim."""

from dataclasses import dataclass

from annotate.domain import Judgement, Scheme, Status
from annotate.store import (
    START,
    ClaimRow,
    DocumentRow,
    Place,
    Reading,
    claim_at,
    claims_in,
    document_at,
    find_claims,
    own,
    own_in,
    queue,
    scheme,
    setting,
    text_of,
)
from annotate.work.desk import Desk, sitting, the_claim
from annotate.work.judging import most_confident


@dataclass(frozen=True, slots=True)
class Queue:
    """Where a reviewer is: his place, its number from 1 and of how many; `place` is None where the queue is empty."""

    place: Place | None
    position: int
    size: int
    owed: int


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document on the screen: its text, and its claims with the reviewer's own standing answers (by claim row)."""

    document: DocumentRow
    text: str
    claims: tuple[ClaimRow, ...]
    answers: dict[int, Judgement]


@dataclass(frozen=True, slots=True)
class OpenClaim:
    """A claim on the screen, with the reviewer's own standing answer."""

    place: Place
    claim: ClaimRow
    answer: Judgement | None


def scheme_in_use(desk: Desk) -> Scheme:
    """The scheme by which the project judges."""
    with desk.store.reading() as connection:
        return scheme(connection)[1]


def title_of(desk: Desk) -> str:
    """What the project calls itself; "" where it has no title."""
    with desk.store.reading() as connection:
        return setting(connection, "title")


def guidelines_of(desk: Desk) -> str:
    """The project's guidelines, Markdown; "" where none are set."""
    with desk.store.reading() as connection:
        return setting(connection, "guidelines")


def confidence_scale(desk: Desk) -> int:
    """The highest confidence that can be given."""
    with desk.store.reading() as connection:
        return most_confident(connection)


def open_queue(desk: Desk) -> Queue:
    """The reviewer's queue, at the first claim that he owes, or at its first one where he owes none."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        place = queue.next_owed(connection, handle, START) or queue.following(connection, handle, START)
        return _at(connection, handle, place)


def queue_at(desk: Desk, claim: int) -> Queue:
    """The reviewer's queue at the claim in that row."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        return _at(connection, handle, queue.place_of(connection, claim))


def queue_of(desk: Desk, claim: str) -> Queue:
    """The reviewer's queue at that claim (id); where it was withdrawn, at the one before it, else the one behind it."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        found = the_claim(find_claims(connection, claim, handle), claim)
        place: Place | None = queue.place_of(connection, found.row)
        if found.status is Status.WITHDRAWN and place is not None:
            before = queue.following(connection, handle, place, back=True)
            place = before or queue.following(connection, handle, place)
        return _at(connection, handle, place)


def _at(connection: Reading, handle: str, place: Place | None) -> Queue:
    """The queue at a place, counted."""
    size = queue.size(connection, handle)
    number = queue.position(connection, handle, place) if place else 0
    return Queue(place, number, size, size - queue.answered(connection, handle))


def next_owed(desk: Desk, at: Queue) -> Queue | None:
    """The queue at the next claim that the reviewer owes, wrapping round; None where he owes none any more."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        place = queue.next_owed(connection, handle, at.place or START)
        if place is None:
            return None
        return Queue(place, at.position + queue.apart(connection, handle, at.place or START, place), at.size, at.owed)


def step(desk: Desk, at: Queue, *, back: bool = False) -> Queue | None:
    """The queue one claim on, or one back; None at its end."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        place = queue.following(connection, handle, at.place or START, back=back)
    return None if place is None else Queue(place, at.position + (-1 if back else 1), at.size, at.owed)


def open_document(desk: Desk, row: int) -> OpenDocument:
    """The document in that row with its claims, as the reviewer may see them."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        listed = claims_in(connection, row, handle)
        answers = own_in(connection, row, handle)
        return OpenDocument(document_at(connection, row), text_of(connection, row), listed, answers)


def open_claim(desk: Desk, place: Place) -> OpenClaim:
    """The claim at that place, as the reviewer may see it."""
    handle = sitting(desk)
    with desk.store.reading() as connection:
        held = own(connection, place.claim, handle)
        listed = claim_at(connection, place.claim, handle)
        return OpenClaim(place, listed, held[-1].judgement if held else None)
