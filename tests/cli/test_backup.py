"""`backup` and `restore` as they are typed."""

from pathlib import Path

import pytest
from tests.engines import BOTH, ON_SQLITE
from tests.journeys.commands import alone, done, refused

pytestmark = BOTH


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a project and a document."""
    folder = alone(tmp_path, monkeypatch)
    done("init")
    (folder / "news.txt").write_text("The river rose by two feet.", encoding="utf-8")
    done("import", "news.txt")
    return folder


def test_a_backup_says_where_it_is_and_is_restored_from_there(desk: Path) -> None:
    made = done("backup", "copy.db")
    assert made.out == f"{desk / 'copy.db'}\n"
    assert made.err == "Copied, and looked through: it is whole.\n"
    restored = done("--project", "other.db", "restore", "copy.db")
    assert (restored.out, restored.err) == ("other.db\n", "Restored from copy.db.\n")
    assert done("--project", "other.db", "documents", "--json").json == done("documents", "--json").json


def test_a_file_that_stands_there_is_replaced_only_by_force(desk: Path) -> None:
    done("backup", "copy.db")
    assert refused("backup", "copy.db").startswith(f"There is something at {desk / 'copy.db'} already.")
    done("backup", "copy.db", "--force")


@ON_SQLITE
def test_a_project_that_stands_there_is_kept_and_it_is_said_where(desk: Path) -> None:
    done("backup", "copy.db")
    assert "--force" in refused("restore", "copy.db")
    said = done("restore", "copy.db", "--force").err
    (kept,) = desk.glob("annotate.db.before-restore-*")
    assert said == f"Restored from copy.db. What stood there is kept at {kept}.\n"
    assert done("--project", kept, "documents", "--json").json == done("documents", "--json").json


def test_backups_are_the_leads(desk: Path) -> None:
    assert "is the lead's" in refused("--reviewer", "ada", "backup", "copy.db")
    assert not (desk / "copy.db").exists()
