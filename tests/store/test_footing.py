"""A file that is not where it was is not written, and another writer is waited for as long as the store is told to."""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.desks import Clock

from annotate.domain import PRESETS, Reviewer
from annotate.errors import Busy, Unusable
from annotate.store import create_store, open_store, reviewers
from annotate.work import Desk


def add(desk: Desk, name: str) -> None:
    with desk.store.writing() as ledger:
        ledger.add(Reviewer(name))


def known(desk: Desk) -> list[str]:
    with desk.store.reading() as connection:
        return list(reviewers(connection))


@pytest.mark.parametrize("how", ["unlink", "rename", "replace"])
def test_a_file_that_is_gone_is_not_written_and_one_put_back_is(lead: Desk, tmp_path: Path, how: str) -> None:
    file, aside = Path(lead.store.target), tmp_path / "aside.db"
    add(lead, "ada")
    os.link(file, aside)
    if how == "replace":
        create_store(str(tmp_path / "other.db"), PRESETS["fever"], version="0.1", now=Clock()).close()
        (tmp_path / "other.db").replace(file)
    elif how == "rename":
        file.rename(tmp_path / "moved.db")
    else:
        file.unlink()
    with pytest.raises(Unusable, match="was moved, deleted or replaced while open; nothing of this was written"):
        add(lead, "ben")
    aside.replace(file)
    assert known(lead) == ["ada"]
    add(lead, "eve")
    assert known(lead) == ["ada", "eve"]


def test_a_log_that_was_taken_away_is_not_written(lead: Desk) -> None:
    add(lead, "ada")
    Path(lead.store.target + "-wal").unlink()
    with pytest.raises(Unusable, match="-wal was taken away while it was in use"):
        add(lead, "ben")


def test_a_store_opened_by_a_relative_path_is_known_again_from_another_folder(
    lead: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = open_store("annotate.db", version="0.1", now=Clock())
    monkeypatch.chdir("/")
    add(Desk(store, None, store.now, bytes), "ada")
    assert known(lead) == ["ada"]
    store.close()


def test_another_writer_is_waited_for_no_longer_than_said_and_each_time_anew(lead: Desk) -> None:
    with closing(sqlite3.connect(lead.store.target, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for wait in (0.05, 0.3, 0.05):
            lead.store.wait = wait
            began = time.monotonic()
            with pytest.raises(Busy, match="is being written by another program"):
                add(lead, "ada")
            assert time.monotonic() - began >= wait * 0.8
        other.execute("ROLLBACK")
    add(lead, "ada")
    assert known(lead) == ["ada"]
