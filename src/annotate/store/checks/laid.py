"""Whether the schema is the one that the program lays: tables, indexes, and the guards that keep facts unchanged."""

import re
from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection

from annotate.store import tables
from annotate.store.checks import schema_postgresql, schema_sqlite
from annotate.store.checks.finding import REBUILD, RESTORE, Finding, finding
from annotate.store.checks.schema import Schema, Thing

_ENGINES = {"sqlite": schema_sqlite, "postgresql": schema_postgresql}
_MADE_ANEW = ("passage_words", tables.passage.name, *(table.name for table in tables.DERIVED))
"""Tables that can be laid anew, in the order in which they can be dropped."""

_NAMED = re.compile(r'CREATE (?:VIRTUAL )?(\w+) "?(\w+)')


def tables_laid(connection: Connection) -> Iterator[Finding]:
    """Every table is there with the columns and rules that it was laid with."""
    held, wanted = _both(connection)
    for thing in wanted:
        if thing.kind == "table" and held.get(thing) != wanted[thing]:
            what = "is not there" if thing not in held else "has not the columns and rules that it was laid with"
            step = REBUILD if thing.name.startswith(_MADE_ANEW) else RESTORE
            yield finding("table", thing.name, f"The table {thing.name} {what}.", step)


def laid(connection: Connection) -> Iterator[Finding]:
    """Every index and guard is there as it was laid, and none besides."""
    held, wanted = _both(connection)
    for thing in _astray(held, wanted):
        if thing not in held:
            sentence = f"The {thing.kind} {thing.name}, which keeps {thing.table} as it should be, is not there."
        elif thing in wanted:
            sentence = f"The {thing.kind} {thing.name} of {thing.table} is not the one that was laid."
        else:
            sentence = f"{thing.table} has a {thing.kind} {thing.name} that is none of annotate's."
        yield finding("schema", thing.name, sentence, REBUILD)


def lay_anew(connection: Connection) -> None:
    """Lay indexes and guards anew where they are not as they should be, and tables of what follows from the facts."""
    if any(found.mends for found in tables_laid(connection)):
        for name in _MADE_ANEW:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    held, wanted = _both(connection)
    for thing in _astray(held, wanted):
        if thing in held:
            connection.exec_driver_sql(_ENGINES[connection.dialect.name].dropping(thing))
    _lay(connection, {thing.name for thing in _both(connection)[0]})


def _lay(connection: Connection, there: set[str]) -> None:
    for statement in tables.statements(connection.dialect):
        named = _NAMED.match(statement)
        kind, name = named.groups() if named else ("", "")
        if kind == "FUNCTION":
            connection.exec_driver_sql(statement.replace("CREATE", "CREATE OR REPLACE", 1))
        elif name and name not in there:
            connection.exec_driver_sql(statement)


def _both(connection: Connection) -> tuple[Schema, Schema]:
    """What is there of our tables, and what should be."""
    engine = _ENGINES[connection.dialect.name]
    wanted = engine.wanted(connection)
    ours = {thing.table for thing in wanted}
    return {thing: said for thing, said in engine.held(connection).items() if thing.table in ours}, wanted


def _astray(held: Schema, wanted: Schema) -> list[Thing]:
    """Indexes and guards that differ."""
    return [
        thing
        for thing in sorted(dict.fromkeys(chain(held, wanted)))
        if thing.kind != "table" and held.get(thing) != wanted.get(thing)
    ]
