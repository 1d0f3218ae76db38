"""What a long piece of work has to remember, kept out of memory: a million names would take a third of a gigabyte."""

import sqlite3

from annotate.store.faults import refusing

MOST = 30_000
"""Names that are kept in memory; beyond them they go to a temporary file."""

_LAID = (
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -8000",
    "CREATE TABLE kept (one TEXT, other TEXT, place INTEGER, value TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID",
    "BEGIN",
)
_KEEP = "INSERT INTO kept VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
_GET = "SELECT value FROM kept WHERE one = ? AND other = ?"
_FIRST = "SELECT other FROM kept WHERE one = ? ORDER BY place LIMIT 1"

_HERE = "what an import remembers (a temporary file)"

_Names = tuple[str, str]


class Scratch:
    """Texts under two names each, as a dictionary would keep them.

    The file that many of them need is SQLite's own temporary one: nobody else can open it, and it goes with this.
    """

    def __init__(self) -> None:
        self._fresh: dict[_Names, str] = {}
        self._file: sqlite3.Connection | None = None
        self._places = 0

    def __setitem__(self, names: _Names, value: str) -> None:
        self._fresh[names] = value
        if len(self._fresh) >= MOST:
            self._spill()

    def get(self, names: _Names) -> str | None:
        """What is kept under these names; None where nothing is."""
        return self._fresh[names] if names in self._fresh else self._asked(_GET, *names)

    def first(self, one: str) -> str | None:
        """Of what is kept under names that begin with `one`, what came first; None where nothing does."""
        other = self._asked(_FIRST, one)
        if other is None:
            other = next((other for name, other in self._fresh if name == one), None)
        return None if other is None else self.get((one, other))

    def close(self) -> None:
        """Forget everything."""
        if self._file is not None:
            self._file.close()

    def _asked(self, question: str, *names: str) -> str | None:
        if self._file is None:
            return None
        with refusing(_HERE):
            found = self._file.execute(question, names).fetchone()
        return found[0] if found else None

    def _spill(self) -> None:
        with refusing(_HERE):
            if self._file is None:
                self._file = sqlite3.connect("", isolation_level=None)
                for statement in _LAID:
                    self._file.execute(statement)
            # In their order, so that neighbours in the file are written together.
            ordered = sorted((*names, place) for place, names in enumerate(self._fresh, self._places))
            self._file.executemany(_KEEP, ((*kept, self._fresh[kept[0], kept[1]]) for kept in ordered))
        self._places += len(self._fresh)
        self._fresh = {}
