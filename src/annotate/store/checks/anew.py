"""What follows from the facts, made anew beside what is there, and compared with it by the engine.

It is made in temporary tables, which are found before those of the project by the same names: nothing of the project
is written, nobody waits, and memory stays flat.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Column, Connection, Index, MetaData, Select, Table, and_, func, or_, select, text, union_all
from sqlalchemy.schema import CreateIndex, CreateTable

from annotate.store import tables
from annotate.store.checks.finding import REBUILD, Finding, finding
from annotate.store.derived import rebuild

MOST = 20
"""Rows of one table that are named."""

_TEMPORARY = {"sqlite": "temp", "postgresql": "pg_temp"}


def differing(connection: Connection) -> Iterator[Finding]:
    """Every derived row is what the facts give, and none is missing."""
    held_in = "main" if connection.dialect.name == "sqlite" else _schema(connection)
    with _made_anew(connection) as made:
        for table in tables.DERIVED:
            for row in connection.execute(_differing(_like(table, held_in), made[table.name])).scalars():
                sentence = f"Row {row} of {table.name} is not what the facts give."
                yield finding("derived", f"{table.name} {row}", sentence, REBUILD)


def _schema(connection: Connection) -> str:
    found: str = connection.execute(select(func.current_schema())).scalar_one()
    return found


@contextmanager
def _made_anew(connection: Connection) -> Iterator[dict[str, Table]]:
    """The derived tables as the facts give them, by name, until the block ends."""
    before = connection.begin_nested()
    try:
        if connection.dialect.name == "postgresql":
            # Said aloud, so that statements the server had prepared for the project's own tables are read again.
            connection.execute(text(f'SET LOCAL search_path = pg_temp, "{_schema(connection)}"'))
        made = {table.name: _like(table, _TEMPORARY[connection.dialect.name]) for table in tables.DERIVED}
        for table in made.values():
            connection.execute(CreateTable(table))
            for index in table.indexes:
                connection.execute(CreateIndex(index))
        rebuild(connection)
        yield made
    finally:
        before.rollback()


@cache
def _like(table: Table, schema: str) -> Table:
    """A table of the same columns and indexes elsewhere, without ties to others."""
    columns = [Column(one.name, one.type, primary_key=one.primary_key, nullable=one.nullable) for one in table.columns]
    like = Table(table.name, MetaData(), *columns, schema=schema)
    for index in table.indexes:
        if not index.dialect_options["sqlite"]["where"] is not None:
            Index(index.name, *(like.c[column.name] for column in index.columns))
    return like


@cache
def _differing(held: Table, made: Table) -> Select[tuple[int]]:
    """The first keys of rows that one of both has not, or has otherwise."""
    first = next(iter(held.primary_key.columns)).name
    same = and_(*(held.c[key.name] == made.c[key.name] for key in held.primary_key.columns))
    others = [column.name for column in held.columns if not column.primary_key]
    changed = [held.c[name].is_distinct_from(made.c[name]) for name in others]
    missing = made.c[first].is_(None)
    here = select(held.c[first].label("row")).select_from(held.outerjoin(made, same)).where(or_(missing, *changed))
    there = select(made.c[first].label("row")).select_from(made.outerjoin(held, same)).where(held.c[first].is_(None))
    found = union_all(here, there).subquery()
    return select(found.c.row).distinct().order_by(found.c.row).limit(MOST)
