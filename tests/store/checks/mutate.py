"""Every cell, row, rule and byte of a small project changed in turn: `make mutate` prints what became of it.

A change is refused on opening, found, harmless, or of this copy's own; anything else is printed with its place, and
ends the program with 1.
"""

import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.store.checks import flipping
from tests.store.checks.mutating import Bench, Mutation, Wreck, of_cells, of_rules, tables_of
from tests.store.checks.specimen import specimen, unclean

PART = 100
HANGS = 600
"""Seconds after which a hundred changes are taken to hang."""

Outcome = tuple[str, str, str]
"""Which part of the project, what became of the change, and where it was."""


def of_bytes(whole: bytes) -> Iterator[flipping.Flip]:
    """Changes of the file."""
    yield from flipping.of_header(whole)
    yield from flipping.of_structure(whole)
    yield from flipping.of_pages(whole)
    yield from flipping.of_regions(whole, Random(4))


def cells(part: int, whole: bytes) -> list[Outcome]:
    """One part of the changes by cells, rows and rules."""
    some = wanted(whole)[part * PART : (part + 1) * PART]
    with TemporaryDirectory() as folder:
        bench = Bench(whole, Path(folder) / "annotate.db")
        return [(f"rows of {one.table}", bench.outcome(one), f"{one.column} {one.values!r:.120}") for one in some]


def wanted(whole: bytes) -> list[Mutation]:
    """All changes by cells, rows and rules."""
    with TemporaryDirectory() as folder:
        (file := Path(folder) / "annotate.db").write_bytes(whole)
        with closing(sqlite3.connect(file)) as raw:
            return [one for table in tables_of(raw) for one in of_cells(raw, table)] + list(of_rules(raw))


def flips(part: int, whole: bytes) -> list[Outcome]:
    """One part of the changes of the file by bytes."""
    some = islice(of_bytes(whole), part * PART, (part + 1) * PART)
    with TemporaryDirectory() as folder:
        wreck = Wreck(whole, Path(folder) / "annotate.db")
        return [(f"bytes: {one.what}", wreck.outcome(one.held), str(one.at)) for one in some]


def logs(part: int, left: tuple[bytes, bytes]) -> list[Outcome]:
    """One part of the changes of a write-ahead log that was left beside the file."""
    whole, wal = left
    some = islice(flipping.of_log(wal, Random(4)), part * PART, (part + 1) * PART)
    with TemporaryDirectory() as folder:
        wreck = Wreck(whole, Path(folder) / "annotate.db", wal)
        return [(f"log beside it: {one.what}", wreck.outcome(whole, one.held), str(one.at)) for one in some]


def _parts(changes: Iterable[object]) -> int:
    return -(-sum(1 for _ in changes) // PART)


def main() -> int:
    """Run all, in so many processes; say how it went."""
    whole, left = specimen(), unclean()
    jobs: list[tuple[Callable[..., list[Outcome]], int, object]] = [
        *((cells, part, whole) for part in range(_parts(wanted(whole)))),
        *((logs, part, left) for part in range(_parts(flipping.of_log(left[1], Random(4))))),
        *((flips, part, whole) for part in range(_parts(of_bytes(whole)))),
    ]
    told: Counter[tuple[str, str]] = Counter()
    unexplained = []
    with ProcessPoolExecutor(int(sys.argv[1])) as pool:
        started = [pool.submit(job, part, on) for job, part, on in jobs]
        for done, future in enumerate(started, 1):
            for what, outcome, where in future.result(HANGS):
                told[what, outcome] += 1
                if outcome.startswith("differing"):
                    unexplained.append(f"UNEXPLAINED {what}, {where}: {outcome}")
                    print(unexplained[-1], flush=True)
            print(f"\r{done} of {len(started)} parts", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for (what, outcome), number in sorted(told.items()):
        print(f"{number:>7}  {what:<34} {outcome}")
    print(f"{sum(told.values())} changes, {len(unexplained)} unexplained")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
