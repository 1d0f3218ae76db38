"""The schemas of a server's database in which projects are kept as they were before upgrades."""

import re

from sqlalchemy import Connection, inspect

KEPT = 3
"""How many copies from before upgrades stay, the newest among them."""

_KEPT = re.compile(r"before_\d{4}_\d{8}t\d{6}z")


def kept_schemas(connection: Connection) -> list[str]:
    """What is kept in this database, the oldest first; nothing of a SQLite file, whose copies are files."""
    if connection.dialect.name != "postgresql":
        return []
    found = [name for name in inspect(connection).get_schema_names() if _KEPT.fullmatch(name)]
    return sorted(found, key=lambda name: name.rpartition("_")[2])


def drop_schemas(connection: Connection, but: int = 0) -> list[str]:
    """Drop them `but` for the newest so many; returns the names of those that are gone."""
    found = kept_schemas(connection)
    gone = found[: len(found) - but] if but < len(found) else []
    for name in gone:
        connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    return gone
