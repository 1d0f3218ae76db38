"""On a server, the copy that is kept before an upgrade is a schema beside the project's own: the same database's.

It is a whole project of its own, and opens under the project's URL with `?options=-csearch_path%3D` and its name.
"""

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import ProgrammingError

from annotate.domain import Moment, stamp
from annotate.errors import Unusable
from annotate.store import opening, tables
from annotate.store.copying import tally
from annotate.store.kept_schemas import KEPT, drop_schemas
from annotate.store.revisions import lay_as

_REFUSED = "42501"
"""SQLSTATE of what the role that is connected may not do."""


def keep_schema(connection: Connection, name: str, at: Moment) -> None:
    """Copy the project into a schema beside its own, in the caller's transaction; Unusable where none may be made."""
    path = connection.exec_driver_sql("SHOW search_path").scalar_one()
    own = connection.exec_driver_sql("SELECT current_schema()").scalar_one()
    revision, held = opening.revision_of(connection), tally(connection)
    kept = _free(connection, at)
    _make(connection, kept, name)
    _search(connection, kept)
    lay_as(connection, revision)
    _fill(connection, _quoted(own), kept)
    if tally(connection) != held:
        raise Unusable(f"The copy of {name} does not hold what was copied.", "It is as it was; open it again.")
    _search(connection, path)
    drop_schemas(connection, but=KEPT)


def _make(connection: Connection, kept: str, name: str) -> None:
    try:
        connection.exec_driver_sql(f"CREATE SCHEMA {kept}")
    except ProgrammingError as error:
        if getattr(error.orig, "sqlstate", None) != _REFUSED:
            raise
        raise Unusable(
            f"{name} is of an earlier schema, and no copy of it can be kept beside it: no schema may be made there. "
            "It is as it was.",
            "Open it as the owner of the database, who may.",
        ) from error


def _search(connection: Connection, path: str) -> None:
    connection.execute(text("SELECT set_config('search_path', :path, true)"), {"path": path})


def _fill(connection: Connection, own: str, kept: str) -> None:
    """Copy every row from the project's own schema, and how far its sequences are."""
    seen = inspect(connection)
    tables_in_order = [table for table, _ in seen.get_sorted_table_and_fkc_names(schema=kept) if table]
    for table in tables_in_order:
        if table != tables.revision.name:
            columns = ", ".join(f'"{column["name"]}"' for column in seen.get_columns(table, schema=kept))
            connection.exec_driver_sql(f"INSERT INTO {kept}.{table} ({columns}) SELECT {columns} FROM {own}.{table}")
    for sequence in seen.get_sequence_names(schema=kept):
        drawn = f"SELECT setval('{kept}.{sequence}', last_value, is_called) FROM {own}.{sequence}"
        connection.exec_driver_sql(drawn)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _free(connection: Connection, at: Moment) -> str:
    """A name that no schema has yet, with the time in it."""
    name = f"before_{tables.REVISION}_{stamp(at).lower()}"
    return name if name not in inspect(connection).get_schema_names() else _free(connection, at + 1_000_000)
