"""The schemas that there were, and how each is led to the next: Alembic's part, imported only where one is due."""

from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from annotate.errors import Unusable
from annotate.store import tables

SCRIPTS = Path(__file__).parent / "migrations"


def known_revisions() -> list[str]:
    """Every schema that this version can start from, oldest first; the last is its own."""
    scripts = ScriptDirectory(str(SCRIPTS))
    return [script.revision for script in scripts.walk_revisions()][::-1]


def refuse_unknown(found: str, name: str) -> None:
    """Raise Unusable where a project is of no schema that is known here."""
    if found not in known_revisions():
        raise Unusable(
            f"{name} was written by another version of annotate (schema {found}, here {tables.REVISION}).",
            "Open it with the version that wrote it, or upgrade annotate.",
        )


def lay_as(connection: Connection, revision: str) -> None:
    """Bring the schema to that of a revision, from an earlier one or from nothing, in the caller's transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS))
    upgrade(config, revision)
