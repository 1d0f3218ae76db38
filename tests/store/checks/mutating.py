"""Changes of a project behind the program's back: every cell, every row, every byte; and whether anybody notices."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.desks import Clock
from tests.store.checks.flipping import FRAME, last_commits
from tests.store.checks.seen import seen

from annotate.domain import Claim, canonical, fact_id
from annotate.errors import Unusable
from annotate.store import Store, check, open_store
from annotate.store.faults import refusing
from annotate.store.opening import connect

Row = tuple[object, ...]

SAME = "harmless: all that can be seen is the same"
TORN = "torn: the last commit ends there, which looks as if the power had failed before it was done"
WHOLE = "a whole row"
"""Stands for the column where a row is gone, or was never recorded."""

OWN: dict[tuple[str, str], tuple[set[str], str]] = {
    ("log", "row"): ({"log", "undo"}, "the order in which this copy lists entries; what followed what, digests say"),
    ("log", "source"): (
        {"log", "undo", "documents", "queue", "search"},
        "where a file lay that this copy imported; no fact, never exported or merged",
    ),
    ("local", "value"): ({"undo"}, "this copy's name: its authors begin new chains, those before stay whole"),
    **{
        ("draft", column): ({"drafts"}, "what somebody is typing is no fact yet")
        for column in ("typed", "field", WHOLE)
    },
    **{("draft", column): ({"drafts"}, "whose it is, and of which claim") for column in ("reviewer", "claim")},
}
"""Column of what is this copy's own → what of all that can be seen may differ, and why nobody can know better."""


class Mutation(NamedTuple):
    """A statement, its values, and the table and column (or `WHOLE`) that it changes."""

    table: str
    column: str
    statement: str
    values: Row = ()


def tables_of(raw: sqlite3.Connection) -> list[str]:
    """Every table that holds rows, those of the index of words too."""
    listed = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return [name for (name,) in listed if not name.startswith("sqlite_")]


MANY = 20
"""Rows from which on a cell is tried with a few of the values that could stand there."""


