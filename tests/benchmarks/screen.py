"""How quick the review screen is, beside a bare commit and a bare repaint measured in the same run.

    python tests/benchmarks/screen.py [KEYS]

Prints the ratios and asserts none. The projects are made once and kept in the temporary folder.
"""

import math
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.projects import project
from tests.benchmarks.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    ENABLE_COMMAND_PALETTE = False
    count = 0
    def compose(self):
        self.line = Static("Count 0 "); yield self.line
    def key_n(self):
        self.count += 1; self.line.update(f"Count {self.count} ")
Bare().run()
"""
SHAPES = {
    "100 claims, 5 kB": (20, 5, 5_000),
    "1,000,000 claims, 2 kB": (10_000, 100, 2_000),
    "100 claims, 1 MB": (2, 50, 1_000_000),
}
STARTS = 9
WARMUP = 5
JUMPS = 10
STILL = 0.15
"""Seconds without output after which nothing more is on its way from the last key."""

_HOME = "\x1b[H"
_END = "\x1b[F"
_BEGINS = b"\x1b[?2026h"
_ENDS = b"\x1b[?2026l"


class Framed(Terminal):
    """Shows a frame when it is whole, so that the clock stops at its end, not at the read that brought its top."""

    _held: bytes | None = None
    """What has come of the next frame; None until the terminal was told of one."""

    def press(self, key: str, awaited: str) -> float:
        """Milliseconds from a key to the end of the frame that shows the pattern; then waits until all is still."""
        begun = self.send(key)
        taken = (self.until(lambda text: re.search(awaited, text) is not None) - begun) * 1e3
        self.settle()
        return taken

    def settle(self) -> None:
        """Take in what is still on its way, its frames counted as the last key's."""
        while chunks := self._collect(time.perf_counter() + STILL):
            self.frames += sum(data.count(_BEGINS) for _, data in chunks)
            for _, data in chunks:
                self._feed(data)

    def _feed(self, data: bytes) -> None:
        """Up to the end of a frame; before the first one that is told, all of it."""
        whole, end, rest = ((self._held or b"") + data).rpartition(_ENDS)
        if end or self._held is not None:
            self._held = rest
            super()._feed(whole + end)
        else:
            super()._feed(data)


def commits(folder: Path, number: int) -> list[float]:
    """Milliseconds of durable commits of a row by raw sqlite3."""
    raw = sqlite3.connect(folder / "bare.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE IF NOT EXISTS judgement (claim INTEGER, verdict TEXT, content TEXT)")
    taken = []
    for row in range(number):
        begun = time.perf_counter()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("INSERT INTO judgement VALUES (?, 'refuted', ?)", (row, "x" * 300))
        raw.execute("COMMIT")
        taken.append((time.perf_counter() - begun) * 1e3)
    return taken


def repaints(number: int) -> list[float]:
    """Milliseconds from a key to the repaint of one Static."""
    terminal = Framed([sys.executable, "-c", BARE])
    terminal.until(lambda text: "Count 0 " in text)
    time.sleep(0.5)
    terminal.settle()
    taken = [terminal.press("n", f"Count {count} ") for count in range(1, number + 1)]
    terminal.close()
    return taken


def keys(file: Path, number: int) -> tuple[list[float], list[int], list[float]]:
    """Milliseconds from a label key to the painted next claim, commit included, the frames that each took, and
    milliseconds of far jumps (to the last claim of the queue and back to the first, by the list of claims)."""
    terminal = Framed(_review(file))
    terminal.until(lambda text: "1/" in text and "▶" in text and "saved" in text)
    time.sleep(2.0)
    terminal.settle()
    start, size = map(int, re.findall(r" (\d+)/(\d+) ", terminal.text())[0])
    taken, frames = [], []
    for count in range(start + 1, start + 1 + WARMUP + number):
        taken.append(terminal.press("12"[count % 2], f" {count}/"))
        frames.append(terminal.frames)
    _jump(terminal, _HOME, 1)  # not counted: how far that is depends on where the keys led to
    jumps = [_jump(terminal, *end) for end in [(_END, size), (_HOME, 1)] * JUMPS]
    terminal.close()
    return taken[WARMUP:], frames[WARMUP:], jumps


def _jump(terminal: Framed, key: str, place: int) -> float:
    """From Enter in the list to the claim at that end of the queue, painted."""
    terminal.press("l", "Enter open")
    terminal.press(key, f"▶ *{place} ")
    return terminal.press("\r", f" {place}/")


def starts(command: Sequence[str], awaited: str, number: int) -> list[float]:
    """Milliseconds from the start of a process to the screen that holds `awaited`."""
    taken = []
    for _ in range(number):
        terminal = Terminal(command)
        taken.append((terminal.until(lambda text: awaited in text) - terminal.started) * 1e3)
        terminal.close()
    return taken


def _review(file: Path) -> list[str]:
    return [sys.executable, "-m", "annotate", "--project", str(file), "--reviewer", f"r{time.time_ns()}", "review"]


def _told(taken: Sequence[float]) -> tuple[float, float]:
    """Median, and the 99th percentile by nearest rank."""
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[math.ceil(0.99 * len(ordered)) - 1]


def _baseline(folder: Path, number: int) -> float:
    commit, repaint = _told(commits(folder, 500))[0], _told(repaints(number))[0]
    print(f"bare commit {commit:.2f} ms, bare repaint {repaint:.2f} ms")
    return commit + repaint


def _measure_keys(folder: Path, name: str, file: Path, number: int) -> None:
    """Between two baselines, since a shared machine drifts."""
    before = _baseline(folder, number // 2)
    taken, frames, jumps = keys(file, number)
    unit = (before + _baseline(folder, number // 2)) / 2
    p50, p99 = _told(taken)
    print(
        f"{name}: label key to next claim p50 {p50:.2f} ms = {p50 / unit:.2f}, p99 {p99:.1f} ms = {p99 / unit:.2f}; "
        f"frames a key {statistics.median(frames):.0f} (at most {max(frames)}); "
        f"far jump {_told(jumps)[0] / p50:.2f} of a key\n"
    )


def _measure_starts(name: str, file: Path) -> None:
    """One start of each kind after the other, so that all see the same machine."""
    bare, frames, claims = [], [], []
    for _ in range(STARTS):
        bare += starts([sys.executable, "-c", BARE], "Count 0 ", 1)
        frames += starts(_review(file), "annotate", 1)
        claims += starts(_review(file), "▶", 1)
    unit = statistics.median(bare)
    frame, claim = statistics.median(frames) / unit, statistics.median(claims) / unit
    print(f"{name}: bare start {unit:.0f} ms; first frame {frame:.2f} and first claim {claim:.2f} times that\n")


def main(number: int) -> None:
    """Measure and print."""
    kept = Path(tempfile.gettempdir()) / "annotate-benchmarks"
    kept.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept) as folder:
        for name, (documents, claims, size) in SHAPES.items():
            # A copy, so that no run finds the judgements of the one before.
            made = project(kept, documents=documents, claims=claims, size=size)
            file = Path(shutil.copy(made, Path(folder) / made.name))
            _measure_starts(name, file)
            _measure_keys(Path(folder), name, file, min(number, documents * claims - 2 - WARMUP))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 90)
