"""Every schema that was ever written is led to the one of today, and nothing that can be seen has changed."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError
from tests import engines, servers
from tests.desks import Clock, project
from tests.store.killed_at import killed_at
from tests.store.released.making import told
from tests.store.releases import REVISIONS, fill, released, told_then
from tests.store.test_full_disk import no_file_beyond

from annotate.errors import Unusable
from annotate.store import known_backups, open_store, tables
from annotate.store.before import kept_before
from annotate.store.kept_schemas import KEPT
from annotate.store.opening import engine_of
from annotate.store.upgrading import lead_on
from annotate.work import Desk, aim, check_project, read_log, redact

pytestmark = engines.BOTH

OPEN = """
import sys
from annotate.store import open_store
print("ready", flush=True)
sys.stdin.readline()
open_store(sys.argv[1], version="0.1", now=lambda: 1_600_000_000_000_000).close()
print("done", flush=True)
"""


def opened(target: str) -> list[str]:
    """Open the project, which upgrades it, and look for what is wrong with it."""
    with closing(open_store(target, version="0.1", now=Clock())) as store:
        return [finding.sentence for finding in check_project(Desk(store, None, store.now, bytes))]


def changed(then: Any, now: Any, place: str = "") -> Iterator[str]:
    """Where something else is said now than then; fields that are new are nothing of the kind."""
    if isinstance(then, dict) and isinstance(now, dict):
        for name, value in then.items():
            yield from changed(value, now.get(name), f"{place}/{name}")
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, pair in enumerate(zip(then, now, strict=True)):
            yield from changed(*pair, f"{place}/{number}")
    elif then != now:
        yield place


def as_records(said: dict[str, Any]) -> dict[str, Any]:
    """The same with the lines of exports read; the log in an order that no version has changed.

    Of an undo the log did not say which claim it is about, and says so now.
    """
    read = {name: [json.loads(line) for line in lines] if name in _LINES else lines for name, lines in said.items()}
    log = [{name: value for name, value in line.items() if value is not None} for line in read["log"]]
    return read | {"log": sorted(log, key=lambda line: (line["at"], line["id"], line["installation"]))}


_LINES = ("export annotate", "export jsonl")


BY_LATER_RULES = {
    "0001": {
        # Two corrections that do not know of one another are a dispute since the second schema,
        "/claims/4/status",
        "/disputes",
        "/status/disputes",
        "/export jsonl/3/status",
        "/export csv/4",
        # and a claim is owed until its judgement has what the scheme demands.
        *(f"/status/reviewers/{number}/done" for number in range(4)),
    }
}
"""What later versions have derived otherwise from the same facts."""


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_released_project_tells_what_it_told_then(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target:
        assert opened(target) == []
        then, now = as_records(told_then(revision)), as_records(told(target, tmp_path))
        assert set(changed(then, now)) == BY_LATER_RULES.get(revision, set())


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_was_recorded_stays_to_the_byte(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target:
        before = recorded(target)
        opened(target)
        assert recorded(target) == before
        assert all(before.values())


RECORDED = ("fact", "body", "log", "writer", "draft", "local")


def recorded(target: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what is never derived, but for what the upgrade notes of itself."""
    connect = psycopg.connect if target.startswith("postgresql") else sqlite3.connect
    with closing(connect(target)) as raw:
        rows = {name: sorted(raw.execute(f"SELECT * FROM {name}").fetchall()) for name in RECORDED}
    rows["local"] = [row for row in rows["local"] if row[0] != "backups"]
    return rows


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_upgraded_project_has_the_schema_of_a_new_one(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target, project(tmp_path / "new.db") as new:
        opened(target)
        assert schema_of(target) == schema_of(new.store.target)


def schema_of(target: str) -> list[tuple[Any, ...]]:
    """All that the engine knows of a project's schema."""
    if not target.startswith("postgresql"):
        with closing(sqlite3.connect(target)) as raw:
            return sorted(raw.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))
    with psycopg.connect(target) as connection:
        found = [(kind, *row) for kind, query in CATALOG.items() for row in connection.execute(query).fetchall()]
    return sorted(found, key=repr)


CATALOG = {
    "column": "SELECT table_name, column_name, data_type, is_nullable, column_default, collation_name "
    "FROM information_schema.columns WHERE table_schema = 'public'",
    "constraint": "SELECT conrelid::regclass::text, contype::text, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "index": "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "trigger": "SELECT tgrelid::regclass::text, tgenabled::text, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger "
    "JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace",
    "function": "SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
    "sequence": "SELECT sequencename, data_type::text, start_value, increment_by, max_value, cycle FROM pg_sequences "
    "WHERE schemaname = 'public'",
}
"""What of a server's catalog makes up a schema: each a query whose rows are compared."""


