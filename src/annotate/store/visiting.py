"""Another project, looked at for what it holds: never changed, and read as it was at one moment."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Executable, bindparam, select

from annotate.domain import Fact, digest
from annotate.errors import BadInput, Unusable
from annotate.store import opening, tables
from annotate.store.faults import refusing
from annotate.store.footing import same_file
from annotate.store.parts import folder_apart
from annotate.store.whole import CHECK_THERE, Written, read, shaped, whole

_REDACTED = select(tables.redacted.c.id).where(
    tables.redacted.c.id == bindparam("wanted"), tables.redacted.c.digest == bindparam("now")
)

Answered = TypeVar("Answered")

STREAM = {"stream_results": True, "yield_per": 2_000}
"""How a million rows are read without holding them."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Another copy of the project: one consistent view of it, and what it is called."""

    connection: Connection
    name: str

    def read(self, wanted: Executable, given: Mapping[str, object] | None = None) -> Iterator[Any]:
        """The rows, as they are asked for; what its engine says is said of it, not of the project that reads."""
        with refusing(self.name):
            found = self.connection.execute(wanted, given or {}, execution_options=STREAM)
            for some in found.partitions():  # a row at a time takes twice as long
                yield from some

    def whole(self, written: Written) -> Fact:
        """The fact, as the copy holds it: whole, or without what was redacted of it there; BadInput otherwise."""
        given = {"wanted": written.id}
        if read(written) is None and any(self.read(_REDACTED, given | {"now": digest(written.kind, written.content)})):
            fact = shaped(written)
            if fact is not None:
                return fact
        return whole(written)

    def ask(self, question: Callable[[Connection], Answered]) -> Answered:
        """The answer to a question that trusts what is written there; BadInput where that cannot be read."""
        try:
            with refusing(self.name):
                return question(self.connection)
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
            raise BadInput(f"What {self.name} holds cannot be read.", CHECK_THERE) from error


@contextmanager
def visited(target: str) -> Iterator[Copy]:
    """One consistent view of the project at the target (a path or a URL), even while others write there.

    One of an earlier schema is copied to a temporary place and upgraded there. Raises Unusable where there is none.
    """
    engine, found = opening.visit(target)
    try:
        if found == tables.REVISION:
            with _view(engine, target) as copy:
                yield copy
        else:
            with _upgraded(engine, target) as copy:
                yield copy
    finally:
        engine.dispose()


@contextmanager
def _view(engine: Engine, target: str) -> Iterator[Copy]:
    with refusing(opening.shown(target)):
        connection = engine.connect()
    try:
        yield Copy(connection, opening.shown(target))
        connection.rollback()
    finally:
        connection.close()


@contextmanager
def _upgraded(engine: Engine, target: str) -> Iterator[Copy]:
    """A view of a copy of it, gone with the block."""
    if engine.dialect.name != "sqlite":
        raise Unusable(
            f"{opening.shown(target)} has the schema of an earlier version of annotate.",
            f"Let this version upgrade it first: annotate --project {opening.shown(target)} status.",
        )
    with folder_apart() as folder:
        copy = str(folder / "copy.db")
        with refusing(opening.shown(target)), engine.connect() as connection, closing(sqlite3.connect(copy)) as into:
            connection.connection.driver_connection.backup(into)  # type: ignore[union-attr]
        upgraded = opening.connect(copy, int, keep=False)
        try:
            with _view(upgraded, target) as view:
                yield view
        finally:
            upgraded.dispose()


def is_same(one: str, other: str) -> bool:
    """Whether two targets are one project: one file, whatever it is called, or one URL."""
    if opening.is_url(one) or opening.is_url(other):
        return one == other
    return same_file(one, other)
