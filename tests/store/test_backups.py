"""A backup is the project at one moment; a project again comes of it, whole or not at all."""

import fcntl
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from tests import engines, servers
from tests.desks import Clock, project
from tests.laws.histories import CLAIMS, begun, perform, play, response
from tests.store.killed_at import killed_at
from tests.store.released.making import HISTORY
from tests.store.releases import FOLDER, REVISIONS
from tests.store.test_full_disk import no_file_beyond
from tests.store.test_opening import someone_else
from tests.tui.articles import add_article

from annotate.domain import Setting
from annotate.errors import NotForYou, Refusal, Unusable
from annotate.store import known_backups, open_store, part_of, put
from annotate.store.entries import Entry
from annotate.work import (
    Desk,
    Draft,
    Restored,
    Restorer,
    aim,
    backup,
    check_project,
    export,
    judge,
    keep_answer_draft,
    list_claims,
    list_documents,
    read_answer_draft,
    read_log,
    redact,
    restore,
    undo,
)

pytestmark = engines.BOTH

BY = Restorer("0.1", Clock(), lambda done, total: None)


@pytest.fixture
def full() -> Iterator[Desk]:
    """A project with all kinds of facts, and a draft."""
    with begun() as lead:
        play(lead, HISTORY)
        redact(lead, aim(lead, next(entry.id for entry in read_log(lead) if isinstance(entry.fact, Setting))))
        keep_answer_draft(replace(lead, reviewer="eve"), CLAIMS[2], Draft("half a reason"))
        yield lead


@contextmanager
def opened(target: str) -> Iterator[Desk]:
    """The lead's desk with that project."""
    with closing(open_store(target, version="0.1", now=Clock())) as store:
        yield Desk(store, None, store.now, bytes)


def told(desk: Desk, folder: Path) -> list[bytes]:
    """All that leaves a project: every record, and the dataset."""
    for form in FORMS:
        export(desk, folder / f"told.{form}", form, everything=form == "jsonl")
    return [(folder / f"told.{form}").read_bytes() for form in FORMS]


def in_order(desk: Desk) -> list[str]:
    """The ids of all facts in the order of recording."""
    with desk.store.reading() as connection:
        return list(connection.exec_driver_sql('SELECT id FROM fact ORDER BY "row"').scalars())


def entry_of(desk: Desk, fact: str) -> Entry:
    """The log entry of a fact."""
    return next(entry.entry for entry in read_log(desk) if entry.id == fact)


FORMS = ("jsonl", "annotate")
"""The first draws the key for pseudonyms, which the second holds."""


@contextmanager
def a_place(engine: str, folder: Path) -> Iterator[str]:
    """Where a project can be restored to."""
    if engine == engines.SQLITE:
        yield str(folder / "restored.db")
    else:
        with servers.database(servers.server()) as url:
            yield url


@pytest.mark.parametrize("name", ["copy.db", "copy.jsonl"])
@pytest.mark.parametrize("onto", [engines.SQLITE, engines.POSTGRESQL])
def test_what_is_restored_tells_what_the_project_told(full: Desk, name: str, onto: str, tmp_path: Path) -> None:
    before, log = told(full, tmp_path), [entry.entry.digest(entry.id) for entry in read_log(full)]
    with a_place(onto, tmp_path) as target:
        made = backup(full, tmp_path / name)
        assert made.unnoted == ""
        assert restore(target, made.path, BY).kept is None
        with opened(target) as desk:
            assert told(desk, tmp_path) == before
            assert sorted(entry.entry.digest(entry.id) for entry in read_log(desk)) == sorted(log)
            assert check_project(desk) == []


def test_a_copy_has_also_what_is_never_exported(full: Desk, tmp_path: Path) -> None:
    made = backup(full, tmp_path / "copy.db")
    restore(str(tmp_path / "restored.db"), made.path, BY)
    with opened(str(tmp_path / "restored.db")) as desk:
        assert read_answer_draft(replace(desk, reviewer="eve"), CLAIMS[2]) == Draft("half a reason")
        assert [row.source for row in list_documents(desk)] == [row.source for row in list_documents(full)]
        assert [row.claim.id for row in list_claims(desk)] == [row.claim.id for row in list_claims(full)]
        assert in_order(desk) == in_order(full)


