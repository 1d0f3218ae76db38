"""The queue: every claim once, in the order of documents and starts, whatever was judged, dealt out or jumped over."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import project
from tests.engines import BOTH
from tests.laws.histories import response

from annotate.domain import Claim, Document
from annotate.store import START, assignments
from annotate.work import (
    Desk,
    Queue,
    add_reviewer,
    assign,
    judge,
    leaf,
    list_claims,
    next_owed,
    open_claim,
    open_queue,
    queue_at,
    queue_of,
    step,
)

pytestmark = BOTH

TEXTS = ("abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "αβγδεζηθικλμνξοπρστυφχψω")


@dataclass(frozen=True)
class Laid:
    """A project as it is laid: spans (document, start, length) as they were marked, ada's answers, who owes what."""

    spans: list[tuple[int, int, int]]
    answers: list[tuple[int, str]]
    overlap: int


@dataclass(frozen=True)
class Expected:
    """ada's queue by hand: her claims in order, those that she has not touched, those that she skipped."""

    order: list[str]
    untouched: set[str]
    skipped: set[str]

    def after(self, at: int) -> str | None:
        """The claim that she owes next behind the one in that place (from 1; 0: before all)."""
        round_ = self.order[at:] + self.order[:at]
        owed = [claim for claim in round_ if claim in self.untouched] + [one for one in round_ if one in self.skipped]
        return owed[0] if owed else None


laid = st.builds(
    Laid,
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(1, 5)), max_size=12, unique=True),
    st.lists(st.tuples(st.integers(0, 11), st.sampled_from(["supported", "skipped", "cannot_judge"])), max_size=12),
    st.integers(0, 2),
)


@contextmanager
def begun(wanted: Laid) -> Iterator[tuple[Desk, Expected]]:
    """ada's desk with the project, and what her queue must be."""
    with TemporaryDirectory() as folder, project(Path(folder) / "annotate.db") as lead:
        ada = replace(lead, reviewer="ada")
        with lead.store.writing() as ledger:
            for text in TEXTS:
                ledger.add_text(Document.of(text).sha256, text)
            documents = [ledger.add(Document.of(text)) for text in TEXTS]
            marked = [ledger.add(Claim(documents[of], start, start + long)) for of, start, long in wanted.spans]
        for handle in ("ada", "bob"):
            add_reviewer(lead, handle)
        if wanted.overlap and marked:
            assign(lead, ["ada", "bob"], wanted.overlap)
        said = {marked[number % len(marked)]: answer for number, answer in wanted.answers if marked}
        for number, answer in wanted.answers if marked else ():
            judge(ada, marked[number % len(marked)], response(answer))
        with lead.store.reading() as connection:
            dealt = assignments(connection)
        places = sorted(range(len(marked)), key=lambda number: (*wanted.spans[number][:2], number))
        order = [marked[number] for number in places if not dealt or "ada" in dealt.get(marked[number], set())]
        skipped = {claim for claim in order if said.get(claim) == "skipped"}
        yield ada, Expected(order, set(order) - said.keys(), skipped)


def claim_at(desk: Desk, at: Queue) -> str:
    assert at.place is not None
    return open_claim(desk, at.place).claim.id


@settings(max_examples=25)
@given(laid)
def test_walking_visits_every_claim_once_in_order_forwards_and_backwards(wanted: Laid) -> None:
    with begun(wanted) as (ada, expected):
        at = Queue(START, 0, len(expected.order), 0)
        forwards = []
        while (after := step(ada, at)) is not None:
            forwards.append(claim_at(ada, at := after))
            assert at.position == len(forwards)
        assert forwards == expected.order
        backwards = [forwards[-1]] if forwards else []
        while forwards and (before := step(ada, at, back=True)) is not None:
            backwards.append(claim_at(ada, at := before))
            assert at.position == len(forwards) - len(backwards) + 1
        assert backwards == expected.order[::-1]


@settings(max_examples=25)
@given(laid)
def test_every_jump_lands_at_the_number_of_the_claim(wanted: Laid) -> None:
    with begun(wanted) as (ada, expected):
        rows = {listed.claim.id: listed.claim.row for listed in list_claims(ada)}
        for number, claim in enumerate(expected.order, 1):
            at = queue_at(ada, rows[claim])
            assert at == queue_of(ada, claim)
            assert (at.position, at.size) == (number, len(expected.order))
            assert at.owed == len(expected.untouched | expected.skipped)


@settings(max_examples=25)
@given(laid)
def test_the_next_one_owed_is_never_an_answered_one_and_what_was_skipped_comes_last(wanted: Laid) -> None:
    with begun(wanted) as (ada, expected):
        first = open_queue(ada)
        assert first.size == len(expected.order)
        assert (claim_at(ada, first) if first.place else None) == (
            expected.after(0) or next(iter(expected.order), None)
        )
        for number, claim in enumerate(expected.order, 1):
            found = next_owed(ada, queue_of(ada, claim))
            wants = expected.after(number)
            assert (claim_at(ada, found) if found else None) == wants
            assert found is None or found.position == expected.order.index(wants or "") + 1


@settings(max_examples=15)
@given(laid)
def test_answering_what_is_owed_comes_to_an_end(wanted: Laid) -> None:
    with begun(wanted) as (ada, expected):
        at = open_queue(ada)
        for left in range(len(expected.untouched | expected.skipped), 0, -1):
            assert open_queue(ada).owed == left
            judge(ada, claim_at(ada, at), response("supported"))
            at = next_owed(ada, at) or at
        assert next_owed(ada, at) is None
        assert open_queue(ada).owed == 0


@settings(max_examples=15)
@given(laid, st.integers(1, 5), st.integers(0, 12))
def test_a_page_is_a_piece_of_the_queue(wanted: Laid, rows: int, place: int) -> None:
    with begun(wanted) as (ada, expected):
        place = min(place, len(expected.order))
        at = queue_of(ada, expected.order[place - 1]) if place else Queue(START, 0, len(expected.order), 0)
        page = leaf(ada, at, rows)
        assert [one.claim.id for one in page] == expected.order[place : place + rows]
        assert [one.at.position for one in page] == list(range(place + 1, place + 1 + len(page)))
        above = leaf(ada, at, rows, back=True)
        assert [one.claim.id for one in above] == expected.order[max(0, place - 1 - rows) : max(0, place - 1)]
        assert [one.at.position for one in above] == list(range(max(1, place - len(above)), max(1, place)))