@pytest.mark.parametrize("revision", REVISIONS)
def test_an_upgrade_that_is_killed_half_way_is_whole_or_not_begun(revision: str, tmp_path: Path) -> None:
    dice, hits = random.Random(revision), 0
    for number in range(TRIES):
        if hits < HITS:
            (folder := tmp_path / str(number)).mkdir()
            hits += is_whole_after_a_kill(revision, folder, dice.uniform(0, UPGRADING))
    assert hits == HITS, "the kill never met the upgrade"


HITS = 2
TRIES = 12
"""How often one is laid anew until the kill has met the upgrade so often."""

UPGRADING = 0.4
"""Seconds within which the upgrade is killed: about as long as it takes."""


def is_whole_after_a_kill(revision: str, folder: Path, seconds: float) -> bool:
    """Kill the upgrade of a project that is laid anew, and look at it; whether it was killed before it was done."""
    with released(revision, folder) as target:
        before = recorded(target)
        is_hit = killed_after(target, seconds)
        assert recorded(target) == before
        assert is_hit or is_upgraded(target)
        for _ in range(2):
            assert opened(target) == []
            assert recorded(target) == before
        return is_hit


def killed_after(target: str, seconds: float) -> bool:
    """Open the project in a process that is killed; whether it was killed before it was done."""
    with opening_process(target) as process:
        begin(process)
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        said, _ = process.communicate()
        return said == b""


