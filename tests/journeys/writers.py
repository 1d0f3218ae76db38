"""Eight writers on one SQLite project: what each got done, how long a commit took, and whether all of it is there.

    python tests/journeys/writers.py 60

runs them at human pace and flat out, that many seconds each, and prints a line for each. It ends with 1 where anything
that was acknowledged is missing, a writer failed, `check` finds something, or one got less than a tenth of his share.
"""

import math
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from tests.desks import project

from annotate.domain import Claim, Document
from annotate.store import facts, open_store
from annotate.work import Desk, Response, check_project, judge

ROOT = Path(__file__).resolve().parents[2]
WRITERS = 8
CLAIMS = 500
LEAST = 0.1
"""The share of what each would get by right below which nobody must fall."""

PACES = {"human pace": 0.05, "flat out": 0.0}
"""For how many seconds, on the average, a writer pauses between two commits."""

LABELS = ("refuted", "supported")


@dataclass(frozen=True)
class Ran:
    """What came of a run: how much each writer was told to be done, milliseconds of every commit, what went wrong."""

    counts: tuple[int, ...]
    taken: tuple[float, ...]
    failures: tuple[str, ...]
    missing: int
    findings: int
    log_bytes: int

    @property
    def lowest(self) -> float:
        """The count of the writer who got least, over what each would get by right."""
        return min(self.counts) * len(self.counts) / max(1, sum(self.counts))

    @property
    def is_sound(self) -> bool:
        """Whether nothing was lost, nobody failed and nobody starved."""
        return not (self.failures or self.missing or self.findings) and self.lowest >= LEAST


def blank(file: Path, claims: int = CLAIMS) -> None:
    """Make a project of so many claims."""
    lines = [f"Report {number:06} counted the ships.\n" for number in range(claims)]
    text, width = "".join(lines), len(lines[0])
    with project(file) as desk, desk.store.writing() as ledger:
        ledger.add_text(Document.of(text).sha256, text)
        document = ledger.add(Document.of(text))
        for at in range(0, len(text), width):
            ledger.add(Claim(document, at, at + width - 1))


def write(file: str, told: str, seconds: str, pause: str) -> None:
    """One writer, in a process of his own: begins at a line on stdin, notes each commit behind it, in one write."""
    with closing(open_store(file, version="0.1", now=lambda: time.time_ns() // 1000)) as store:
        desk = Desk(store, Path(told).name, store.now, os.urandom)
        with store.reading() as connection:
            claims = [identity for identity, _ in facts(connection, "claim")]
        judge(desk, claims[-1], Response(verdict=LABELS[0]))  # the first takes long, and is nobody's pace
        print("ready", flush=True)
        sys.stdin.readline()
        end = time.monotonic() + float(seconds)
        with open(told, "wb", buffering=0) as note:
            for label, claim in ((label, claim) for label in cycle(LABELS) for claim in claims):
                begun = time.perf_counter()
                done = judge(desk, claim, Response(verdict=label))
                note.write(f"{done.id} {(time.perf_counter() - begun) * 1e3:.3f}\n".encode())
                if time.monotonic() > end:
                    return
                time.sleep(random.uniform(0, 2 * float(pause)))


def run(file: Path, seconds: float, pause: float, writers: int = WRITERS) -> Ran:
    """Let the writers work on a new project in that file, and look at what is there afterwards."""
    blank(file)
    notes = [file.with_name(f"writer{number}") for number in range(writers)]
    started = [_started(str(file), str(note), str(seconds), str(pause)) for note in notes]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    largest = _watched(file, started)
    said = [process.communicate()[1] for process in started]
    failures = (
        error or f"A writer ended with {process.returncode}."
        for process, error in zip(started, said, strict=True)
        if error or process.returncode
    )
    return _found(file, notes, tuple(failures), largest)


def _started(*words: str) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, "--one", *words]
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment)


def _watched(file: Path, started: "list[subprocess.Popen[str]]") -> int:
    """How large the write-ahead log became while they worked."""
    largest = 0
    while any(process.poll() is None for process in started):
        if (log := Path(f"{file}-wal")).exists():
            largest = max(largest, log.stat().st_size)
        time.sleep(0.1)
    return largest


def _found(file: Path, notes: list[Path], failures: tuple[str, ...], log_bytes: int) -> Ran:
    told = [[line.split() for line in note.read_text().splitlines()] for note in notes]
    acknowledged = {identity for lines in told for identity, _ in lines}
    with closing(open_store(str(file), version="0.1", now=time.time_ns)) as store:
        with store.reading() as connection:
            there = {identity for identity, _ in facts(connection, "judgement")}
        findings = len(check_project(Desk(store, None, store.now, bytes)))
    taken = tuple(float(milliseconds) for lines in told for _, milliseconds in lines)
    return Ran(tuple(map(len, told)), taken, failures, len(acknowledged - there), findings, log_bytes)


def _told(ran: Ran, name: str, seconds: float) -> str:
    return (
        f"{name:<12} {len(ran.taken):>8} {len(ran.taken) / seconds:>7.0f} {ran.lowest:>7.2f} "
        f"{statistics.median(ran.taken):>7.2f} {_p99(ran.taken):>7.2f} {max(ran.taken):>8.1f} {len(ran.failures):>7} "
        f"{ran.missing:>7} {ran.findings:>8} {ran.log_bytes / 2**20:>7.1f}"
    )


def _p99(taken: Sequence[float]) -> float:
    """By nearest rank."""
    return sorted(taken)[math.ceil(0.99 * len(taken)) - 1]


def _bare(folder: Path) -> list[float]:
    from tests.benchmarks.screen import commits  # brings much along that the writers, who load this too, do not need

    return commits(folder, 1000)


def main(seconds: float) -> int:
    """Each pace in turn; prints a line for each."""
    print(f"{WRITERS} processes on one file, {seconds:g} s each; commits in ms, the log at its largest in MiB")
    print(f"{'':<12}  commits   per s  lowest     p50     p99    worst  failed missing findings     log")
    sound = True
    with tempfile.TemporaryDirectory() as name:
        bare = _bare(Path(name))
        for number, (pace, pause) in enumerate(PACES.items()):
            (folder := Path(name) / str(number)).mkdir()
            ran = run(folder / "annotate.db", seconds, pause)
            print(_told(ran, pace, seconds), flush=True)
            for failure in ran.failures:
                print(failure.strip().rpartition("\n")[2], file=sys.stderr)
            sound = sound and ran.is_sound
        bare += _bare(Path(name))
    print(f"a bare row by sqlite3, alone on its file, before and after: p50 {statistics.median(bare):.2f}, ", end="")
    print(f"p99 {_p99(bare):.2f}, worst {max(bare):.1f} ms")
    return 0 if sound else 1


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        write(*sys.argv[2:])
    else:
        sys.exit(main(float(sys.argv[1])))
