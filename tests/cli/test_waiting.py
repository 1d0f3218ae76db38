"""A command waits for other writers: silently at first, then it says so, once, and goes on waiting."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.journeys.commands import alone, command, done


@contextmanager
def writer(file: Path, seconds: float) -> Iterator[None]:
    """Another program that is writing, for so long."""
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    finishing = threading.Timer(seconds, other.rollback)
    finishing.start()
    try:
        yield
    finally:
        finishing.join()
        other.close()


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new project in this folder."""
    folder = alone(tmp_path, monkeypatch)
    done("init")
    return folder / "annotate.db"


def test_past_a_second_it_says_once_that_it_waits_and_then_does_it(file: Path) -> None:
    with writer(file, 1.5):
        answered = done("set", "title=Floods")
    assert answered.err == f"annotate: waiting for another writer of {file} …\n"
    assert "Floods" in answered.out


def test_a_shorter_wait_is_not_spoken_of(file: Path) -> None:
    with writer(file, 0.2):
        assert done("set", "title=Floods").err == ""


def test_who_waits_longer_than_a_command_may_is_refused_by_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotate.cli.asking.WAIT", 0.1)
    with writer(file, 0.5):
        answered = command("set", "title=Floods")
    assert answered.code == 1
    assert answered.err == (
        f"annotate: {file} is being written by another program and did not become free. Try again in a moment.\n"
    )
    assert done("set").out == ""
