"""A full disk: one sentence, and everything that was acknowledged is still there."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from tests.desks import Clock, project

from annotate.domain import PRESETS, Document
from annotate.errors import Unusable
from annotate.store import create_store
from annotate.work import Desk, check_project, read_log

SIZES = [0, 1, 4, 16, 32, 64, 96, 128, 160, 250]
"""Kilobytes beyond which a file does not grow."""


def take_in(lead: Desk, number: int) -> None:
    """Record a text of some 60 kB, unlike those of other numbers."""
    text = f"{number}: The river rose. " * 3_000
    with lead.store.writing() as ledger:
        ledger.add_text(Document.of(text).sha256, text)
        ledger.add(Document.of(text))


def logged(lead: Desk) -> list[str]:
    return [entry.id for entry in read_log(lead)]


@contextmanager
def no_file_beyond(kilobytes: int) -> Iterator[None]:
    """A disk that has no more room than this for any file."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("kilobytes", SIZES)
def test_what_finds_no_room_is_refused_and_what_was_acknowledged_stays(lead: Desk, kilobytes: int) -> None:
    acknowledged: list[str] = []

    def take_in_until_full() -> None:
        for number in count():
            take_in(lead, number)
            acknowledged[:] = logged(lead)

    with no_file_beyond(kilobytes), pytest.raises(Unusable, match=r"is full|disk error"):
        take_in_until_full()
    assert logged(lead) == acknowledged
    assert check_project(lead) == []
    take_in(lead, -1)
    assert len(logged(lead)) == len(acknowledged) + 1


@pytest.mark.parametrize("pages", [0, 1, 5])
def test_a_full_database_is_a_full_disk(lead: Desk, pages: int) -> None:
    with lead.store.writing() as ledger:
        (used,) = ledger.raw.exec_driver_sql("PRAGMA page_count").one()
        ledger.raw.exec_driver_sql(f"PRAGMA max_page_count = {used + pages}")
    with pytest.raises(Unusable, match="is full; nothing of this was written"):
        take_in(lead, 0)
    assert logged(lead) == []
    assert check_project(lead) == []


@pytest.mark.parametrize("kilobytes", SIZES[:7])
def test_a_project_that_finds_no_room_is_not_made_at_all(tmp_path: Path, kilobytes: int) -> None:
    file = tmp_path / "annotate.db"
    with no_file_beyond(kilobytes), pytest.raises(Unusable, match=r"is full|disk error"):
        create_store(str(file), PRESETS["fever"], version="0.1", now=Clock())
    assert list(tmp_path.iterdir()) == []
    with project(file) as desk:
        assert check_project(desk) == []