def of_cells(raw: sqlite3.Connection, table: str) -> Iterator[Mutation]:
    """Every cell with what could stand there instead, each row gone, each row once more."""
    chance = Random(table)
    columns = [column[1] for column in raw.execute(f"PRAGMA table_info({table})")]
    rows = raw.execute(f"SELECT * FROM {table}").fetchall()
    for row in rows:
        yield Mutation(table, WHOLE, f"DELETE FROM {table} WHERE {_this(columns)}", row)
        yield Mutation(table, WHOLE, f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", _again(rows, row))
        for at, column in enumerate(columns):
            instead = others(row[at], [one[at] for one in rows])
            for other in instead if len(rows) < MANY else chance.sample(instead, 3):
                changed = f'UPDATE {table} SET "{column}" = ? WHERE {_this(columns)}'
                yield Mutation(table, column, changed, (other, *row))


def of_rules(raw: sqlite3.Connection) -> Iterator[Mutation]:
    """Tables, indexes and guards gone or other ones, and what was never there."""
    for kind, name, table, laid in raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall():
        if kind in ("index", "trigger") and laid:
            yield Mutation(table, kind, f"DROP {kind} {name}")
        elif kind == "table" and not name.startswith(("passage_words_", "sqlite_")):
            yield Mutation(table, kind, f"DROP TABLE {name}")
            yield Mutation(table, kind, f"ALTER TABLE {name} RENAME TO gone")
        if laid:
            for before, behind in (("NOT NULL", ""), ("UNIQUE", "CHECK"), ("REFERENCES", "CHECK"), ("BEFORE", "AFTER")):
                if before in laid:
                    other = laid.replace(before, behind, 1)
                    yield Mutation(table, kind, "UPDATE sqlite_master SET sql = ? WHERE name = ?", (other, name))
    yield Mutation("log", "trigger", "CREATE TRIGGER more BEFORE INSERT ON log BEGIN SELECT RAISE(IGNORE); END")
    yield Mutation("log", "index", "CREATE UNIQUE INDEX more ON log (digest, at)")
    for pragma in ("application_id = 7", "user_version = 7"):
        yield Mutation("file", "pragma", f"PRAGMA {pragma}")
    for table, values in FOREIGN:
        yield Mutation(table, WHOLE, f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


_STRANGE = Claim("d1_" + "0" * 32, 0, 4)
_TEXT = "A text of nobody's."
FOREIGN: tuple[tuple[str, Row], ...] = (
    ("fact", (900, "s1_x", "scheme", "{}")),
    ("fact", (900, fact_id("claim", canonical(_STRANGE.content())), "claim", canonical(_STRANGE.content()))),
    ("body", (sha256(_TEXT.encode()).hexdigest(), _TEXT.encode(), len(_TEXT))),
    ("writer", (900, "max", "another", None, 0)),
    ("gap", ("0" * 32,)),
    ("redacted", ("c1_" + "0" * 32, "0" * 64)),
    ("redacted", (sha256(_TEXT.encode()).hexdigest(), "0" * 64)),
    ("local", ("another", "thing")),
    ("draft", ("max", "c1_" + "0" * 32, "answer", "{}", 7)),
    ("passage", (900, 1, 0, 4)),
    ("passage_words", ("word",)),
    ("lacking", (39,)),
    ("citation", (39, 0, "https://example.org/")),
)
"""Rows that nobody recorded."""


def _this(columns: list[str]) -> str:
    return " AND ".join(f'"{column}" IS ?' for column in columns)


def _again(rows: list[Row], row: Row) -> Row:
    """The row once more, under numbers and names that nobody has."""
    return tuple(_beside([one[at] for one in rows], value) for at, value in enumerate(row))


def _beside(column: list[Any], value: object) -> object:
    if len(set(column)) < len(column):
        return value
    return max(column) + 1 if isinstance(value, int) else f"{value}x" if isinstance(value, str) else value


def others(value: object, column: list[object]) -> list[object]:
    """Another row's value, some that nobody has, one of another type, none at all."""
    made: list[object] = []
    match value:
        case int():
            made = [value + 1, value - 1, -value, str(value)]
        case str():
            made = [value + "x", value[:-1], value[::-1], value.swapcase(), "", "{}", "\x1b[2J", 7, b"\xff\xfe"]
        case bytes():
            made = [value + b"x", value[:-1], value[::-1], b"", value[:-1] + bytes([value[-1] ^ 1]) if value else b"x"]
        case None:
            made = ["x", 7, 1]
    near = [other for other in column if other != value][:2]
    return [other for other in [*near, *made, None] if other != value or type(other) is not type(value)]


@dataclass
class Bench:
    """A project on which changes are tried one after the other, and taken back."""

    whole: bytes
    file: Path
    seen_before: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.file.write_bytes(self.whole)
        self.seen_before = seen(self.file)
        self.engine = connect(str(self.file), int)

    def outcome(self, mutation: Mutation) -> str:
        """What becomes of it, in words."""
        found = self.found(mutation)
        if found is None:
            return "refused: by the engine"
        if found:
            return f"found: {' '.join(sorted(found))}"
        differing = self.differing(mutation)
        if not differing:
            return SAME
        allowed, why = OWN.get((mutation.table, mutation.column), (set(), ""))
        if differing == {"refused"}:
            return "refused: on opening"
        if {what.partition(" of ")[0] for what in differing} <= allowed:
            return f"this copy's own: {why}"
        return f"differing: {', '.join(sorted(differing))}"

    def found(self, mutation: Mutation) -> set[str] | None:
        """The kinds of what check finds; None where the engine does not take the change."""
        with self.engine.connect() as connection:
            raw: Any = connection.connection.driver_connection
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                _change(raw, mutation, begun=connection.exec_driver_sql("SELECT 1").scalar() == 1)
                return {finding.what for finding in check(connection)}
            except sqlite3.IntegrityError:
                return None
            finally:
                connection.rollback()

    def differing(self, mutation: Mutation) -> set[str]:
        """What of all that anybody could see is not as it was; "refused" alone where nobody sees anything any more."""
        changed = self.file.with_name("changed.db")
        for side in ("-wal", "-shm"):
            changed.with_name(changed.name + side).unlink(missing_ok=True)
        changed.write_bytes(self.whole)
        with closing(sqlite3.connect(changed, isolation_level=None)) as raw:
            _change(raw, mutation, begun=True)
        try:
            now = seen(changed)
        except Unusable:
            return {"refused"}
        return {what for what in self.seen_before if now[what] != self.seen_before[what]}


class Rows(NamedTuple):
    """The schema, and by table the names of its columns and every row, as SQLite reads them."""

    schema: list[Row]
    columns: dict[str, list[str]]
    tables: dict[str, list[Row]]


@dataclass
class Wreck:
    """A project whose file is changed by bytes; `wal` is what was left beside it."""

    whole: bytes
    file: Path
    wal: bytes = b""
    rows: Rows = field(init=False)
    torn: Rows | None = None
    seen_before: dict[str, object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.wal:
            self._lay(self.whole, self.wal[:-FRAME])
            self.torn = rows_of(self.file)
        self._lay(self.whole, self.wal)
        self.rows = rows_of(self.file)
        self._lay(self.whole, self.wal)
        self.seen_before = seen(self.file)
        self.engine = connect(str(self.file), int)

    def _lay(self, whole: bytes, wal: bytes) -> None:
        for side in ("-wal", "-shm", "-journal"):
            self.file.with_name(self.file.name + side).unlink(missing_ok=True)
        self.file.write_bytes(whole)
        if wal:
            self.file.with_name(self.file.name + "-wal").write_bytes(wal)

    def outcome(self, whole: bytes, wal: bytes = b"") -> str:
        """What becomes of it: refused, found (as what), the same rows, all the same to see; or what differs."""
        self.engine.dispose()
        self._lay(whole, wal)
        try:
            found = self._found(anew=whole[:100] != self.whole[:100])
        except Unusable as refusal:
            return f"refused: {refusal.sentence.replace(str(self.file), 'FILE')}"
        finally:
            self.engine.dispose()
        return f"found: {' '.join(sorted(found))}" if found else self._harmless(whole, wal)

    def _found(self, *, anew: bool) -> set[str]:
        """With the engine that was there before, whose statements are made already, unless the header is another."""
        store = open_store(str(self.file), version="0.1", now=Clock()) if anew else self._store()
        with closing(store), store.reading() as connection:
            return {finding.what for finding in check(connection)}

    def _store(self) -> Store:
        with refusing(str(self.file)), self.engine.connect() as connection:
            connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        return Store(str(self.file), self.engine, version="0.1", now=Clock())

    def _harmless(self, whole: bytes, wal: bytes) -> str:
        self._lay(whole, wal)
        rows = rows_of(self.file)
        if rows == self.rows:
            return "harmless: every row is the same"
        if rows == self.torn and wal[: len(self.wal)].startswith(self.wal[: last_commits(self.wal)[1]]):
            return TORN
        self._lay(whole, wal)
        now = seen(self.file)
        differing = {what for what in self.seen_before if now[what] != self.seen_before[what]}
        if not differing:
            return SAME
        kinds = {what.partition(" of ")[0] for what in differing}
        own = _own(self.rows, rows, kinds)
        return f"this copy's own: {own}" if own else f"differing: {', '.join(sorted(differing))}"


def _own(before: Rows, after: Rows, kinds: set[str]) -> str:
    """Why nobody can know better, where the rows differ in nothing but what is this copy's own; "" where they do."""
    if _without_own(before) != _without_own(after):
        return ""
    changed = {name for name, rows in before.tables.items() if rows != after.tables[name]}
    reasons = [(allowed, why) for (table, _), (allowed, why) in OWN.items() if table in changed]
    allowed = set[str]().union(*(some for some, _ in reasons))
    return "; ".join(dict.fromkeys(why for some, why in reasons if some & kinds)) if kinds <= allowed else ""


def _without_own(rows: Rows) -> object:
    """All that digests tell of: without drafts and names of this copy, the order of the log and its files' names."""
    kept = {name: held for name, held in rows.tables.items() if name not in ("draft", "local")}
    aside = [at for at, column in enumerate(rows.columns["log"]) if column in ("row", "source")]
    log = [tuple(value for at, value in enumerate(row) if at not in aside) for row in rows.tables["log"]]
    return rows.schema, rows.columns, kept | {"log": sorted(log, key=repr)}


def rows_of(file: Path) -> Rows:
    """All that stands in a file."""
    with closing(sqlite3.connect(file)) as raw:
        raw.text_factory = bytes
        schema = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        raw.text_factory = str
        names = tables_of(raw)
        columns = {name: [column[1] for column in raw.execute(f"PRAGMA table_info({name})")] for name in names}
        raw.text_factory = bytes
        return Rows(schema, columns, {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names})


def _change(raw: sqlite3.Connection, mutation: Mutation, *, begun: bool) -> None:
    """Run the statement with the guards away, and put these back."""
    guards = []
    if begun and mutation.column != "trigger":
        guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA writable_schema = on")
    raw.execute(mutation.statement, mutation.values)
    raw.execute("PRAGMA writable_schema = off")
    for _, guard in guards:
        with suppress(sqlite3.OperationalError):  # its table may be gone
            raw.execute(guard)
