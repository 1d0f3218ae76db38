"""How quick the review screen is, beside a bare commit and a bare repaint measured in the same run.

    python tests/benchmarks/screen.py [KEYS]

Prints the ratios and asserts none. The projects are made once and kept in the temporary folder.
"""

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
    terminal = Terminal([sys.executable, "-c", BARE])
    terminal.until(lambda text: "Count 0 " in text)
    taken = [_key(terminal, "n", f"Count {count} ") for count in range(1, number + 1)]
    terminal.close()
    return taken


def judgements(file: Path, number: int) -> tuple[list[float], list[int]]:
    """Milliseconds from a label key to the painted next claim, commit included; and terminal writes a key."""
    terminal = Terminal(_review(file))
    terminal.until(lambda text: "1/" in text and "▶" in text)
    start = int(terminal.text().split("/")[0].split()[-1])
    time.sleep(0.5)
    taken, frames = [], []
    for count in range(start + 1, start + 1 + number):
        taken.append(_key(terminal, "12"[count % 2], f" {count}/"))
        frames.append(terminal.frames)
    terminal.close()
    return taken, frames


def _key(terminal: Terminal, key: str, awaited: str) -> float:
    time.sleep(0.08)
    begun = terminal.send(key)
    return (terminal.until(lambda text: awaited in text) - begun) * 1e3


def starts(command: Sequence[str], awaited: str) -> float:
    """Median milliseconds from the start of a process to the screen that holds `awaited`."""
    taken = []
    for _ in range(STARTS):
        terminal = Terminal(command)
        taken.append((terminal.until(lambda text: awaited in text) - terminal.started) * 1e3)
        terminal.close()
    return statistics.median(taken)


def _review(file: Path) -> list[str]:
    return [sys.executable, "-m", "annotate", "--project", str(file), "--reviewer", f"r{time.time_ns()}", "review"]


def _told(taken: Sequence[float]) -> tuple[float, float]:
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[int(0.99 * (len(ordered) - 1))]


def main(number: int) -> None:
    """Measure and print."""
    folder = Path(tempfile.gettempdir()) / "annotate-benchmarks"
    folder.mkdir(exist_ok=True)
    commit, repaint = _told(commits(folder, 500)), _told(repaints(number))
    unit = commit[0] + repaint[0]
    print(f"bare commit {commit[0]:.2f} ms, bare repaint {repaint[0]:.2f} ms; the ratios are to their sum")
    bare = starts([sys.executable, "-c", BARE], "Count 0 ")
    print(f"bare start {bare:.0f} ms\n")
    for name, (documents, claims, size) in SHAPES.items():
        file = project(folder, documents=documents, claims=claims, size=size)
        taken, frames = judgements(file, min(number, documents * claims - 2))
        p50, p99 = _told(taken)
        frame, first = starts(_review(file), "annotate"), starts(_review(file), "▶")
        print(
            f"{name}: key to next claim p50 {p50:.2f} ms = {p50 / unit:.2f}, p99 {p99:.1f} ms = {p99 / unit:.2f}; "
            f"writes a key {statistics.median(frames):.0f}; "
            f"first frame {frame / bare:.2f} and first claim {first / bare:.2f} times a bare start"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 90)