def test_what_is_done_after_restoring_is_signed_by_another_copy_than_what_was_lost(full: Desk, tmp_path: Path) -> None:
    made = backup(full, tmp_path / "copy.db")
    lost = entry_of(full, judge(replace(full, reviewer="ada"), CLAIMS[2], response("supported")).id)
    restore(str(tmp_path / "restored.db"), made.path, BY)
    with opened(str(tmp_path / "restored.db")) as desk:
        anew = entry_of(desk, judge(replace(desk, reviewer="ada"), CLAIMS[2], response("refuted")).id)
        assert (anew.author, lost.author) == ("ada", "ada")
        assert anew.installation != lost.installation
        undo(replace(desk, reviewer="ada"))
        assert check_project(desk) == []


def test_the_project_knows_where_its_copies_are(full: Desk, tmp_path: Path) -> None:
    paths = [backup(full, tmp_path / name).path for name in ("a.db", "b.jsonl")]
    assert backup(full, tmp_path / "a.db", over=True).path == paths[0]
    with full.store.reading() as connection:
        assert known_backups(connection) == list(map(str, paths))
    restore(str(tmp_path / "restored.db"), paths[0], BY)
    with opened(str(tmp_path / "restored.db")) as desk, desk.store.reading() as connection:
        assert known_backups(connection) == list(map(str, paths))


WRITE = """
import sys
from itertools import count
from annotate.domain import Reviewer
from annotate.store import open_store
store = open_store(sys.argv[1], version="0.1", now=count(1_600_000_000_000_000).__next__)
for number in count():
    with store.writing("ada") as ledger:
        ledger.add(Reviewer(f"r{number}"))
    print(number, flush=True)
"""
"""Records a fact, says so, and so on."""


