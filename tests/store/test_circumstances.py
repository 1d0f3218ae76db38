"""What befalls a file from outside: a clear refusal, and all that was recorded is there when it has passed."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.desks import project
from tests.journeys.full_disk import NotHere, small_disk
from tests.tui.articles import add_article

from annotate.errors import Unusable
from annotate.store import open_store, tables
from annotate.work import (
    Desk,
    Draft,
    Response,
    add_reviewer,
    check_project,
    judge,
    keep_answer_draft,
    list_claims,
    list_reviewers,
    read_answer_draft,
    read_log,
)

PAGE = 4096


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A project with an article, a judgement and a draft, closed."""
    with project(tmp_path / "annotate.db") as desk:
        first, second, _ = add_article(desk)
        ada = Desk(desk.store, "ada", desk.now, desk.draw)
        judge(ada, first, Response(verdict="refuted"))
        keep_answer_draft(ada, second, Draft(rationale="In the table."))
    return tmp_path / "annotate.db"


@contextmanager
def opened(file: Path, who: str | None = None) -> Iterator[Desk]:
    with closing(open_store(str(file), version="0.1", now=time.time_ns)) as store:
        yield Desk(store, who, store.now, bytes)


def held(file: Path) -> tuple[list[str], list[str | None]]:
    """All that was recorded, and what was typed and not saved."""
    with opened(file, "ada") as desk:
        assert check_project(Desk(desk.store, None, desk.now, bytes)) == []
        claims = [listed.claim.id for listed in list_claims(desk)]
        return [entry.id for entry in read_log(desk)], [read_answer_draft(desk, claim).rationale for claim in claims]


def use(file: Path) -> None:
    """Everything that a session touches."""
    with opened(file, "ada") as desk:
        list(read_log(desk))
        for listed in list(list_claims(desk)):
            read_answer_draft(desk, listed.claim.id)
            judge(desk, listed.claim.id, Response(verdict="supported"))


def root(file: Path, name: str) -> int:
    """The page at which a table or an index begins."""
    with closing(sqlite3.connect(file)) as raw:
        return int(raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0])


def index_of(file: Path, table: str) -> str:
    """An index of the table."""
    with closing(sqlite3.connect(file)) as raw:
        found = raw.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ?", (table,))
        return str(found.fetchone()[0])


def overwrite(file: Path, place: int, content: bytes) -> None:
    with file.open("r+b") as stream:
        stream.seek(place)
        stream.write(content)


@pytest.mark.parametrize("content", [bytes(PAGE), b"\xa5" * PAGE], ids=["zeroed", "noise"])
@pytest.mark.parametrize("where", ["fact", "log", "judgement", "index of fact", "index of judgement", "draft"])
def test_a_page_that_is_corrupted_is_damage_and_put_back_it_is_well_again(
    file: Path, where: str, content: bytes
) -> None:
    before = held(file)
    name = index_of(file, where.removeprefix("index of ")) if where.startswith("index") else where
    place = (root(file, name) - 1) * PAGE
    whole = file.read_bytes()
    overwrite(file, place, content)
    with pytest.raises(Unusable, match=r"is damaged\. Keep a copy of the file"):
        use(file)
    overwrite(file, 0, whole)
    assert held(file) == before


HEADER = {
    "its magic": (0, "is not a database of annotate"),
    "page size": (16, "is not a database of annotate"),
    "read version": (19, "is not a database of annotate"),
    "schema format": (47, "is damaged"),
    "application": (68, "is a database of another program"),
    "first page": (100, "is damaged"),
}


@pytest.mark.parametrize("what", HEADER)
def test_a_header_that_is_corrupted_is_said_to_be_so_and_put_back_it_is_well_again(file: Path, what: str) -> None:
    before, whole = held(file), file.read_bytes()
    place, sentence = HEADER[what]
    overwrite(file, place, bytes([whole[place] ^ 0xFF, whole[place + 1] ^ 0xFF]))
    with pytest.raises(Unusable, match=sentence) as refused:
        use(file)
    assert refused.value.next_step
    overwrite(file, 0, whole)
    assert held(file) == before


@pytest.mark.parametrize("table", ["fact", "log", "judgement", "claim", "local", "draft"])
def test_a_project_that_lacks_a_table_says_so(file: Path, table: str) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(f"DROP TABLE {table}")
        raw.commit()
    with pytest.raises(Unusable, match="lacks a part of its schema"):
        use(file)


def test_a_project_that_lacks_a_column_says_so(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("ALTER TABLE draft RENAME COLUMN typed TO said")
        raw.commit()
    with pytest.raises(Unusable, match="lacks a part of its schema"):
        use(file)


def test_tables_of_another_program_under_our_mark_are_not_taken_for_ours(tmp_path: Path) -> None:
    file = tmp_path / "recipes.db"
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(f"PRAGMA application_id = {tables.APPLICATION}; CREATE TABLE fact (name TEXT);")
    before = file.read_bytes()
    with pytest.raises(Unusable, match="is a database of another program"):
        use(file)
    assert file.read_bytes() == before


def test_a_folder_that_vanishes_under_an_open_project_takes_no_answer(file: Path) -> None:
    folder, aside = file.parent / "folder", file.parent / "aside"
    folder.mkdir()
    moved = Path(shutil.copy(file, folder))
    before = held(moved)
    with opened(moved, "ada") as desk:
        claim = next(iter(list(list_claims(desk)))).claim.id
        folder.rename(aside)
        with pytest.raises(Unusable, match="nothing of this was written"):
            judge(desk, claim, Response(verdict="supported"))
        with pytest.raises(Unusable, match="There is no project at"):
            use(moved)
        aside.rename(folder)
        judge(desk, claim, Response(verdict="supported"))
    after = held(moved)
    assert (after[0][: len(before[0])], len(after[0]), after[1]) == (before[0], len(before[0]) + 1, before[1])


def test_on_a_disk_that_can_only_be_read_nothing_is_written_and_what_was_left_open_is_read(
    file: Path, tmp_path: Path
) -> None:
    before = held(file)
    try:
        with small_disk(tmp_path / "disk") as disk:
            with opened(file) as desk:
                add_reviewer(desk, "max")
                # By another process: to close the file in this one would let go of SQLite's locks.
                subprocess.run(["cp", file, f"{file}-wal", f"{file}-shm", disk], check=True)
            there = disk / file.name
            remounted(disk, "ro")
            with opened(there) as desk:
                with pytest.raises(Unusable, match=r"can only be read\. Make the file and its folder writable"):
                    add_reviewer(desk, "eve")
                assert [reviewer.handle for reviewer in list_reviewers(desk)] == ["ada", "max"]
            remounted(disk, "rw")
            after = held(there)
            remounted(disk, "ro")
            with pytest.raises(Unusable, match=r"cannot be opened\. Check that its folder"):
                use(there)
    except NotHere as reason:
        pytest.skip(f"nothing can be mounted here: {reason}")
    assert after[0][: len(before[0])] == before[0]
    assert after[1] == before[1]


def remounted(disk: Path, how: str) -> None:
    """The disk, to be read only or to be written again."""
    subprocess.run(["mount", "-o", f"remount,{how}", str(disk)], check=True)
