"""The schema: laid by the program or by its migrations, it is the same; and who needs none waits for none."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from tests.desks import Clock, project
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.store import open_store, tables
from annotate.store.revisions import SCRIPTS, known_revisions
from annotate.store.upgrading import migrate
from annotate.work import Desk, Response, check_project, judge, uses_of

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
        migrate(connection)
    engine.dispose()
    assert schema(tmp_path / "migrated.db") == schema(lead.store.target)
    with closing(sqlite3.connect(tmp_path / "migrated.db")) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(tables.REVISION,)]


def test_the_last_revision_is_the_one_that_the_program_reads() -> None:
    assert known_revisions()[-1] == tables.REVISION


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_the_revisions_are_written_down_for_each_engine(engine: str) -> None:
    dialect = make_url(f"{engine}://").get_dialect()()
    scripts = [SCRIPTS / "versions" / f"{revision}_{engine}.sql" for revision in known_revisions()]
    written = [statement for script in scripts for statement in script.read_text(encoding="utf-8").split("\n\n")]
    laid = {statement.replace("CREATE OR REPLACE", "CREATE").strip() for statement in written}
    # What a later revision has replaced by other means than a statement of ours is compared as the engine tells it.
    changed = {"postgresql": {"document"}, "sqlite": set()}[engine]
    missing = [statement for statement in tables.statements(dialect) if statement not in laid]
    assert {statement.split()[2] for statement in missing} == changed


def test_a_project_of_the_first_revision_is_led_on_with_all_that_it_holds(tmp_path: Path) -> None:
    file, piece = tmp_path / "annotate.db", Evidence(url="https://Example.org/a?utm_source=x")
    with project(file) as lead:
        claim, *_ = add_article(lead)
        judge(replace(lead, reviewer="ada"), claim, Response(verdict="refuted", evidence=(piece,)))
    with closing(sqlite3.connect(file)) as raw:
        for name in ("fact_no_update", "body_no_update"):
            raw.execute(f"DROP TRIGGER {name}")
            raw.execute(f"CREATE TRIGGER {name} BEFORE update ON fact BEGIN SELECT RAISE(ABORT, ''); END")
        for name in ("passage_words", "passage", "citation", "lacking", "redacted", "gap"):
            raw.execute(f"DROP TABLE {name}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()
    store = open_store(str(file), version="0.1", now=Clock())
    ada = Desk(store, "ada", Clock(), bytes)
    assert uses_of(ada, "https://example.org/a", "another").own == {"": 1}
    assert check_project(replace(ada, reviewer=None)) == []
    store.close()


def test_every_table_of_ours_takes_only_what_its_columns_say(lead: Desk) -> None:
    loose = [name for kind, name, _, sql in schema(lead.store.target) if kind == "table" and not sql.endswith("STRICT")]
    assert [name for name in loose if not name.startswith("passage_words")] == ["alembic_version"]


def test_what_needs_no_migration_does_not_wait_for_alembic(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db"):
        pass
    looked = subprocess.run([sys.executable, "-c", LOOK, tmp_path / "annotate.db"], capture_output=True, check=True)
    assert looked.stdout == b"False\n"
