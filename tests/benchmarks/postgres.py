"""How fast judgements are recorded on PostgreSQL, beside bare psycopg that executes the very same statements.

    python tests/benchmarks/postgres.py [JUDGEMENTS]

Each judgement is a verb with a durable commit of its own. Its statements are noted with their values, and executed
again on a copy of the database: by one client, and by eight at once. Prints the ratios and asserts none. The server is
one of its own, or the one in ANNOTATE_TEST_POSTGRES.
"""

import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from tests.servers import OWN, Given, Server
from tests.statements import Statement, heard

from annotate.domain import PRESETS, Claim, Document
from annotate.store import create_store, open_store
from annotate.work import Desk, Response, judge

CLIENTS = (1, 8)
ROUNDS = 3
WARMUP = 10
"""Verbs before the clock starts: statements are built, and prepared, when they are first needed."""

Statements = list[Statement]
"""Those of one verb."""


class Bench:
    """A server with a project of so many claims for each of eight reviewers, all of whom it knows."""

    def __init__(self, server: Server | Given, each: int) -> None:
        self._server = server
        self._names = (f"annotate_bench_{os.getpid()}_{number}" for number in count())
        self._copies: list[str] = []
        self.base = self._made("template0")
        self.claims = _lay(server.url(self.base), max(CLIENTS), each + WARMUP)

    def copy(self) -> str:
        """The URL of another copy of the project as it was at the beginning."""
        return self._server.url(self._made(self.base))

    def close(self) -> None:
        """Leave the server as it was."""
        for name in self._copies:
            self._say("DROP DATABASE {} (FORCE)", name)

    def _made(self, like: str) -> str:
        name = next(self._names)
        self._say("CREATE DATABASE {} TEMPLATE {}", name, like)
        self._copies.append(name)
        return name

    def _say(self, words: str, *names: str) -> None:
        with psycopg.connect(self._server.url(), autocommit=True) as raw:
            raw.execute(sql.SQL(words).format(*map(sql.Identifier, names)))


def _lay(url: str, reviewers: int, each: int) -> list[list[str]]:
    """A project of one document; the claims (ids) of each reviewer."""
    text = "abcdefghijklmnopqrstuvwxyz" * (reviewers * (each + 1))
    with closing(create_store(url, PRESETS["averitec"], version="0.1", now=_now)) as store:
        with store.writing(alone=True) as ledger:
            ledger.add_text(Document.of(text).sha256, text)
            document = ledger.add(Document.of(text))
            claims = [ledger.add(Claim(document, at, at + 5)) for at in range(reviewers * (each + 1))]
        dealt = [claims[number::reviewers] for number in range(reviewers)]
        for number, own in enumerate(dealt):
            judge(Desk(store, f"r{number}", _now, bytes), own.pop(), Response(verdict="refuted"))
    return dealt


def _now() -> int:
    return time.time_ns() // 1000


def noted(url: str, claims: Sequence[Sequence[str]]) -> list[list[Statements]]:
    """Record all of it on that copy; reviewer by reviewer, the statements of each judgement."""
    found = []
    with closing(open_store(url, version="0.1", now=_now)) as store, heard() as verb:
        for number, own in enumerate(claims):
            desk, his = Desk(store, f"r{number}", _now, bytes), []
            for claim in own:
                verb.clear()
                judge(desk, claim, Response(verdict="refuted"))
                his.append(list(verb))
            found.append(his)
    return found


def by_ledger(url: str, number: int, claims: Sequence[str]) -> Iterator[Callable[[], object]]:
    """A reviewer's judgements, one call each."""
    with closing(open_store(url, version="0.1", now=_now)) as store:
        desk = Desk(store, f"r{number}", _now, bytes)
        for claim in claims:
            yield lambda claim=claim: judge(desk, claim, Response(verdict="refuted"))  # type: ignore[misc]


