"""PostgreSQL's schema: as the server tells it, and as the program would lay it."""

import re
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.schema import CreateTable

from annotate.store import tables
from annotate.store.checks.schema import Schema, Thing

_TABLES = """
SELECT 'table' AS kind, c.relname AS name, c.relname AS of,
    (SELECT string_agg(concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN 'NOT NULL' END, l.collname), ', ' ORDER BY a.attname)
        FROM pg_attribute a LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
    || coalesce((SELECT '; ' || string_agg(
        pg_get_constraintdef(k.oid) || CASE WHEN k.convalidated THEN '' ELSE '!' END,
        ', ' ORDER BY pg_get_constraintdef(k.oid))
        FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype <> 'n'), '') AS said
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = CAST(:within AS regnamespace)
"""
_INDEXES = """
SELECT 'index', i.relname, c.relname, pg_get_indexdef(x.indexrelid) || CASE WHEN x.indisvalid THEN '' ELSE '!' END
FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
WHERE c.relnamespace = CAST(:within AS regnamespace)
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid)
"""
_SEQUENCES = """
SELECT 'sequence', c.relname, split_part(c.relname, '_', 1), '' FROM pg_class c
WHERE c.relkind = 'S' AND c.relnamespace = CAST(:within AS regnamespace)
"""
_TRIGGERS = """
SELECT 'trigger', t.tgname, c.relname,
    concat_ws(' ', pg_get_triggerdef(t.oid), CASE WHEN t.tgenabled <> 'O' THEN 'switched off' END, p.prosrc)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE NOT t.tgisinternal AND c.relnamespace = CAST(:within AS regnamespace)
"""
_TRIGGER = re.compile(r"CREATE TRIGGER (\w+) BEFORE \w+ ON (\w+) .* EXECUTE FUNCTION (\w+)\(\)")
_FUNCTION = re.compile(r"CREATE FUNCTION (\w+)\(\).*\$\$(.*)\$\$", re.DOTALL)


def held(connection: Connection) -> Schema:
    """What the project's schema has."""
    within: str = connection.execute(text("SELECT current_schema()")).scalar_one()
    return _read(connection, [_TABLES, _INDEXES, _SEQUENCES, _TRIGGERS], within)


def wanted(connection: Connection) -> Schema:
    """What it should have: tables and indexes are laid among the temporary ones, read and taken away again."""
    statements = tables.statements(connection.dialect)
    before = connection.begin_nested()
    within: str = connection.execute(text("SELECT current_schema()")).scalar_one()
    connection.execute(text("SET LOCAL search_path = pg_temp"))
    for statement in statements:
        if statement.split()[1] in ("TABLE", "INDEX", "SEQUENCE"):
            connection.exec_driver_sql(statement)
    connection.execute(CreateTable(tables.revision))
    temporary: str = connection.execute(
        text("SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()")
    ).scalar_one()
    laid = _read(connection, [_TABLES, _INDEXES, _SEQUENCES], temporary)
    before.rollback()
    return laid | _triggers(statements, within)


def dropping(thing: Thing) -> str:
    """The statement that takes it away."""
    of = f' ON "{thing.table}"' if thing.kind == "trigger" else ""
    return f'DROP {thing.kind.upper()} "{thing.name}"{of}'


def _triggers(statements: list[str], within: str) -> Schema:
    """Guards as the server will tell of them; functions are never looked for among the temporary, so none is laid."""
    sources = {found[1]: found[2] for one in statements if (found := _FUNCTION.match(one))}
    laid = {}
    for statement in statements:
        if found := _TRIGGER.match(statement):
            name, table, function = found.groups()
            laid[Thing("trigger", name, table)] = _spelled(f"{statement} {sources[function]}", within)
    return laid


def _read(connection: Connection, asked: list[str], within: str) -> Schema:
    found: list[Any] = [one for query in asked for one in connection.execute(text(query), {"within": within})]
    return {Thing(kind, name, table): _spelled(said or "", within) for kind, name, table, said in found}


def _spelled(said: str, within: str) -> str:
    """A definition without the schema that it stands in, in small letters."""
    return " ".join(said.replace(f"{within}.", "").replace("pg_temp.", "").split()).casefold()
