"""What goes wrong under a reviewer's hands: a plain notice, nothing lost, nothing stuck, a sane terminal."""

import contextlib
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desks import Clock, judged, project
from tests.journeys.terminal import review
from tests.tui.articles import add_article

from annotate.store import open_store
from annotate.work import Desk, check_project

SIZES = [(80, 24), (160, 48)]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def verdicts(desk: Desk) -> list[str]:
    """Every verdict that was recorded."""
    return [judgement.verdict for judgement in judged(desk)]


@contextlib.contextmanager
def writer(file: Path) -> Iterator[None]:
    """Another program that is writing all the time."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_key_waits_for_another_writer_and_says_so_and_the_keys_behind_it_keep_their_order(
    lead: Desk, columns: int, rows: int
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "saved")
        with writer(Path(lead.store.target)):
            terminal.press("1")
            assert "Nothing was recorded" not in terminal.until("Another program is writing", "1/3")
            terminal.press("2")
        terminal.until("3/3")
    assert verdicts(lead) == ["supported", "refuted"]


def test_who_waits_too_long_is_refused_and_what_was_typed_ahead_judges_nothing(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        with writer(Path(lead.store.target)):
            terminal.press("1", "2", "3")
            terminal.until("Nothing was recorded", "The 2 keys typed behind", "not saved", "1/3")
        terminal.press("2")
        terminal.until("2/3")
    assert verdicts(lead) == ["refuted"]
    assert check_project(lead) == []


def test_what_is_typed_while_another_writes_is_kept_when_it_ends(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        with writer(Path(lead.store.target)):
            terminal.press("r")
            terminal.until("── why")
            terminal.type("In the table.")
            terminal.until("Another program is writing; what you type")
        terminal.until("What was typed is kept now.")
        terminal.kill()
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "why: In the table.")


@pytest.mark.parametrize("gone", ["deleted", "moved", "replaced", "folder moved", "log deleted"])
def test_what_nobody_would_find_again_is_not_acknowledged(tmp_path: Path, gone: str) -> None:
    folder = tmp_path / "shelf"
    folder.mkdir()
    file = folder / "annotate.db"
    with project(file) as desk:
        add_article(desk)
    with review(str(file)) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("1")
        terminal.until("2/3")
        if gone == "deleted":
            file.unlink()
        elif gone == "moved":
            file.rename(folder / "other.db")
        elif gone == "replaced":
            shutil.copy(file, folder / "copy.db")
            (folder / "copy.db").rename(file)
        elif gone == "folder moved":
            folder.rename(tmp_path / "elsewhere")
        else:
            (folder / "annotate.db-wal").unlink()
        terminal.press("2")
        terminal.until("while", "nothing of this", "not saved", "2/3")
        terminal.press("r")
        terminal.until("── why")
        terminal.type("Kept for later")
        terminal.until("nothing of this")
        terminal.press("esc")
        terminal.until("could not be written yet")
        terminal.press("q")
        assert terminal.ended() == 1
        assert terminal.is_sane
    said = terminal.printed.split(b"\x1b[?1004l")[-1].decode()
    assert "Kept for later" in said
    assert "Traceback" not in said


def test_a_project_that_is_put_back_goes_on(lead: Desk, tmp_path: Path) -> None:
    file = Path(lead.store.target)
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        file.rename(tmp_path / "aside.db")
        terminal.press("1")
        terminal.until("moved, deleted or replaced", "1/3")
        (tmp_path / "aside.db").rename(file)
        terminal.press("1")
        terminal.until("2/3")
    assert verdicts(lead) == ["supported"]
    assert check_project(lead) == []


@pytest.mark.parametrize("seed", range(4))
def test_a_database_that_is_damaged_under_the_screen_is_said_without_a_traceback(lead: Desk, seed: int) -> None:
    file = Path(lead.store.target)
    lead.store.close()
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        size = file.stat().st_size
        with file.open("r+b") as bytes_of:
            for place in range(4096 * (1 + seed), size, 4096 * 4):
                bytes_of.seek(place)
                bytes_of.write(b"\xa5" * 4096)
        for key in ("1", "j", "n", "u", "2", "l", "esc", "h", "enter", "3"):
            terminal.press(key)
        terminal.settle()
        terminal.press("q")
        code = terminal.ended()
        assert terminal.is_sane
    said = terminal.printed.split(b"\x1b[?1004l")[-1].decode()
    assert "Traceback" not in said
    assert "our fault" not in said
    assert code in (0, 1)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_ends_it_in_order_and_what_was_typed_is_kept(lead: Desk, number: signal.Signals, code: int) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("r")
        terminal.until("── why")
        terminal.type("In the table.")
        terminal.until("In the table.")
        terminal.send(number)
        assert terminal.ended() == code
        assert terminal.is_sane
    assert "Traceback" not in terminal.printed.decode(errors="replace")
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "why: In the table.")
    assert check_project(lead) == []


def test_a_broken_connection_ends_it_and_what_was_typed_is_kept(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("1")
        terminal.until("2/3")
        terminal.press("r")
        terminal.until("── why")
        terminal.type("In the table.")
        terminal.until("In the table.")
        assert terminal.hang_up() == 129
    assert verdicts(lead) == ["supported"]
    assert check_project(lead) == []
    with review(lead.store.target) as terminal:
        terminal.until("2/3", "why: In the table.")


@pytest.mark.parametrize("rounds", [3])
def test_it_is_stopped_and_goes_on_where_it_was(lead: Desk, rounds: int) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        for _ in range(rounds):
            terminal.press("ctrl+z")
            terminal.stopped()
            terminal.settle()
            assert terminal.is_sane
            terminal.clear()
            terminal.send(signal.SIGCONT)
            terminal.until("1/3", "▶", "saved", "1 +")
        terminal.press("1")
        terminal.until("2/3")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_sane


def test_a_stop_that_asked_nobody_is_recovered_from(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("r")
        terminal.until("── why")
        terminal.settle()
        terminal.send(signal.SIGSTOP)
        terminal.stopped()
        terminal.clear()
        terminal.type("typed meanwhile")
        terminal.send(signal.SIGCONT)
        terminal.until("1/3", "── why", "typed meanwhile")
        for number in range(5):
            terminal.send(signal.SIGCONT)
            terminal.type(f" {number}")
        terminal.until("typed meanwhile 0 1 2 3 4")
        terminal.press("esc", "q")
        assert terminal.ended() == 0
        assert terminal.is_sane


OPENED = {
    "r": "── why",
    "e": "── evidence",
    "v": "── verdict",
    "c": "── how sure",
    "?": "Judge",
    "g": "── guidelines",
    "d": "Esc close",
    "l": "Enter open",
}
"""What stands on the screen when a key has opened a sheet."""


def test_a_window_of_any_size_and_back_keeps_what_is_open(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        for key, words in OPENED.items():
            terminal.press(key)
            terminal.until(words)
            for columns, rows in ((20, 5), (1, 1), (200, 1), (80, 24)):
                terminal.resize(columns, rows)
                terminal.settle()
            terminal.until(words)
            terminal.press("esc")
            terminal.until("1/3", "▶", "1-4 verdict")
        terminal.press("q")
        assert terminal.ended() == 0


def test_ctrl_c_quits_nowhere(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        for key, words in OPENED.items():
            terminal.press(key)
            terminal.until(words)
            terminal.press("ctrl+c", "ctrl+c", "esc")
            terminal.until("1/3", "▶", "1-4 verdict")
        terminal.press("h", "ctrl+c")
        terminal.until("goes on with claim 1", "q quits")
        terminal.press("enter")
        terminal.until("▶", "1/3")


def test_escape_and_a_key_right_behind_it_are_two_keys(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        for gap in (0.01, 0.03, 0.06):
            terminal.press("r")
            terminal.until("── why")
            terminal.type("\x1b")
            time.sleep(gap)
            terminal.type("1")
            terminal.until("2/3")
            terminal.press("u")
            terminal.until("1/3", "Taken back")
    assert verdicts(lead) == ["supported"] * 3


def test_alt_and_a_digit_judges_nothing_and_says_so(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.type("\x1b1")
        terminal.until("one after the other", "1/3")
    assert verdicts(lead) == []


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_on_a_full_disk_nothing_is_acknowledged_and_what_is_typed_is_kept_when_there_is_room(
    lead: Desk, columns: int, rows: int
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "saved")
        with terminal.no_file_beyond(8):
            terminal.press("1")
            terminal.until("annotate.db", "not saved", "1/3")
            terminal.press("r")
            terminal.until("── why")
            terminal.type("In the table.")
            terminal.until("annotate.db", "In the table.")
            terminal.press("esc")
            terminal.until("could not be written yet", "not saved")
        terminal.press("j", "k")
        terminal.until("1/3", "In the table.")
        terminal.press("1")
        terminal.until("2/3", "saved")
        terminal.press("q")
        assert terminal.ended() == 0
    assert [(judgement.verdict, judgement.rationale) for judgement in judged(lead)] == [("supported", "In the table.")]
    assert check_project(lead) == []


def test_a_project_that_can_only_be_read_is_said_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    with project(file) as desk:
        add_article(desk)
    sealed = subprocess.run(["chattr", "+i", str(file)], capture_output=True)
    if sealed.returncode:
        pytest.skip("nothing here can be sealed against root")
    try:
        with review(str(file)) as terminal:
            terminal.until("1/3")
            terminal.press("1")
            terminal.until("annotate.db can only be read", "not saved", "1/3")
            terminal.press("q")
            assert terminal.ended() == 0
            assert terminal.is_sane
    finally:
        subprocess.run(["chattr", "-i", str(file)], check=True)
    store = open_store(str(file), version="0.1", now=Clock())
    assert verdicts(Desk(store, None, store.now, bytes)) == []
    store.close()