@contextmanager
def opening_process(target: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that has loaded all that it needs, and waits to be told to open the project."""
    command = [sys.executable, "-c", OPEN, target]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process


def begin(process: "subprocess.Popen[bytes]") -> None:
    """Tell it to open the project."""
    assert process.stdin is not None
    process.stdin.write(b"\n")
    process.stdin.flush()


def is_upgraded(target: str) -> bool:
    connect = psycopg.connect if target.startswith("postgresql") else sqlite3.connect
    with closing(connect(target)) as raw:
        return raw.execute("SELECT version_num FROM alembic_version").fetchone() == (tables.REVISION,)


@pytest.mark.parametrize("revision", REVISIONS[-1:])
def test_who_opens_a_project_while_it_is_upgraded_waits_and_finds_it_done(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target, ExitStack() as stack:
        processes = [stack.enter_context(opening_process(target)) for _ in range(3)]
        for process in processes:
            begin(process)
        assert [process.communicate()[0] for process in processes] == [b"done\n"] * 3
        assert opened(target) == []
        assert len(kept_of(target)) == 1


def kept_of(target: str) -> list[str]:
    """The copies that were kept of a project before upgrades: paths, or schemas."""
    if not target.startswith("postgresql"):
        return sorted(str(file) for file in Path(target).parent.glob("annotate.db.before-*"))
    with closing(psycopg.connect(target)) as raw:
        found = raw.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'before!_%' ESCAPE '!' ORDER BY 1")
        return [name for (name,) in found.fetchall()]


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_was_kept_before_an_upgrade_is_the_project_as_it_was(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target:
        before = recorded(target)
        opened(target)
        (kept,) = kept_of(target)
        copy = f"{target}&options=-csearch_path%3D{kept}" if target.startswith("postgresql") else kept
        assert recorded(copy) == before
        assert opened(copy) == []
        assert recorded(copy) == before


@engines.ON_SQLITE
def test_only_the_last_copies_stay_and_the_project_knows_them(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(KEPT + 2):
        with released(REVISIONS[-1], tmp_path) as target, closing(sqlite3.connect(target)) as raw:
            raw.execute("INSERT INTO local VALUES ('backups', ?)", [json.dumps(kept_of(target))])
            raw.commit()
        with closing(open_store(target, version="0.1", now=clock)) as store, store.reading() as connection:
            assert known_backups(connection) == kept_of(target)
    assert len(kept_of(target)) == KEPT
    newest = f".before-{tables.REVISION}-20200913T122645Z"
    assert kept_of(target)[-1].endswith(newest)


@engines.ON_SQLITE
def test_a_copy_that_a_killed_upgrade_left_is_known_and_redacted_too(tmp_path: Path) -> None:
    with released(REVISIONS[-1], tmp_path) as target:
        killed_at("os.remove", f".before-{tables.REVISION}-", "--project", target, "status")
        assert not is_upgraded(target)
        (left,) = kept_of(target)
        with closing(open_store(target, version="0.1", now=Clock())) as store:
            lead = Desk(store, None, store.now, bytes)
            with store.reading() as connection:
                assert sorted(known_backups(connection)) == kept_of(target)
            said = next(entry.id for entry in read_log(lead) if getattr(entry.fact, "rationale", "") == "No.")
            assert [one.why_not for one in redact(lead, aim(lead, said)).backups] == ["", ""]
        assert left in kept_of(target)
        assert [content for kept in kept_of(target) for content in contents(kept) if SAID in content] == []


@engines.ON_SQLITE
def test_no_copy_goes_before_the_new_one_is_known_for_good(tmp_path: Path) -> None:
    clock = Clock()
    for _ in range(KEPT):
        with released(REVISIONS[-1], tmp_path) as target:
            open_store(target, version="0.1", now=clock).close()
    with released(REVISIONS[-1], tmp_path) as target:
        before = kept_of(target)
        killed_at("os.remove", before[0], "--project", target, "status")
        assert is_upgraded(target)
        with closing(open_store(target, version="0.1", now=clock)) as store, store.reading() as connection:
            assert known_backups(connection) == kept_of(target)
        assert kept_of(target)[:-1] == before


@engines.ON_SQLITE
@pytest.mark.parametrize("kilobytes", [40, 100, 200])
def test_without_room_for_the_copy_a_project_stays_as_it_was(kilobytes: int, tmp_path: Path) -> None:
    with released(REVISIONS[-1], tmp_path) as target:
        before = Path(target).read_bytes()
        with no_file_beyond(kilobytes), pytest.raises(Unusable, match=r"is of an earlier schema.*(full|disk error)"):
            opened(target)
        assert Path(target).read_bytes() == before
        assert [file.name for file in tmp_path.iterdir()] == ["annotate.db"]
        assert opened(target) == []


@engines.ON_POSTGRESQL
def test_a_role_that_may_make_no_schema_upgrades_nothing() -> None:
    role = f"limited_{os.getpid()}"
    with servers.database(servers.server()) as url:
        with psycopg.connect(url, autocommit=True) as raw:
            raw.execute(f"CREATE ROLE {role} LOGIN")
            raw.execute(f"GRANT ALL ON SCHEMA public TO {role}")
        limited = url.replace("//postgres@", f"//{role}@")
        fill(limited, REVISIONS[-1])
        before = recorded(limited), schema_of(limited)
        with pytest.raises(Unusable, match="no schema may be made there"):
            opened(limited)
        assert (recorded(limited), schema_of(limited)) == before
    with psycopg.connect(servers.server().url(), autocommit=True) as raw:
        raw.execute(f"DROP ROLE {role}")


@engines.ON_SQLITE
def test_a_damaged_project_is_not_upgraded(tmp_path: Path) -> None:
    with released(REVISIONS[-1], tmp_path) as target:
        file = Path(target)
        content = bytearray(file.read_bytes())
        at = content.index(b"The agency said the flights")
        content[at : at + 10] = b"Nobody ever"[:10]
        file.write_bytes(content)
        with pytest.raises(Unusable, match="damaged"):
            opened(target)
        assert file.read_bytes() == content
        assert kept_of(target) == []


@pytest.mark.parametrize("revision", REVISIONS[-1:])
def test_an_upgrade_that_fails_leaves_the_project_as_it_was_and_no_copy(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target:
        connect = psycopg.connect if target.startswith("postgresql") else sqlite3.connect
        with closing(connect(target)) as raw:
            raw.execute("CREATE TABLE gap (mine TEXT)")
            raw.commit()
        before = recorded(target), schema_of(target)
        with pytest.raises(DBAPIError, match="already exists"):
            opened(target)
        assert (recorded(target), schema_of(target)) == before
        assert kept_of(target) == []


@engines.ON_SQLITE
def test_an_interrupt_just_behind_the_upgrade_leaves_the_copy_from_before_it(tmp_path: Path) -> None:
    with released(REVISIONS[-1], tmp_path) as target:
        with pytest.raises(KeyboardInterrupt):
            interrupted(target)
        assert is_upgraded(target)
        assert len(kept_of(target)) == 1


def interrupted(target: str) -> None:
    """Upgrade it, and be interrupted as soon as that is committed."""
    engine = engine_of(target)
    with engine.connect().execution_options(writing=True) as connection, kept_before(connection, target, 0):
        lead_on(connection, target)
        connection.commit()
        raise KeyboardInterrupt


@pytest.mark.parametrize("revision", REVISIONS)
def test_what_is_redacted_later_is_in_no_copy_from_before_the_upgrade(revision: str, tmp_path: Path) -> None:
    with released(revision, tmp_path) as target:
        opened(target)
        assert any(SAID in content for content in contents(target))
        with closing(open_store(target, version="0.1", now=Clock())) as store:
            lead = Desk(store, None, store.now, bytes)
            said = next(entry.id for entry in read_log(lead) if getattr(entry.fact, "rationale", "") == "No.")
            done = redact(lead, aim(lead, said))
        assert [one.why_not for one in done.backups] == [""]
        assert [content for content in contents(target) if SAID in content] == []
        if target.startswith("postgresql"):
            assert kept_of(target) == []
        else:
            (kept,) = kept_of(target)
            assert [content for content in contents(kept) if SAID in content] == []


SAID = '"rationale":"No."'
"""What a judgement of every released project says."""


def contents(target: str) -> list[str]:
    """What stands in the facts of a project."""
    connect = psycopg.connect if target.startswith("postgresql") else sqlite3.connect
    with closing(connect(target)) as raw:
        return [content for (content,) in raw.execute("SELECT content FROM fact").fetchall()]
