"""What a judgement through the ledger costs beside raw sqlite3 doing the same statements, and beside one bare insert.

    python tests/benchmarks/commits.py [JUDGEMENTS]

Every judgement is given, done again in raw sqlite3, and followed by one row through the store's own transaction and
one by raw sqlite3, in turns, so that all four see the same machine. All four commit durably. Prints ratios and asserts
none.
"""

import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import insert
from tests.desks import Clock
from tests.journeys.writers import blank
from tests.statements import Statement, heard

from annotate.store import Store, facts, open_store, tables
from annotate.work import Desk, Response, judge

_ROW = insert(tables.local)


def recorded(file: Path, claims: list[str]) -> list[list[Statement]]:
    """The statements of each judgement, without the beginning and the end of its transaction."""
    each = []
    with judging(file) as give, heard() as sent:
        for claim in claims:
            sent.clear()
            give(claim)
            each.append(list(sent))
    return each


@contextmanager
def judging(file: Path) -> Iterator[Callable[[str], object]]:
    """Gives a judgement of a claim; the same ones in the same order record the same, byte by byte."""
    with opened(file) as store:
        desk = Desk(store, "ada", store.now, bytes)
        yield lambda claim: judge(desk, claim, Response(verdict="refuted"))


def opened(file: Path) -> "closing[Store]":
    """The project in that file."""
    return closing(open_store(str(file), version="0.1", now=Clock()))


def one_row(store: Store, row: int) -> None:
    """A transaction of the store that writes one row."""
    with store.writing() as ledger:
        ledger.raw.execute(_ROW, {"name": str(row), "value": "x" * 300})


def raw(file: Path) -> sqlite3.Connection:
    """As the store opens it."""
    connection = sqlite3.connect(file, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "recursive_triggers = ON"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def again(connection: sqlite3.Connection, statements: list[Statement]) -> None:
    """The same statements by sqlite3 alone, every row fetched."""
    connection.execute("BEGIN IMMEDIATE")
    for statement, parameters, many in statements:
        if many:
            connection.executemany(statement, parameters)
        else:
            connection.execute(statement, parameters).fetchall()
    connection.execute("COMMIT")


def bare_row(connection: sqlite3.Connection, row: int) -> None:
    """The same by sqlite3 alone."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO local (name, value) VALUES (?, ?)", (str(row), "x" * 300))
    connection.execute("COMMIT")


def milliseconds(doing: Callable[[], object]) -> float:
    """What it takes."""
    begun = time.perf_counter()
    doing()
    return (time.perf_counter() - begun) * 1e3


def measured(folder: Path, number: int) -> list[float]:
    """Median milliseconds of a judgement, of its statements by raw sqlite3, of a row by the store, and by sqlite3."""
    blank(made := folder / "made.db", number)
    names = ("recorded", "judged", "again", "row", "bare")
    files = {name: Path(shutil.copy(made, folder / f"{name}.db")) for name in names}
    with opened(made) as store, store.reading() as connection:
        claims = [identity for identity, _ in facts(connection, "claim")]
    sent = recorded(files["recorded"], claims)
    taken = []
    with (
        judging(files["judged"]) as give,
        closing(raw(files["again"])) as same,
        opened(files["row"]) as store,
        closing(raw(files["bare"])) as bare,
    ):
        for row, (claim, statements) in enumerate(zip(claims, sent, strict=True)):
            doing = partial(give, claim), partial(again, same, statements), partial(one_row, store, row)
            taken.append([milliseconds(one) for one in (*doing, partial(bare_row, bare, row))])
    return [statistics.median(column) for column in zip(*taken[number // 10 :], strict=True)]


def main(number: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        judged, same, row, bare = measured(Path(folder), number)
    print(f"{number} durable commits of each kind; a bare row by sqlite3 took {bare:.2f} ms (median)")
    print(f"a row through the store     {row / bare:5.2f} times that")
    print(f"a judgement                 {judged / bare:5.2f} times that")
    print(f"its statements by sqlite3   {same / bare:5.2f} times that; the judgement {judged / same:.2f} times those")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
