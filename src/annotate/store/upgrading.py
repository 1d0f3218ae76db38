"""Lead a project of an earlier schema to this one; imported only where one is due."""

from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from annotate.store import tables
from annotate.store.derived import rebuild

SCRIPTS = Path(__file__).parent / "migrations"


def known_revisions() -> list[str]:
    """Every schema that this version can start from, oldest first; the last is its own."""
    scripts = ScriptDirectory(str(SCRIPTS))
    return [script.revision for script in scripts.walk_revisions()][::-1]


def migrate(connection: Connection) -> None:
    """Bring the schema to this version's, inside the caller's transaction: whole or not at all.

    What follows from the facts is made anew, so that no migration has to know how.
    """
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS))
    upgrade(config, tables.REVISION)
    rebuild(connection)
