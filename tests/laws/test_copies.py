"""Copies of a history: whatever way the facts came in, they say the same."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import MORNING, Clock, project
from tests.engines import BOTH
from tests.laws.copies import exported, said_of_claims, take_in
from tests.laws.histories import HOUR, REVIEWERS, Act, begun, histories, id_of, play

from annotate.domain import Claim, Document
from annotate.errors import Nothing
from annotate.work import Desk, check_project, import_files, read_log, redo, undo

pytestmark = BOTH

dice = st.randoms(use_true_random=True)


@settings(max_examples=25)
@given(histories, dice)
def test_two_copies_say_the_same_whatever_was_recorded_first(history: list[Act], order: Random) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        shuffled = list(read_log(lead))
        order.shuffle(shuffled)
        take_in(copy, shuffled)
        assert exported(copy) == exported(lead)
        assert exported(copy, "jsonl") == exported(lead, "jsonl")
        assert said_of_claims(copy) == said_of_claims(lead)
        assert check_project(copy) == []


def taken_back(lead: Desk, who: str) -> list[object]:
    """What a reviewer's redo brings back, time and again, then what his undo takes back, then what redo brings back."""
    desk = replace(lead, reviewer=who)
    found: list[object] = []
    with suppress(Nothing):
        for _ in range(99):
            found.append(redo(desk))
    with suppress(Nothing):
        for _ in range(99):
            found.append(undo(desk))
    with suppress(Nothing):
        found.append(redo(desk))
    return found


@settings(max_examples=15)
@given(histories, dice, st.sampled_from(REVIEWERS))
def test_undo_takes_the_same_back_in_every_copy(history: list[Act], order: Random, who: str) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        shuffled = list(read_log(lead))
        order.shuffle(shuffled)
        take_in(copy, shuffled)
        assert isinstance(copy.now, Clock)
        copy.now.at = lead.now()
        assert taken_back(copy, who) == taken_back(lead, who)


APART = [
    *(Act("decide apart", who, 0, "supported") for who in REVIEWERS),
    *(Act("describe apart", who, 0, "News") for who in REVIEWERS),
    *(Act("mark apart", who, 0) for who in REVIEWERS),
    *(Act("correct apart", "ada", 1, less) for less in "123"),
    *(Act("answer apart", "ada", 2, label) for label in ("supported", "refuted", "supported")),
    *(Act("judge", "bob", number, "supported") for number in (3, 4)),
    *(Act("undo", "bob") for _ in range(2)),
]
"""What people said who knew nothing of one another, and what one of them took back."""


@pytest.mark.parametrize("turn", range(len(APART)))
def test_of_what_was_said_apart_the_one_that_came_first_has_no_advantage(turn: int, tmp_path: Path) -> None:
    with begun() as lead, project(tmp_path / "copy.db", Clock(MORNING + 99 * HOUR)) as copy:
        play(lead, APART)
        log = list(read_log(lead))
        take_in(copy, (log[-turn:] + log[:-turn])[::-1])
        assert said_of_claims(copy) == said_of_claims(lead)
        assert exported(copy) == exported(lead)
        assert exported(copy, "jsonl") == exported(lead, "jsonl")
        assert taken_back(copy, "bob") == taken_back(lead, "bob")


@settings(max_examples=20)
@given(histories, dice)
def test_so_do_copies_that_met_fact_by_fact_in_transactions_of_their_own(history: list[Act], order: Random) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        shuffled = list(read_log(lead))
        order.shuffle(shuffled)
        ground = {Document.kind: 0, Claim.kind: 1}
        shuffled.sort(key=lambda logged: ground.get(logged.fact.kind, 2))
        for logged in shuffled:
            take_in(copy, [logged])
        assert exported(copy) == exported(lead)
        assert said_of_claims(copy) == said_of_claims(lead)
        assert check_project(copy) == []


@settings(max_examples=20)
@given(histories, st.integers(0, 40))
def test_adding_again_changes_nothing(history: list[Act], again: int) -> None:
    with begun() as lead:
        play(lead, history)
        log, bytes_before = list(read_log(lead)), exported(lead)
        take_in(lead, log[again:])
        with lead.store.writing("ada") as ledger:
            assert [ledger.add(logged.fact) for logged in log] == [logged.id for logged in log]
        assert list(read_log(lead)) == log
        assert exported(lead) == bytes_before


@settings(max_examples=15)
@given(histories)
def test_a_native_export_makes_the_same_project_again(history: list[Act]) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        file = Path(folder) / "everything.jsonl"
        file.write_bytes(exported(lead))
        assert import_files(copy, [file]).refused == []
        assert exported(copy) == exported(lead)
        assert sum(import_files(copy, [file]).added.values()) == 0


@settings(max_examples=15)
@given(histories, histories, st.sampled_from(REVIEWERS))
def test_ids_depend_neither_on_rows_nor_on_who_records_when(one: list[Act], other: list[Act], who: str) -> None:
    with begun() as lead, begun() as elsewhere:
        play(lead, one)
        play(elsewhere, other)
        with elsewhere.store.writing(who) as ledger:
            for logged in read_log(lead):
                assert ledger.add(logged.fact, source="elsewhere.jsonl") == logged.id == id_of(logged.fact)
        assert check_project(elsewhere) == []
