"""How quick the review screen is, beside a bare commit and a bare repaint measured in the same run.

    python tests/benchmarks/screen.py [KEYS]

Prints the ratios and asserts none. The projects are made once and kept in the temporary folder.
"""

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
    time.sleep(0.5)
    taken = [_key(terminal, "n", f"Count {count} ") for count in range(1, number + 1)]
    terminal.close()
    return taken


def keys(file: Path, number: int) -> tuple[list[float], list[int], list[float]]:
    """Milliseconds from a label key to the painted next claim, commit included, the frames that each took, and
    milliseconds of far jumps (to the other end of the document and back, by the list of claims)."""
    terminal = Terminal(_review(file))
    terminal.until(lambda text: "1/" in text and "▶" in text and "saved" in text)
    time.sleep(2.0)
    start = int(terminal.text().split("/")[0].split()[-1])
    taken, frames = [], []
    for count in range(start + 1, start + 1 + WARMUP + number):
        taken.append(_key(terminal, "12"[count % 2], f" {count}/"))
        frames.append(terminal.frames)
    jumps = [_jump(terminal, key) for key in ["end", "home"] * JUMPS]
    terminal.close()
    return taken[WARMUP:], frames[WARMUP:], jumps


def _jump(terminal: Terminal, key: str) -> float:
    """From Enter in the list to the claim at that end of the queue, painted."""
    _key(terminal, "l", "▶")
    _pressed(terminal, {"end": "\x1b[F", "home": "\x1b[H"}[key])
    return _pressed(terminal, "\r")


def _pressed(terminal: Terminal, key: str) -> float:
    """Milliseconds from a key to the first bytes that change the screen."""
    time.sleep(0.12)
    before = terminal.text()
    begun = terminal.send(key)
    return (terminal.until(lambda text: text != before) - begun) * 1e3


def _key(terminal: Terminal, key: str, awaited: str) -> float:
    time.sleep(0.08)
    begun = terminal.send(key)
    return (terminal.until(lambda text: awaited in text) - begun) * 1e3


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
    ordered = sorted(taken)
    return statistics.median(ordered), ordered[int(0.99 * (len(ordered) - 1))]


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
