"""Writers of one file wait in a line, which is a courtesy: no one needs it to write, and it outlives nobody."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.desks import Clock
from tests.journeys.writers import LEAST, run

from annotate.errors import Busy, Refusal
from annotate.store import open_store
from annotate.work import Desk, add_reviewer, list_reviewers

HOLDING = """
import fcntl, sys
place = open(sys.argv[1])
fcntl.flock(place, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""
"""Another program that is next in line, and stays so until it is told to go."""


@contextmanager
def next_in_line(file: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that has the place and does nothing with it."""
    side = f"{file}-turn"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, side], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def begun_adding(desk: Desk, name: str) -> "Future[object]":
    """Begin to add a reviewer, in a thread of its own."""
    pool = ThreadPoolExecutor(1)
    future: Future[object] = pool.submit(add_reviewer, desk, name)
    pool.shutdown(wait=False)
    return future


def known(desk: Desk) -> list[str]:
    return [reviewer.handle for reviewer in list_reviewers(desk)]


def test_who_comes_waits_for_the_one_who_is_next_though_nobody_writes(lead: Desk) -> None:
    add_reviewer(lead, "ada")
    with next_in_line(Path(lead.store.target)) as other:
        adding = begun_adding(lead, "bob")
        time.sleep(0.3)
        assert not adding.done()
        other.communicate("")
        adding.result()
    assert known(lead) == ["ada", "bob"]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["dies", "is stopped"])
def test_nobody_waits_for_good_behind_one_who_does_not_go_on(lead: Desk, how: signal.Signals) -> None:
    add_reviewer(lead, "ada")
    with next_in_line(Path(lead.store.target)) as other:
        other.send_signal(how)
        add_reviewer(lead, "bob")
        assert (other.poll() is None) is (how is signal.SIGSTOP)
    assert known(lead) == ["ada", "bob"]


def test_threads_of_one_store_write_one_after_the_other(lead: Desk) -> None:
    lead.store.wait = 60
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda number: add_reviewer(lead, f"r{number:02}"), range(60)))
    assert known(lead) == [f"r{number:02}" for number in range(60)]


@pytest.mark.timeout(300)  # ten interpreters on what may be a busy machine
def test_no_one_of_eight_writers_flat_out_fails_loses_anything_or_starves(tmp_path: Path) -> None:
    ran = run(tmp_path / "annotate.db", seconds=2, pause=0)
    assert ran.failures == ()
    assert ran.missing == 0
    assert ran.findings == 0
    assert ran.lowest >= LEAST


def test_whoever_waits_is_told_once_and_only_when_he_has_waited(lead: Desk) -> None:
    told: list[float] = []
    began = time.monotonic()
    lead.store.waits = lambda: told.append(time.monotonic() - began)
    add_reviewer(lead, "ada")
    assert told == []
    lead.store.wait = 60
    with lead.store.writing():
        began = time.monotonic()
        adding = begun_adding(lead, "bob")
        while not told:
            time.sleep(0.01)
        time.sleep(0.3)
    adding.result()
    assert len(told) == 1
    assert told[0] >= 1


def test_who_gives_up_waiting_leaves_no_trace_and_may_read_on(lead: Desk) -> None:
    add_reviewer(lead, "ada")
    with closing(open_store(lead.store.target, version="0.1", now=Clock())) as store:
        other = Desk(store, None, store.now, bytes)
        store.wait = 0.05
        with lead.store.writing(), pytest.raises(Busy, match="is being written by another program"):
            add_reviewer(other, "bob")
        assert known(other) == ["ada"]
        add_reviewer(other, "eve")
    assert known(lead) == ["ada", "eve"]


def make_folder(side: Path) -> None:
    side.mkdir()


def make_loop(side: Path) -> None:
    side.symlink_to(side.name)


def make_link_to_the_project(side: Path) -> None:
    side.symlink_to("annotate.db")


def make_pipe(side: Path) -> None:
    os.mkfifo(side)


@pytest.mark.parametrize("lay", [make_folder, make_loop, make_link_to_the_project, make_pipe])
def test_whatever_stands_in_place_of_the_line_one_writes(lead: Desk, lay: Callable[[Path], None]) -> None:
    side = Path(f"{lead.store.target}-turn")
    side.unlink()
    lay(side)
    add_reviewer(lead, "ada")
    assert known(lead) == ["ada"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_line_is_everybodys_whose_the_project_is(lead: Desk) -> None:
    file, side = Path(lead.store.target), Path(f"{lead.store.target}-turn")
    side.unlink()
    file.chmod(0o664)
    os.chown(file, 65534, 65534)
    umask = os.umask(0o077)
    try:
        add_reviewer(lead, "ada")
    finally:
        os.umask(umask)
    made = side.stat()
    assert (made.st_mode & 0o777, made.st_uid, made.st_gid) == (0o664, 65534, 65534)


def test_two_names_of_one_project_have_one_line_and_one_log(lead: Desk, tmp_path: Path) -> None:
    (elsewhere := tmp_path / "elsewhere").mkdir()
    (link := elsewhere / "project.db").symlink_to("../annotate.db")
    with closing(open_store(str(link), version="0.1", now=Clock())) as store:
        add_reviewer(Desk(store, None, store.now, bytes), "ada")
        assert [item.name for item in elsewhere.iterdir()] == ["project.db"]
        sides = {item.name for item in tmp_path.iterdir()}
        assert sides == {"annotate.db", "annotate.db-wal", "annotate.db-shm", "annotate.db-turn", "elsewhere"}
        add_reviewer(lead, "bob")
        assert known(Desk(store, None, store.now, bytes)) == ["ada", "bob"]
        Path(f"{lead.store.target}-wal").unlink()
        with pytest.raises(Refusal, match="-wal was taken away"):
            add_reviewer(Desk(store, None, store.now, bytes), "eve")


def test_the_line_goes_with_the_last_who_had_the_project_open(lead: Desk) -> None:
    side = Path(f"{lead.store.target}-turn")
    with closing(open_store(lead.store.target, version="0.1", now=Clock())) as store:
        add_reviewer(Desk(store, None, store.now, bytes), "ada")
        assert side.exists()
    assert side.exists()
    lead.store.close()
    assert not side.exists()
