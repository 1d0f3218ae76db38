"""Lead a project of an earlier schema to this one; imported only where one is due."""

from contextlib import ExitStack

from sqlalchemy import Connection, Engine

from annotate.domain import Moment
from annotate.errors import Unusable
from annotate.store import opening, tables
from annotate.store.before import kept_before
from annotate.store.checks import check_recorded
from annotate.store.derived import rebuild
from annotate.store.faults import refusing
from annotate.store.revisions import lay_as, refuse_unknown
from annotate.store.server import check_ours

_HELD = (tables.revision, tables.fact, tables.body, tables.log, tables.writer, tables.local, tables.draft)
"""What nobody else may write meanwhile, on an engine that locks by table."""


def upgrade(engine: Engine, target: str, at: Moment | None) -> None:
    """Lead the project to this schema, whole or not at all, once a copy of it is kept with the time `at` in its name.

    Without a time, no copy is kept.
    Who opens it at the same moment waits, and finds it done. Unusable where it is of no schema that is known here, or
    where no copy can be kept: then it stays as it was.
    """
    name = opening.shown(target)
    if opening.is_url(target):
        check_ours(engine, name)
    with (
        ExitStack() as until_committed,
        refusing(name),
        engine.connect().execution_options(writing=True) as connection,
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"LOCK TABLE {', '.join(table.name for table in _HELD)}")
        if is_older(connection, name):
            if at is not None:
                until_committed.enter_context(kept_before(connection, target, at))
            lead_on(connection, name)


def is_older(connection: Connection, name: str) -> bool:
    """Whether a project is to be upgraded; Unusable where its schema is none that is known here."""
    found = opening.revision_of(connection)
    refuse_unknown(found, name)
    return found != tables.REVISION


def lead_on(connection: Connection, name: str) -> None:
    """Bring the schema to this version's, inside the caller's transaction: whole or not at all.

    What follows from the facts is made anew, so that no migration has to know how. Unusable where they are not whole.
    """
    lay_as(connection, tables.REVISION)
    found = check_recorded(connection)
    if found:
        raise Unusable(
            f"{name} is damaged, and cannot be led to the schema of this version: {found[0].sentence}",
            "It is as it was. Restore a backup: annotate restore SRC.",
        )
    rebuild(connection)
