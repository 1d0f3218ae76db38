"""A writer who records flat out while a backup is made: what he notices of it.

    python tests/benchmarks/backing.py

prints how many commits he gets through alone and beside the backup, and how long the slowest took.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from tests.desks import project

from annotate.domain import Claim, Document
from annotate.store import open_store
from annotate.work import Desk, backup

DOCUMENTS, CLAIMS = 4_000, 10
ALONE = 5.0
"""Seconds for which the writer is watched alone."""

WRITE = """
import sys, time
from itertools import count
from annotate.domain import Reviewer
from annotate.store import open_store
store = open_store(sys.argv[1], version="0.1", now=lambda: time.time_ns() // 1000)
for number in count():
    began = time.monotonic()
    with store.writing("ada") as ledger:
        ledger.add(Reviewer(f"r{number}"))
    print(began, time.monotonic(), flush=True)
"""
"""Records a fact, says from when to when, and so on."""


def laid(file: Path) -> None:
    """A project of some 50 MB."""
    with project(file) as lead, lead.store.writing() as ledger:
        for number in range(DOCUMENTS):
            text = f"{number}: " + "The river rose by two feet in a night. " * 130
            ledger.add_text(Document.of(text).sha256, text)
            document = ledger.add(Document.of(text))
            for at in range(CLAIMS):
                ledger.add(Claim(document, at * 10, at * 10 + 9))


def noted(notes: Path) -> list[tuple[float, float]]:
    """From when to when each commit went; a line that the kill cut off is none."""
    whole, _, _ = notes.read_text(encoding="ascii").rpartition("\n")
    return [(float(began), float(ended)) for began, ended in map(str.split, whole.splitlines())]


def told(name: str, commits: list[tuple[float, float]], seconds: float) -> str:
    """A line of figures."""
    took = sorted((end - begin) * 1000 for begin, end in commits)
    return (
        f"{name:18}{len(took) / seconds:8.0f} commits/s   p50 {statistics.median(took):6.2f} ms   "
        f"p99 {took[len(took) * 99 // 100]:7.2f} ms   slowest {took[-1]:7.1f} ms"
    )


def main() -> int:
    """Lay, watch, copy, tell."""
    with tempfile.TemporaryDirectory() as name:
        file, copy, notes = (Path(name) / part for part in ("annotate.db", "copy.db", "commits.txt"))
        laid(file)
        # Into a file: in a pipe that nobody reads meanwhile he would stand still after a few thousand commits.
        with notes.open("wb") as note, subprocess.Popen([sys.executable, "-c", WRITE, file], stdout=note) as writer:
            while not notes.stat().st_size and writer.poll() is None:
                time.sleep(0.01)
            watched = time.monotonic()
            time.sleep(ALONE)
            began = time.monotonic()
            with closing(open_store(str(file), version="0.1", now=lambda: time.time_ns() // 1000)) as store:
                backup(Desk(store, None, store.now, bytes), copy)
            ended = time.monotonic()
            if writer.poll() is not None:
                raise SystemExit(f"The writer ended with {writer.returncode} before the backup did.")
            writer.kill()
        commits = noted(notes)
        before = [one for one in commits if watched <= one[0] and one[1] < began]
        beside = [one for one in commits if began <= one[1] <= ended]
        size = copy.stat().st_size / 1e6
        print(told("alone", before, began - watched))
        print(told("beside the backup", beside, ended - began))
        print(f"backup: {size:.0f} MB copied and looked through in {ended - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
