"""SQLite's schema: as a file tells it, and as the program would lay it."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateTable

from annotate.store import tables
from annotate.store.checks.schema import Schema, Thing

_READ = ", ".join(f"CAST({name} AS TEXT)" for name in ("type", "name", "tbl_name", "sql"))  # damage makes blobs of them
_HELD = f"SELECT {_READ} FROM main.sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"


def held(connection: Connection) -> Schema:
    """What the file has."""
    return _read(connection.exec_driver_sql(_HELD))


def wanted(_: Connection) -> Schema:
    """What it should have."""
    return _wanted()


def dropping(thing: Thing) -> str:
    """The statement that takes it away."""
    return f'DROP {thing.kind.upper()} "{thing.name}"'


@cache
def _wanted() -> Schema:
    with closing(sqlite3.connect(":memory:")) as raw:
        for statement in tables.statements(dialect()):
            raw.execute(statement)
        raw.execute(str(CreateTable(tables.revision).compile(dialect=dialect())))
        return _read(raw.execute(_HELD))


def _read(found: Iterable[Any]) -> Schema:
    """SQLite keeps each statement as it was written, but for white space nothing may differ."""
    return {Thing(kind, name, table): " ".join((sql or "").split()) for kind, name, table, sql in found}