def test_a_copy_is_of_one_moment_and_nobody_waits_for_it(full: Desk, tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", WRITE, full.store.target], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        waited: list[bytes] = []

        def tell(done: int, total: int) -> None:
            for _ in range(5):  # had the writer to wait for us, we would wait for ever
                waited.append(writer.stdout.readline() if writer.stdout else b"")

        writer.stdout.readline()
        made = backup(full, tmp_path / "copy.db", tell=tell)
        writer.kill()
        numbers = [int(line) for line in waited + writer.stdout.read().splitlines()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(waited) >= 5
    with opened(str(made.path)) as copy:
        held = in_order(copy)
        assert check_project(copy) == []
    now = in_order(full)
    assert held == now[: len(held)]
    assert len(held) < len(now) - 4


@engines.ON_SQLITE
@pytest.mark.parametrize("kilobytes", [4, 60, 150])
@pytest.mark.parametrize("name", ["copy.db", "copy.jsonl"])
def test_without_room_nothing_is_left_and_what_stood_there_stays(
    full: Desk, name: str, kilobytes: int, tmp_path: Path
) -> None:
    assert full.store.file
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / name).write_bytes(b"what was there")
    with full.store.writing() as ledger:
        ledger.local("ballast", "x" * 200_000)
    export_size = kilobytes if name == "copy.db" else kilobytes // 15
    with no_file_beyond(export_size), pytest.raises(Refusal, match=r"full|disk error|cannot be written"):
        backup(full, folder / name, over=True)
    assert {item.name: item.read_bytes() for item in folder.iterdir()} == {name: b"what was there"}
    assert check_project(full) == []


def test_what_a_killed_one_left_is_removed_and_what_a_living_one_writes_is_not(full: Desk, tmp_path: Path) -> None:
    for name in (".copy.db.0123abcd.annotate-part", ".annotate.db.before-0003-x.0123abcd.annotate-part"):
        (tmp_path / name).write_bytes(b"half")
        for side in ("-wal", "-turn"):
            (tmp_path / f"{name}{side}").write_bytes(b"half")
    living = tmp_path / ".copy.db.76543210.annotate-part"
    with living.open("wb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        backup(full, tmp_path / "copy.db")
    assert sorted(item.name for item in tmp_path.iterdir()) == sorted([living.name, "copy.db"])


@engines.ON_SQLITE
@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_a_second_name_of_an_open_project_goes_and_the_project_stays_locked(
    link: Callable[[str, Path], None], full: Desk, tmp_path: Path
) -> None:
    link(full.store.target, tmp_path / ".annotate.db.0123abcd.annotate-part")
    made = backup(full, tmp_path / "copy.db")
    words = ["--project", full.store.target, "restore", str(made.path), "--force"]
    other = subprocess.run([sys.executable, "-m", "annotate", *words], capture_output=True, text=True)
    assert "is open in another program" in other.stderr
    assert [item.name for item in tmp_path.iterdir() if item.name != "copy.db"] == [
        name for name in [".annotate.db.0123abcd.annotate-part"] if link is os.symlink
    ]


@engines.ON_SQLITE
def test_the_second_name_that_a_killed_command_left_goes_with_the_next_one(full: Desk, tmp_path: Path) -> None:
    killed_at("os.remove", ".annotate-part", "--project", full.store.target, "backup", tmp_path / "copy.db")
    (left,) = [item for item in tmp_path.iterdir() if item.name != "copy.db"]
    assert left.samefile(tmp_path / "copy.db")
    backup(full, tmp_path / "other.db")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["copy.db", "other.db"]


@engines.ON_POSTGRESQL
def test_what_a_restore_into_a_database_left_when_it_was_killed_goes_with_the_next(
    full: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(full, tmp_path / "copy.db")
    (among := tmp_path / "temporary").mkdir()
    with a_place(engines.POSTGRESQL, tmp_path) as target:
        killed_at("sqlite3.connect", "restored.db", "--project", target, "restore", made.path, temporary=among)
        (left,) = among.iterdir()
        assert stat.S_IMODE(left.stat().st_mode) == 0o700
        monkeypatch.setattr("tempfile.tempdir", str(among))
        restore(target, made.path, BY)
    assert list(among.iterdir()) == []


@engines.ON_SQLITE
def test_who_begins_while_another_one_sweeps_is_not_swept_away(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda number: put_one(tmp_path / f"{number}.txt"), range(200)))
    assert made == [b"whole"] * 200
    assert len(list(tmp_path.iterdir())) == 200


def put_one(place: Path) -> bytes:
    with part_of(place) as part:
        part.write_bytes(b"whole")
        put(part, place, over=False)
    return place.read_bytes()


@engines.ON_SQLITE
def test_a_name_may_be_as_long_as_names_can_be(tmp_path: Path) -> None:
    assert put_one(tmp_path / ("ü" * 127)) == b"whole"


def pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize(
    ("lay", "name", "sentence"),
    [
        (lambda place: place.write_bytes(b"x"), "copy.db", "There is something at"),
        (pipe, "copy.db", "is not a file"),
        (lambda place: None, "no/such/copy.db", "There is no folder"),
        (lambda place: Path(f"{place}-wal").write_bytes(b"x"), "copy.db", "is in use"),
        (lambda place: place.symlink_to(place), "copy.db", "There is something at"),
    ],
    ids=["taken", "pipe", "no folder", "in use", "loop"],
)
def test_where_no_copy_can_be_none_is_made(full: Desk, lay: object, name: str, sentence: str, tmp_path: Path) -> None:
    assert callable(lay)
    lay(tmp_path / name)
    before = sorted(item.name for item in tmp_path.iterdir())
    with pytest.raises(Refusal, match=sentence) as refused:
        backup(full, tmp_path / name)
    assert refused.value.next_step
    assert sorted(item.name for item in tmp_path.iterdir()) == before


@engines.ON_SQLITE
@pytest.mark.parametrize("side", ["", "-wal"])
def test_a_project_is_never_copied_onto_itself(full: Desk, side: str) -> None:
    with pytest.raises(Refusal, match="is the project itself"):
        backup(full, Path(full.store.target + side), over=True)
    assert check_project(full) == []


def test_into_a_folder_a_copy_goes_under_the_projects_name_and_the_time(full: Desk, tmp_path: Path) -> None:
    made = backup(full, tmp_path)
    assert made.path.parent == tmp_path
    assert made.path.name.startswith("annotate")
    assert made.path.name.endswith("Z.db")
    with opened(str(made.path)) as copy:
        assert check_project(copy) == []


@engines.ON_SQLITE
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
@pytest.mark.parametrize("name", ["copy.db", "copy.jsonl"])
def test_a_copy_is_for_no_more_eyes_than_the_project(full: Desk, mode: int, name: str, tmp_path: Path) -> None:
    Path(full.store.target).chmod(mode)
    made = backup(full, tmp_path / name)
    assert stat.S_IMODE(made.path.stat().st_mode) == mode
    restore(str(tmp_path / "restored.db"), made.path, BY)
    assert stat.S_IMODE((tmp_path / "restored.db").stat().st_mode) == mode


@engines.ON_POSTGRESQL
def test_a_copy_of_a_database_is_for_who_made_it(full: Desk, tmp_path: Path) -> None:
    assert stat.S_IMODE(backup(full, tmp_path / "copy.db").path.stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["copy.db", "copy.jsonl"])
def test_a_damaged_project_gets_no_backup_and_a_good_one_stays(full: Desk, name: str, tmp_path: Path) -> None:
    good = backup(full, tmp_path / name).path.read_bytes()
    with engines.tampering(full.store.target) as connection:
        connection.exec_driver_sql("UPDATE fact SET content = replace(content, 'supported', 'supportet')")
    with pytest.raises(Unusable):
        backup(full, tmp_path / name, over=True)
    assert (tmp_path / name).read_bytes() == good
    assert [item.name for item in tmp_path.iterdir()] == [name]


def test_a_reviewer_makes_no_backup_of_what_others_judged(full: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotForYou):
        backup(replace(full, reviewer="ada"), tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


@engines.ON_SQLITE
@pytest.mark.parametrize("revision", REVISIONS)
def test_a_backup_of_an_earlier_schema_is_led_to_this_one(revision: str, tmp_path: Path) -> None:
    before = (FOLDER / f"{revision}.db").read_bytes()
    restore(str(tmp_path / "annotate.db"), FOLDER / f"{revision}.db", BY)
    with opened(str(tmp_path / "annotate.db")) as desk:
        assert check_project(desk) == []
        assert len(list(list_claims(desk))) == 7
    assert (FOLDER / f"{revision}.db").read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["annotate.db"]


def half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def changed(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"supported", b"supportet"))


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
        raw.commit()


def another_programs(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE recipe (name TEXT)")
        raw.commit()


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "damage", "sentence"),
    [
        ("copy.db", half, "damaged"),
        ("copy.db", changed, "damaged"),
        ("copy.db", newer, "was written by another version of annotate"),
        ("copy.db", another_programs, "is a database of another program"),
        ("copy.jsonl", half, "is no whole backup"),
        ("copy.jsonl", changed, "is no whole backup|damaged"),
        ("copy.jsonl", empty, "holds no record|no whole backup"),
        ("copy.db", Path.unlink, "There is no backup at"),
        ("copy.db", lambda file: (file.unlink(), file.mkdir()), "is not a file"),
    ],
)
def test_what_is_no_whole_backup_is_refused_by_name_and_makes_nothing(
    full: Desk, name: str, damage: object, sentence: str, tmp_path: Path
) -> None:
    assert callable(damage)
    made = backup(full, tmp_path / name)
    damage(made.path)
    with a_place(engines.POSTGRESQL if engines.on_postgresql() else engines.SQLITE, tmp_path) as target:
        with pytest.raises(Refusal, match=sentence) as refused:
            restore(target, made.path, BY)
        assert str(made.path) in str(refused.value)
        assert is_untouched(target)
    assert [item.name for item in tmp_path.iterdir() if item.name != name] == []


def is_untouched(target: str) -> bool:
    if not target.startswith("postgresql"):
        return not Path(target).exists()
    with closing(psycopg.connect(target)) as raw:
        return raw.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def restored(full: Desk, onto: Path, *, over: bool = True) -> Restored:
    made = backup(full, onto.with_name("copy.db"), over=True)
    return restore(str(onto), made.path, BY, over=over)


@engines.ON_SQLITE
def test_what_stands_there_is_replaced_only_when_told_and_then_kept(full: Desk, tmp_path: Path) -> None:
    place, here = tmp_path / "annotate.db", told(full, tmp_path)
    with project(place) as other:
        add_article(other)
        before = told(other, tmp_path)
    with pytest.raises(Refusal, match="There is something at"):
        restored(full, place, over=False)
    done = restored(full, place)
    assert done.kept is not None
    with opened(str(done.kept)) as kept, opened(str(place)) as now:
        assert told(kept, tmp_path) == before
        assert told(now, tmp_path) == here
        with now.store.reading() as connection:
            assert str(done.kept) in known_backups(connection)


@engines.ON_SQLITE
@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_project_that_somebody_has_open_is_not_replaced(full: Desk, mode: str, tmp_path: Path) -> None:
    place = tmp_path / "annotate.db"
    with project(place) as other:
        perform(other, HISTORY[0])
    with closing(sqlite3.connect(place)) as raw:
        raw.execute(f"PRAGMA journal_mode = {mode}")
    before = place.read_bytes()
    with subprocess.Popen([sys.executable, "-c", READ, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"1\n"
        with pytest.raises(Unusable, match="is open in another program"):
            restored(full, place)
        reader.communicate(b"\n")
    assert place.read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["annotate.db", "copy.db"]


READ = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN")
print(*raw.execute("SELECT count(*) FROM fact").fetchone(), flush=True)
sys.stdin.readline()
"""
"""Has a project open, and reads in it."""


@engines.ON_SQLITE
@pytest.mark.parametrize("damage", [half, empty, lambda file: file.write_text("no project")])
def test_what_is_damaged_is_replaced_and_kept_as_it_is(full: Desk, damage: object, tmp_path: Path) -> None:
    place = tmp_path / "annotate.db"
    with project(place) as other:
        perform(other, HISTORY[0])
    assert callable(damage)
    damage(place)
    before = place.read_bytes()
    done = restored(full, place)
    assert done.kept is not None
    assert done.kept.read_bytes() == before
    with opened(str(place)) as now:
        assert check_project(now) == []


@engines.ON_SQLITE
def test_what_a_lost_project_left_beside_it_never_gets_into_another(full: Desk, tmp_path: Path) -> None:
    place, here = tmp_path / "annotate.db", told(full, tmp_path)
    with project(place) as other:
        perform(other, HISTORY[0])
        log = Path(f"{place}-wal").read_bytes()
    place.unlink()
    Path(f"{place}-wal").write_bytes(log)
    with pytest.raises(Refusal, match="is left there of a project that is gone"):
        restored(full, place, over=False)
    done = restored(full, place)
    assert Path(f"{done.kept}-wal").read_bytes() == log
    with opened(str(place)) as now:
        assert told(now, tmp_path) == here
        assert check_project(now) == []


@engines.ON_SQLITE
def test_commits_that_only_the_log_has_are_in_what_is_kept(full: Desk, tmp_path: Path) -> None:
    place = died_writing(tmp_path / "annotate.db")
    done = restored(full, place)
    assert ballast(str(done.kept)) == BALLAST
    assert list(tmp_path.glob("*-wal")) == []


@engines.ON_SQLITE
def test_where_commits_of_the_log_find_no_room_in_the_file_nothing_is_replaced(full: Desk, tmp_path: Path) -> None:
    place = died_writing(tmp_path / "annotate.db")
    made = backup(full, tmp_path / "copy.db")
    before = made.path.stat().st_size
    with no_file_beyond(before // 1024 + 64), pytest.raises(Unusable, match=r"full|disk error"):
        restore(str(place), made.path, BY, over=True)
    assert ballast(str(place)) == BALLAST
    assert list(tmp_path.glob("*.before-restore-*")) == []


BALLAST = 2_000_000


def died_writing(place: Path) -> Path:
    """A project of which two megabytes were committed to its log alone, by a process that is dead."""
    with project(place):
        pass
    subprocess.run([sys.executable, "-c", DIE, place], check=False)
    assert Path(f"{place}-wal").stat().st_size > BALLAST > place.stat().st_size
    return place


DIE = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA wal_autocheckpoint = 0")
raw.execute("INSERT INTO local VALUES ('ballast', ?)", ["x" * 2_000_000])
os.kill(os.getpid(), signal.SIGKILL)
"""


def ballast(file: str) -> int:
    """How much of it is in the project."""
    with closing(sqlite3.connect(file)) as raw:
        ((found,),) = raw.execute("SELECT length(value) FROM local WHERE name = 'ballast'").fetchall()
    return int(found)


@engines.ON_SQLITE
@pytest.mark.parametrize("then", ["open", "restore"])
def test_the_second_name_that_a_killed_restore_gave_a_project_goes(full: Desk, then: str, tmp_path: Path) -> None:
    place, copy = tmp_path / "annotate.db", backup(full, tmp_path / "copy.db").path
    with project(place) as other:
        add_article(other)
        before = told(other, tmp_path)
    killed_at("os.rename", ".before-restore-", "--project", place, "restore", copy, "--force")
    (second,) = tmp_path.glob("annotate.db.before-restore-*")
    assert second.samefile(place)
    kept = restore(str(place), copy, BY, over=True).kept if then == "restore" else None
    with opened(str(kept or place)) as desk:
        assert told(desk, tmp_path) == before
    assert list(tmp_path.glob("annotate.db.before-restore-*")) == ([kept] if kept else [])


@engines.ON_SQLITE
def test_a_backup_that_was_cut_off_while_it_was_written_is_never_read_half_written(full: Desk, tmp_path: Path) -> None:
    before = told(full, tmp_path)
    copy = backup(full, tmp_path / "copy.db").path
    subprocess.run([sys.executable, "-c", HALF, copy], check=False)
    assert Path(f"{copy}-journal").stat().st_size
    half = copy.read_bytes()
    with pytest.raises(Unusable, match="was cut off while it was written"):
        restore(str(tmp_path / "restored.db"), copy, BY)
    assert copy.read_bytes() == half
    with opened(str(copy)) as desk:
        assert [finding.where for finding in check_project(desk)] == ["journal_mode"]
    restore(str(tmp_path / "restored.db"), copy, BY)
    with opened(str(tmp_path / "restored.db")) as desk:
        assert told(desk, tmp_path) == before


HALF = """
import os, signal, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA journal_mode = DELETE")
raw.execute("PRAGMA cache_size = 5")
raw.execute("BEGIN")
for number in range(200):
    raw.execute("INSERT INTO local VALUES (?, ?)", [f"half {number}", "x" * 9_000])
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Writes more than it has memory for, and dies of it: half of that is in the file."""


@engines.ON_SQLITE
def test_a_disk_without_room_for_a_name_is_not_taken_for_one_without_links(tmp_path: Path) -> None:
    with disk_of_names(tmp_path / "disk", 4) as disk, part_of(disk / "copy.db") as part:
        part.write_bytes(b"whole")
        (disk / "one").touch()
        (disk / "two").touch()
        with pytest.raises(Refusal, match="No space left"):
            put(part, disk / "copy.db", over=False)
        (disk / "two").unlink()
        put(part, disk / "copy.db", over=False)


@contextmanager
def disk_of_names(folder: Path, names: int) -> Iterator[Path]:
    """A disk that has room for so many names, its own among them; the test is left out where nothing can be mounted."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"nr_inodes={names},size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@engines.ON_POSTGRESQL
def test_a_database_that_holds_anything_is_not_restored_into(full: Desk, tmp_path: Path) -> None:
    made = backup(full, tmp_path / "copy.db")
    before = told(full, tmp_path)
    with pytest.raises(Unusable, match="There is something at"):
        restore(full.store.target, made.path, BY, over=True)
    assert told(full, tmp_path) == before


@engines.ON_SQLITE
def test_a_backup_in_a_folder_that_can_only_be_read_is_restored_from(full: Desk, tmp_path: Path) -> None:
    content = backup(full, tmp_path / "copy.db").path.read_bytes()
    with someone_else(0o755, 0o644) as file:
        file.write_bytes(content)
        (place := file.parent / "desk").mkdir()
        file.chmod(0o444)
        file.parent.chmod(0o555)
        try:
            restore(str(place / "annotate.db"), file, BY)
        finally:
            file.parent.chmod(0o755)
        with opened(str(place / "annotate.db")) as desk:
            assert check_project(desk) == []
        assert sorted(item.name for item in file.parent.iterdir()) == ["annotate.db", "desk"]
        for item in place.iterdir():
            item.unlink()
        place.rmdir()
