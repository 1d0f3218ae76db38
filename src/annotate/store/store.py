"""An open project: where readings and writings begin."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Cursor

from sqlalchemy import Connection, Engine

from annotate.counting import Count
from annotate.domain import Moment, Scheme, Setting
from annotate.errors import Unusable
from annotate.store import opening
from annotate.store.faults import refusing
from annotate.store.footing import APART, Footing, is_elsewhere
from annotate.store.ledger import Ledger
from annotate.store.past import copy_until, hide
from annotate.store.purging import purge
from annotate.store.registry import local
from annotate.store.transactions import begun, commit, end_reading
from annotate.store.turns import Line

Reading = Connection
"""What a question is asked through: one consistent view of the project."""


class Store:
    """A project's database. `version` is the tool's, for the log; `now` gives microseconds UTC.

    `wait` is for how many seconds a writer waits for others before it gives up: Busy. When it has waited for a second
    for a SQLite file, `waits` is called. `shown` is the target as it may be shown. `counted` is for store/units.py.
    """

    def __init__(self, target: str, engine: Engine, *, version: str, now: Callable[[], Moment]) -> None:
        self.target = target
        self.shown = opening.shown(target)
        self.version = version
        self.now = now
        self.wait = opening.WAIT
        self.waits: Callable[[], None] = _silently
        self.counted: dict[str, tuple[object, Count]] = {}
        self._engine = engine
        self._line = Line(None if is_elsewhere(target) else target)
        self._footing = Footing(target)
        with self.reading() as connection:
            self.installation = local(connection, "installation") or ""

    @property
    def file(self) -> Path | None:
        """The project's file, links followed; None where it is in a database of a server."""
        return None if opening.is_url(self.target) else Path(os.path.realpath(self.target))

    @property
    def name(self) -> str:
        """What the file or the database is called, without an ending."""
        return self.file.stem if self.file else opening.database_of(self.target)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the project; nothing done through it is kept."""
        with refusing(self.shown), begun(self._engine) as connection:
            yield connection
            end_reading(connection)

    @contextmanager
    def writing(self, author: str = "", *, alone: bool = False) -> Iterator[Ledger]:
        """A transaction: durable when the block ends, as if it had never been when an exception leaves it.

        On a server several authors write side by side; `alone` is for what goes through the whole project.
        """
        options = {"begins": self._begins, "writing": True, "wait": self.wait, "author": None if alone else author}
        with refusing(self.shown), begun(self._engine, **options) as connection:
            ledger = Ledger(connection, author, self.installation, self.version, self.now)
            yield ledger
            ledger.flush()
            self._footing.check()
            commit(connection, ledger.signed)

    def write_ahead(self) -> None:
        """Have SQLite keep its write-ahead log again, where somebody has told the file otherwise."""
        with refusing(self.shown), self._engine.connect() as connection:
            opening.write_ahead(connection)

    def _begins(self, cursor: Cursor) -> None:
        self._line.begin(cursor, self.wait, self.waits)

    def as_of(self, moment: Moment, *, blind: bool = False) -> "Store":
        """The project as it was at a time, by the authors' clocks, over the facts that are held now.

        A private database that is gone with the process, and lies in a temporary file once it is large. With `blind`
        it is for a reviewer's eyes: what is hidden from him now is not shown as it was, either.
        """
        past = Store(APART, opening.apart(), version=self.version, now=self.now)
        with self.reading() as connection, past.writing(alone=True) as ledger:
            copy_until(connection, ledger.connection, moment)
            if blind:
                hide(connection, ledger.connection)
            ledger.local("scheme", local(connection, "scheme") or "")
        return past

    def purge(self) -> bool:
        """Make the database let go of what was overwritten; whether it could: nobody reads in it, and it has room."""
        try:
            with refusing(self.shown):
                return purge(self._engine)
        except Unusable:
            return False

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
        self._line.clear()


def _silently() -> None:
    """What is said of waiting where nobody listens."""


def create_store(
    target: str, scheme: Scheme, *, version: str, now: Callable[[], Moment], guidelines: str = ""
) -> Store:
    """A new project, whole or not at all.

    The scheme becomes a fact with the first judgement by it; until then it may be replaced.
    """
    with opening.created(target) as engine:
        store = Store(target, engine, version=version, now=now)
        with store.writing(alone=True) as ledger:
            ledger.plan_scheme(scheme)
            if guidelines:
                ledger.add(Setting("guidelines", guidelines, now()))
    return store


def store_in(file: Path, scheme: Scheme, *, version: str, now: Callable[[], Moment]) -> Store:
    """The same in a file that is there and empty."""
    store = Store(str(file), opening.laid(str(file)), version=version, now=now)
    with store.writing() as ledger:
        ledger.plan_scheme(scheme)
    return store


def open_store(target: str, *, version: str, now: Callable[[], Moment], keep: bool = True) -> Store:
    """The project at the target; Unusable with a next step where there is none or it cannot be used.

    Where it has to be upgraded, a copy of it as it was is kept beside it; without `keep` (it is a copy itself) none is.
    """
    return Store(target, opening.connect(target, now, keep=keep), version=version, now=now)
