"""How long it takes to merge what a copy has grown by, and how much memory, beside SQLite alone.

    python tests/benchmarks/merge.py [FACTS]

Two copies of a small project part; in one of them many more facts are recorded, and the other takes them in. Prints and
asserts nothing. SQLite alone attaches the file and inserts the rows of every table that the merge fills, with the same
indexes, in one durable transaction; it verifies nothing. Each runs in a process of its own.
"""

import gc
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.desks import Clock

from annotate.domain import PRESETS, Assignment, Claim, Document, Evidence, Fact, Judgement, Reviewer
from annotate.store import Ledger, create_store, open_store
from annotate.work import Desk, merge

CLAIMS, VOTES, SIZE = 100, 3, 5_000
"""Of each document: its claims, the judgements of each, and its length in characters."""

TABLES = """body fact writer log about document claim judgement decision assignment lacking citation"""
SCHEME = PRESETS["averitec"]


def main() -> None:
    """Make the project, take it in both ways, and say what each took."""
    if sys.argv[1:2] == ["--once"]:
        print(*_once(*sys.argv[2:5]))
        return
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        base, source = str(Path(folder) / "base.db"), str(Path(folder) / "source.db")
        create_store(base, SCHEME, version="0.1", now=Clock()).close()
        _grow(base, range(1))
        shutil.copyfile(base, source)
        made = _grow(source, range(1, max(2, facts // (1 + CLAIMS * (2 + VOTES)))))
        size = Path(source).stat().st_size / 1e6
        print(f"{made:,} facts with as many log entries, {size:,.0f} MB", flush=True)
        taken = {}
        for how in ("bare", "merge", "again"):
            target = str(Path(folder) / ("merge.db" if how == "again" else f"{how}.db"))
            if how != "again":
                shutil.copyfile(base, target)
            words = [sys.executable, __file__, "--once", how, source, target]
            ran = subprocess.run(words, capture_output=True, text=True, check=True)
            taken[how], peak = map(float, ran.stdout.split())
            print(f"{_CALLED[how]}: {taken[how]:.1f} s, peak {peak:.0f} MB resident", flush=True)
        print(f"ratio {taken['merge'] / taken['bare']:.2f}")


_CALLED = {
    "bare": "ATTACH and INSERT OR IGNORE of the same rows",
    "merge": "merge",
    "again": "merge again, nothing new",
}


def _grow(target: str, documents: range) -> int:
    """Record so many documents with all that is said of their claims; how many facts there are now."""
    store = open_store(target, version="0.1", now=Clock())
    for first in range(documents.start, documents.stop, 100):
        with store.writing() as ledger:
            for number in range(first, min(first + 100, documents.stop)):
                for fact in _facts(ledger, number):
                    ledger.add(fact)
    with store.reading() as connection:
        (made,) = connection.exec_driver_sql("SELECT count(*) FROM fact").one()
    store.close()
    return int(made)


def _facts(ledger: Ledger, number: int) -> Iterator[Fact]:
    """A document, its claims, who owes them, and what was said of them."""
    text = f"{number} " + "The ministry said so again. " * (SIZE // 28)
    document = Document.of(text)
    ledger.add_text(document.sha256, text)
    yield document
    scheme = ledger.add(SCHEME)
    for voter in range(VOTES):
        yield Reviewer(f"reviewer{voter}")
    document_id = ledger.add(document)
    for place in range(CLAIMS):
        claim = ledger.add(Claim(document_id, place * 40, place * 40 + 30))
        yield Assignment(claim, f"reviewer{place % VOTES}")
        for voter in range(VOTES):
            evidence = (Evidence(url=f"https://example.org/{number}/{place}", stance="refutes", quote="It is not so."),)
            label = SCHEME.verdict.labels[(place * voter) % 4].id
            at = 1_600_000_000_000_000 + (number * CLAIMS + place) * 1_000_000
            yield Judgement(
                claim,
                f"reviewer{voter}",
                scheme,
                verdict=label,
                rationale="The table of the ministry says otherwise.",
                evidence=evidence if voter == 0 else (),
                at=at,
                milliseconds=8_000,
            )


def _once(how: str, source: str, target: str) -> tuple[float, float]:
    """Seconds, and the peak of resident memory in MB."""
    gc.set_threshold(200_000, 10, 10)  # as the console script does
    begun = time.perf_counter()
    if how == "bare":
        _bare(source, target)
    else:
        merge(Desk(open_store(target, version="0.1", now=Clock()), None, Clock(), bytes), source)
    return time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _bare(source: str, target: str) -> None:
    raw = sqlite3.connect(target, isolation_level=None)
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("ATTACH ? AS other", (source,))
    raw.execute("BEGIN IMMEDIATE")
    for table in TABLES.split():
        raw.execute(f"INSERT OR IGNORE INTO {table} SELECT * FROM other.{table}")
    raw.execute("COMMIT")
    raw.close()


if __name__ == "__main__":
    main()