def bare(url: str, _: int, verbs: Sequence[Statements]) -> Iterator[Callable[[], object]]:
    """Noted statements, those of one verb with their commit a call."""
    with psycopg.connect(url, autocommit=True) as raw, raw.cursor() as cursor:
        raw.execute("SET synchronous_commit = on")

        def verb(statements: Statements) -> None:
            for words, values, many in statements:
                execute: Callable[[str, Any], object] = cursor.executemany if many else cursor.execute
                execute(words, values)
                if cursor.description:
                    cursor.fetchall()
            raw.commit()

        for statements in verbs:
            yield lambda statements=statements: verb(statements)  # type: ignore[misc]


def one_insert(url: str, number: int, verbs: Sequence[object]) -> Iterator[Callable[[], object]]:
    """As many commits of one row, for orientation."""
    with psycopg.connect(url) as raw:
        raw.execute(f"CREATE TABLE bare_{number} (claim TEXT, verdict TEXT, content TEXT)")

        def insert() -> None:
            raw.execute(f"INSERT INTO bare_{number} VALUES ('c', 'refuted', %s)", ["x" * 300])
            raw.commit()

        raw.commit()
        yield from (insert for _ in verbs)


Way = Callable[[str, int, Any], Iterator[Callable[[], object]]]
HOW: dict[str, Way] = {"ledger": by_ledger, "bare": bare, "insert": one_insert}


def client(how: str, url: str, number: str, file: str) -> None:
    """One client, in a process of its own: says when it is ready, waits for the word, and says when it is done."""
    calls = HOW[how](url, int(number), pickle.loads(Path(file).read_bytes())[int(number)])
    for _ in range(WARMUP):
        next(calls)()
    print("ready", flush=True)
    sys.stdin.readline()
    for call in calls:
        call()
    print("done", flush=True)


def rate(how: str, url: str, file: Path, clients: int, each: int) -> float:
    """Commits a second of so many clients at once."""
    started = [
        subprocess.Popen(
            [sys.executable, __file__, how, url, str(number), str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(clients)
    ]
    for process in started:
        _line(process)
    begun = time.perf_counter()
    for process in started:
        if process.stdin:
            process.stdin.write("go\n")
            process.stdin.flush()
    for process in started:
        _line(process)
    taken = time.perf_counter() - begun
    for process in started:
        process.communicate()
    return clients * each / taken


def _line(process: "subprocess.Popen[str]") -> None:
    if process.stdout is None or not process.stdout.readline():
        raise SystemExit("A client ended before it was done.")


def measure(bench: Bench, folder: Path, each: int) -> None:
    """Measure and print, the three ways in turn, since a shared machine drifts."""
    (folder / "claims").write_bytes(pickle.dumps(bench.claims))
    statements = noted(bench.copy(), bench.claims)
    (folder / "statements").write_bytes(pickle.dumps(statements))
    print(f"A judgement takes {statistics.median(len(verb) for verb in statements[0])} statements.")
    given = {"ledger": folder / "claims", "bare": folder / "statements", "insert": folder / "claims"}
    for clients in CLIENTS:
        rates: dict[str, list[float]] = {how: [] for how in HOW}
        for _ in range(ROUNDS):
            for how in HOW:
                rates[how].append(rate(how, bench.copy(), given[how], clients, each))
        ledger, bare_, insert = (statistics.median(rates[how]) for how in HOW)
        ratio = statistics.median(one / other for one, other in zip(rates["ledger"], rates["bare"], strict=True))
        print(
            f"{clients} at once: {ledger:.0f} judgements/s, bare psycopg {bare_:.0f} = {ratio:.2f}; "
            f"one bare insert a commit {insert:.0f}/s"
        )


def main(each: int) -> None:
    """Begin a server, or use the one that is given."""
    own = os.environ.get(OWN)
    with ExitStack() as stack:
        server = stack.enter_context(closing(Given(own) if own else Server()))
        bench = stack.enter_context(closing(Bench(server, each)))
        measure(bench, Path(stack.enter_context(tempfile.TemporaryDirectory())), each)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        client(*sys.argv[1:])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
