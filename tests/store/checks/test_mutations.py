"""What is changed behind the program's back is found, or does no harm: a sample of what `make mutate` tries."""

import sqlite3
from contextlib import closing
from itertools import groupby
from pathlib import Path
from random import Random

import pytest
from tests.store.checks import flipping
from tests.store.checks.mutating import WHOLE, Bench, Mutation, Wreck, of_cells, of_rules, tables_of

SAMPLE = Random(11)
FLIPS = 60


@pytest.fixture(scope="module")
def bench(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(whole, tmp_path_factory.mktemp("cells") / "annotate.db")


@pytest.fixture(scope="module")
def wreck(whole: bytes, tmp_path_factory: pytest.TempPathFactory) -> Wreck:
    return Wreck(whole, tmp_path_factory.mktemp("bytes") / "annotate.db")


def unexplained(bench: Bench, wanted: list[Mutation]) -> list[str]:
    tried = [(one, bench.outcome(one)) for one in wanted]
    return [f"{one.table}.{one.column} {one.values}: {said}" for one, said in tried if said.startswith("differing")]


def test_a_change_of_any_cell_or_row_is_found_or_harmless(bench: Bench) -> None:
    with closing(sqlite3.connect(bench.file)) as raw:
        every = [one for table in tables_of(raw) for one in of_cells(raw, table)]
    columns = [list(some) for _, some in groupby(sorted(every, key=_place), _place)]
    assert len(columns) > 90
    assert unexplained(bench, [one for some in columns for one in SAMPLE.sample(some, min(2, len(some)))]) == []


def _place(mutation: Mutation) -> tuple[str, str]:
    return mutation.table, mutation.column


def test_a_table_an_index_or_a_guard_that_is_gone_or_another_is_missed(bench: Bench) -> None:
    with closing(sqlite3.connect(bench.file)) as raw:
        rules = list(of_rules(raw))
    kept = ("trigger", WHOLE, "pragma")
    some = [one for one in rules if one.column in kept] + SAMPLE.sample(rules, 20)
    assert unexplained(bench, some) == []


@pytest.mark.parametrize("kind", ["header", "structure", "pages", "regions"])
def test_a_change_of_any_byte_is_refused_found_or_harmless(kind: str, whole: bytes, wreck: Wreck) -> None:
    flips = {
        "header": lambda: flipping.of_header(whole),
        "structure": lambda: flipping.of_structure(whole),
        "pages": lambda: flipping.of_pages(whole),
        "regions": lambda: flipping.of_regions(whole, Random(4)),
    }
    some = SAMPLE.sample(list(flips[kind]()), FLIPS)
    outcomes = {(flip.what, flip.at): wreck.outcome(flip.held) for flip in some}
    assert [place for place, said in outcomes.items() if said.startswith("differing")] == []
    assert len({said.partition(":")[0] for said in outcomes.values()}) > 1


def test_a_change_of_the_log_beside_the_file_is_found(left: tuple[bytes, bytes], tmp_path: Path) -> None:
    whole, wal = left
    wreck = Wreck(whole, tmp_path / "annotate.db", wal)
    end, _ = flipping.last_commits(wal)
    early = [flip for flip in flipping.of_log(wal, Random(4)) if flip.at < end]
    assert {wreck.outcome(whole, flip.held) for flip in SAMPLE.sample(early, FLIPS)} == {"found: damage"}


def test_a_last_commit_that_was_torn_is_no_damage(left: tuple[bytes, bytes], tmp_path: Path) -> None:
    whole, wal = left
    wreck = Wreck(whole, tmp_path / "annotate.db", wal)
    _, begun = flipping.last_commits(wal)
    # Where a flip makes a frame say that it ends a commit, nobody can tell.
    ends = {begun + at for at in range(len(wal) - begun) if 4 <= at % flipping.FRAME < 8}
    late = [flip for flip in flipping.of_log(wal, Random(4)) if flip.at >= begun and flip.at not in ends]
    said = {wreck.outcome(whole, flip.held).partition(":")[0] for flip in SAMPLE.sample(late, FLIPS)}
    assert said <= {"torn", "harmless"}


def test_of_a_log_that_was_torn_the_whole_commits_are_kept(left: tuple[bytes, bytes], tmp_path: Path) -> None:
    whole, wal = left
    wreck = Wreck(whole, tmp_path / "annotate.db", wal)
    said = {wreck.outcome(whole, wal[:-missing]).partition(":")[0] for missing in (1, 4000, flipping.FRAME + 1)}
    assert said == {"torn"}
    assert wreck.outcome(whole, wal) == "harmless: every row is the same"
