"""Merging is a union: in whatever order copies meet, and however often, they say the same."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import Clock
from tests.engines import BOTH
from tests.laws.copies import LATER, all_exports, file_copied, forked, merged, said_of_claims
from tests.laws.histories import CLAIMS, SCHEME, Act, arranging, begun, deciding, from_elsewhere, judging, play

from annotate.domain import Status
from annotate.store import create_store
from annotate.work import Desk, check_project, merge

acts = judging | judging | deciding | arranging | from_elsewhere
pasts = st.lists(acts, min_size=2, max_size=8)
apart = st.lists(st.lists(acts, min_size=2, max_size=6), min_size=3, max_size=3)
"""What is done in three copies at the same time."""


@settings(max_examples=5)
@given(pasts, apart)
def test_three_copies_say_the_same_in_whatever_order_they_are_merged(past: list[Act], works: list[list[Act]]) -> None:
    with begun() as lead:
        play(lead, past)
        with forked(lead, works) as copies:
            said = []
            for order in permutations(copies):
                with merged(*order, order[0]) as result:
                    assert check_project(result) == []
                    said.append((all_exports(result), said_of_claims(result)))
    assert all(one == said[0] for one in said)


@settings(max_examples=8)
@given(pasts, apart, st.lists(acts, max_size=4))
def test_copies_of_the_file_go_on_signing_with_one_name_and_are_merged_all_the_same(
    past: list[Act], works: list[list[Act]], later: list[Act]
) -> None:
    with begun() as lead:
        play(lead, past)
        with file_copied(lead, works[:2]) as (one, other):
            for _ in range(2):
                merge(one, other.store.target)
                merge(other, one.store.target)
            assert all_exports(one) == all_exports(other)
            assert said_of_claims(one) == said_of_claims(other)
            play(one, later)
            merge(other, one.store.target)
            assert check_project(one) == check_project(other) == []
            assert all_exports(one) == all_exports(other)


@settings(max_examples=8)
@given(pasts, apart)
def test_a_copy_has_nothing_new_to_what_has_taken_it_in(past: list[Act], works: list[list[Act]]) -> None:
    with begun() as lead:
        play(lead, past)
        with forked(lead, works[:1]) as (copy,):
            merge(lead, copy.store.target)
            before = all_exports(lead)
            assert not merge(lead, copy.store.target).added
            merge(copy, lead.store.target)
            assert not merge(lead, copy.store.target).added
            assert all_exports(lead) == before == all_exports(copy)


EVENTS = (
    [Act("judge", "ada", 0, "refuted"), Act("judge", "bob", 0, "supported"), Act("judge", "eve", 2, "supported!")],
    [
        Act("judge", "ada", 0, "supported"),
        Act("undo", "ada"),
        Act("correct", "bob", 1, "1"),
        Act("decide", None, 0, "refuted"),
        Act("set", what="Floods"),
        Act("describe", None, 0, "News"),
        Act("assign", what="1"),
    ],
    [
        Act("judge", "ada", 0, "not_a_claim"),
        Act("correct", "eve", 1, "2"),
        Act("decide", None, 0, "supported"),
        Act("undo decision"),
        Act("redo decision"),
        Act("set", what="Fires"),
        Act("name", "ada", what="Ada L."),
        Act("assign", what="2"),
    ],
    [
        Act("undo", "ada"),
        Act("redo", "ada"),
        Act("undo", "ada"),
        Act("judge", "bob", 3, "refuted"),
        Act("judge", "eve", 3, "supported"),
        Act("majority"),
        Act("describe", None, 0, "Nouvelles"),
        Act("name", "ada", what="A. L."),
    ],
)
"""What was done before the copies parted, and what in each of three of them."""


@contextmanager
def in_a_file(file: Path) -> Iterator[Desk]:
    """The lead's desk with a new project on SQLite, wherever the running test keeps its own."""
    now = Clock(LATER)
    store = create_store(str(file), SCHEME, version="0.1", now=now)
    yield Desk(store, None, now, bytes)
    store.close()


@BOTH
def test_so_do_copies_on_two_engines_and_across_them(tmp_path: Path) -> None:
    with begun() as lead, ExitStack() as stack:
        play(lead, EVENTS[0])
        copies = stack.enter_context(forked(lead, EVENTS[1:3]))
        copies.append(stack.enter_context(in_a_file(tmp_path / "laptop.db")))
        merge(copies[-1], lead.store.target)
        play(copies[-1], EVENTS[3], begin=LATER)
        said = []
        for number, order in enumerate(permutations(copies)):
            here = in_a_file(tmp_path / f"{number}.db") if number % 2 else merged()
            result = stack.enter_context(here)
            for copy in order:
                merge(result, copy.store.target)
            assert check_project(result) == []
            said.append((all_exports(result), said_of_claims(result)))
    assert all(one == said[0] for one in said)
    disputed = {claim for claim, held in said[0][1].items() if held.status is Status.DISPUTED}
    assert disputed == set(CLAIMS[:4])  # by judgements and decisions, by two corrections, by a flag, by a tie
