"""What is this copy's own: its name, the scheme that it plans to judge by, what is typed and not yet said."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, LargeBinary, String, Table, cast, select

from annotate.domain import canonical, scheme_of
from annotate.store import tables
from annotate.store.checks.finding import Finding, finding
from annotate.store.registry import local

_READ = (tables.local, tables.draft, tables.log, tables.gap, tables.redacted)
"""Tables with words that no digest covers."""


def own(connection: Connection) -> Iterator[Finding]:
    """This copy has a name to sign with, a scheme that can be judged by, and words that can be read."""
    if connection.dialect.name == "sqlite":
        for table in _READ:
            yield from _unreadable(connection, table)
    revisions = connection.execute(select(tables.revision.c.version_num)).scalars().all()
    if revisions != [tables.REVISION]:
        said = " and ".join(str(one) for one in revisions) or "none"
        sentence = f"The project says that its schema is {said}; it is {tables.REVISION}."
        yield finding("schema", tables.revision.name, sentence)
    if not local(connection, "installation"):
        sentence = "This copy of the project has lost the name that it signs with."
        yield finding("copy", "installation", sentence)
    if not _is_scheme(local(connection, "scheme") or ""):
        sentence = "The scheme that the project plans to judge by is not whole."
        yield finding("scheme", "scheme", sentence)


def _is_scheme(written: str) -> bool:
    try:
        return canonical(scheme_of(json.loads(written)).content()) == written
    except (KeyError, TypeError, ValueError):
        return False


def _unreadable(connection: Connection, table: Table) -> Iterator[Finding]:
    """Bytes that are no text, which SQLite takes as such; a server looks itself."""
    for column in table.columns:
        if isinstance(column.type, String):
            held = connection.execute(select(cast(column, LargeBinary)).where(column.is_not(None)).distinct()).scalars()
            if not all(_is_text(some) for some in held):
                sentence = f"{table.name}.{column.name} holds something that is no text."
                yield finding("damage", f"{table.name}.{column.name}", sentence)


def _is_text(held: bytes) -> bool:
    try:
        held.decode()
    except UnicodeDecodeError:
        return False
    return True
