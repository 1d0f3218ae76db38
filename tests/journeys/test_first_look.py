"""The first claim is there to be read before the project is open; keys that are pressed meanwhile wait for it."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.desks import judged, project
from tests.journeys.terminal import Terminal
from tests.tui.articles import add_article

from annotate.work import Desk

LATE = """
import sys, time
from annotate import cli
from annotate.cli.hosting import Around
begin = Around.begin
def late(around):
    time.sleep(3)
    return begin(around)
Around.begin = late
sys.exit(cli.run(sys.argv[1:]))
"""
"""The program, on a machine where it takes long to open a project."""


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def review(desk: Desk, columns: int, rows: int) -> Terminal:
    command = [sys.executable, "-c", LATE, "--project", desk.store.target, "--reviewer", "ada", "review"]
    return Terminal(command, columns, rows)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_a_key_pressed_at_the_first_look_judges_the_claim_that_was_seen(lead: Desk, columns: int, rows: int) -> None:
    with review(lead, columns, rows) as terminal:
        terminal.until("▶")
        early = terminal.settle()
        assert "/3" not in early.splitlines()[0], "the project is open already"
        terminal.press("1")
        assert terminal.settle() == early
        later = terminal.until("2/3", "saved")
        terminal.press("u")
        assert terminal.until("1/3", "Taken back").splitlines()[3:10] == early.splitlines()[3:10]
        terminal.press("q")
        assert terminal.ended() == 0
    assert later != early
    (given,) = judged(lead)
    assert given.verdict == "supported"


def test_what_keeps_the_project_from_being_opened_is_said_after_the_first_look_too(lead: Desk) -> None:
    lead.store.close()
    with closing(sqlite3.connect(lead.store.target)) as raw:
        raw.execute("DROP TABLE draft")
    with review(lead, 80, 24) as terminal:
        terminal.until("▶")
        assert terminal.ended() == 1
    assert b"Traceback" not in terminal.printed
