"""What is no project of ours is refused with a sentence, and left as it was."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.desks import Clock, project

from annotate.domain import PRESETS, printable
from annotate.errors import Refusal, Unusable
from annotate.store import create_store, open_store
from annotate.work import Desk, add_reviewer, check_project, list_reviewers

NOBODY = 65534


def nothing(file: Path) -> None:
    """Leaves the place empty."""


def another_programs_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
        raw.commit()


def of_a_newer_schema(file: Path) -> None:
    with project(file):
        pass
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()


def without_its_end(file: Path) -> None:
    with project(file):
        pass
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    file.write_bytes(file.read_bytes()[:5000])


def without_its_tables(file: Path) -> None:
    with project(file):
        pass
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("DROP TABLE alembic_version")
        raw.commit()


def pipe(file: Path) -> None:
    os.mkfifo(file)


def test_every_writing_is_on_the_disk_before_it_is_over(lead: Desk) -> None:
    """A kill loses nothing that the system holds; what a power cut would lose, no test can show but by this."""
    full = 2
    for _ in range(2):
        with lead.store.writing() as ledger:
            assert ledger.connection.exec_driver_sql("PRAGMA synchronous").scalar() == full
            assert ledger.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


PLACES: list[tuple[Callable[[Path], object], str]] = [
    (nothing, "There is no project at"),
    (Path.mkdir, "is a folder, not a project"),
    (lambda file: file.write_bytes(b""), "is not a database of annotate"),
    (lambda file: file.write_text("The river rose.\n" * 99), "is not a database of annotate"),
    (lambda file: file.write_bytes(b"SQLite format 3\0"), "is a database of another program"),
    (another_programs_database, "is a database of another program"),
    (without_its_tables, "is a database of another program"),
    (of_a_newer_schema, "was written by another version of annotate (schema 0999"),
    (without_its_end, "is damaged"),
    (lambda file: file.symlink_to("nowhere.db"), "There is no project at"),
    (lambda file: file.symlink_to(file.name), "Too many levels of symbolic links"),
    (pipe, "is not a file"),
]
"""What stands in the place of a project, and what is said of it."""


def looked_at(folder: Path) -> dict[str, bytes | None]:
    """Everything that a folder holds, byte by byte."""
    return {item.name: item.read_bytes() if item.is_file() else None for item in sorted(folder.iterdir())}


def opened(file: Path) -> None:
    open_store(str(file), version="0.1", now=Clock()).close()


def made(file: Path) -> None:
    create_store(str(file), PRESETS["fever"], version="0.1", now=Clock()).close()


def written(file: Path) -> None:
    with closing(open_store(str(file), version="0.1", now=Clock())) as store:
        add_reviewer(Desk(store, None, store.now, bytes), "ada")


@pytest.mark.parametrize(("lay", "sentence"), PLACES)
def test_what_is_no_project_is_refused_and_left_as_it_was(
    lay: Callable[[Path], object], sentence: str, tmp_path: Path
) -> None:
    file = tmp_path / "annotate.db"
    lay(file)
    before = looked_at(tmp_path)
    with pytest.raises(Unusable) as refused:
        opened(file)
    assert sentence in refused.value.sentence
    assert str(file) in refused.value.sentence
    assert refused.value.next_step
    assert looked_at(tmp_path) == before


@pytest.mark.parametrize(("lay", "_sentence"), PLACES[1:])
def test_nothing_is_made_where_something_is_already(
    lay: Callable[[Path], object], _sentence: str, tmp_path: Path
) -> None:
    file = tmp_path / "annotate.db"
    lay(file)
    before = looked_at(tmp_path)
    with pytest.raises(Unusable, match="There is something at"):
        made(file)
    assert looked_at(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["annotate.db", "a b#c?d%20e.db", "caf\u00e9 \U0001f600.db", "caf\udce9.db", "-", "&x=1"]
)
def test_a_project_may_have_any_name(name: str, tmp_path: Path) -> None:
    made(tmp_path / name)
    opened(tmp_path / name)
    assert [item.name for item in tmp_path.iterdir()] == [name]


def test_a_name_is_told_without_what_a_terminal_would_obey(tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused:
        opened(tmp_path / "\x1b[2Jannotate.db")
    assert printable(str(refused.value)) == str(refused.value)


@pytest.mark.parametrize("place", ["no/such/folder/annotate.db", "file.txt/annotate.db", "n" * 300 + ".db"])
def test_where_nothing_can_be_made_nothing_is(place: str, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(Unusable, match="cannot be made"):
        made(tmp_path / place)
    with pytest.raises(Unusable):
        opened(tmp_path / place)
    assert looked_at(tmp_path) == {"file.txt": b"x"}


@contextmanager
def someone_else(mode: int, file_mode: int) -> Iterator[Path]:
    """A project in a folder of those modes, seen by a user who is not root."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        made(folder / "annotate.db")
        is_root = os.geteuid() == 0
        for path, bits in ((folder / "annotate.db", file_mode), (folder, mode)):
            if is_root:
                os.chown(path, NOBODY, NOBODY)
            path.chmod(bits)
        try:
            if is_root:
                os.seteuid(NOBODY)
            yield folder / "annotate.db"
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o700)


@pytest.mark.parametrize(
    ("mode", "file_mode"), [(0o555, 0o644), (0o555, 0o444), (0o755, 0o444), (0o755, 0o000), (0, 0o644)]
)
def test_what_may_not_be_written_or_not_read_is_refused_by_name(mode: int, file_mode: int) -> None:
    with someone_else(mode, file_mode) as file:
        with pytest.raises(Unusable, match=r"can only be read|cannot be opened|cannot be read") as refused:
            written(file)
        assert refused.value.next_step
    assert not file.parent.exists() or [item.name for item in file.parent.iterdir()] == ["annotate.db"]


def test_a_folder_that_may_not_be_written_holds_no_new_project() -> None:
    with someone_else(0o555, 0o644) as file, pytest.raises(Unusable, match="cannot be made"):
        made(file.with_name("other.db"))


def test_a_busy_project_says_so_and_is_written_once_it_is_free(lead: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotate.store.opening.WAIT", 0.05)
    store = open_store(lead.store.target, version="0.1", now=lead.now)
    desk = replace(lead, store=store)
    with closing(store), closing(sqlite3.connect(store.target, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unusable, match="being written by another program"):
            add_reviewer(desk, "ada")
        assert list_reviewers(desk) == []
        other.execute("COMMIT")
        add_reviewer(desk, "ada")
        assert [reviewer.handle for reviewer in list_reviewers(desk)] == ["ada"]


def test_one_of_two_who_make_a_project_at_once_is_refused(tmp_path: Path) -> None:
    made(tmp_path / "annotate.db")
    before = looked_at(tmp_path)
    with pytest.raises(Unusable, match="There is something at"):
        made(tmp_path / "annotate.db")
    assert looked_at(tmp_path) == before
    opened(tmp_path / "annotate.db")


def test_half_a_character_is_refused_and_nothing_is_recorded(lead: Desk) -> None:
    with pytest.raises(Refusal, match="no character"):
        add_reviewer(lead, "ada", name="caf\udce9")
    assert list_reviewers(lead) == []
    assert check_project(lead) == []


def test_a_project_is_one_file_once_it_is_closed(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db") as desk:
        add_reviewer(desk, "ada")
    assert [item.name for item in tmp_path.iterdir()] == ["annotate.db"]
    with closing(sqlite3.connect(tmp_path / "annotate.db")) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
