"""The schema: laid by the program or by its migrations, it is the same; and who needs none waits for none."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.desks import project

from annotate.store import tables
from annotate.store.revisions import SCRIPTS, known_revisions, lay_as
from annotate.work import Desk

LOOK = """
import sys
from annotate.store import open_store
open_store(sys.argv[1], version="0.1", now=int).close()
print("alembic" in sys.modules)
"""


def schema(file: Path | str) -> list[tuple[str, str, str, str]]:
    """All that a SQLite file knows of its tables, indexes and triggers."""
    with closing(sqlite3.connect(file)) as raw:
        return sorted(raw.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master"))


def test_the_migrations_lay_from_nothing_what_the_program_lays(tmp_path: Path, lead: Desk) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/migrated.db")
    with engine.begin() as connection:
        lay_as(connection, tables.REVISION)
    engine.dispose()
    assert schema(tmp_path / "migrated.db") == schema(lead.store.target)
    with closing(sqlite3.connect(tmp_path / "migrated.db")) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(tables.REVISION,)]


def test_the_last_revision_is_the_one_that_the_program_reads() -> None:
    assert known_revisions()[-1] == tables.REVISION


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_the_revisions_are_written_down_for_each_engine(kind: str) -> None:
    for revision in known_revisions():
        script = SCRIPTS / "versions" / f"{revision}_{kind}.sql"
        assert all(statement.strip() for statement in script.read_text(encoding="utf-8").split("\n\n"))


def test_every_table_of_ours_takes_only_what_its_columns_say(lead: Desk) -> None:
    loose = [name for kind, name, _, sql in schema(lead.store.target) if kind == "table" and not sql.endswith("STRICT")]
    assert [name for name in loose if not name.startswith("passage_words")] == ["alembic_version"]


def test_what_needs_no_migration_does_not_wait_for_alembic(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db"):
        pass
    looked = subprocess.run([sys.executable, "-c", LOOK, tmp_path / "annotate.db"], capture_output=True, check=True)
    assert looked.stdout == b"False\n"
