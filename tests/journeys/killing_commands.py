"""Commands that are killed at a random moment of their work, and what must be there then.

    python tests/journeys/killing_commands.py 1000 [--only VERB] [--seed N]

prints a table: a row a verb. A failure names its verb and seed, and `… 1 --only VERB --seed N` plays that one again.

Each run is a process of its own, forked from one that has loaded the program already, so that the kill meets the work
and not the loading of modules. It is killed at a moment of the time that the command takes when nobody kills it.
"""

import argparse
import os
import random
import signal
import sqlite3
import statistics
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import psycopg
from tests.journeys.killed_verbs import DONE, ENDED, VERBS, Trial, Verb, folder, prepared

from annotate.errors import Refusal

PROCESSES = 2
SPOKEN = "spoken.txt"
MEASURED = 3
"""Runs that are not killed, and whose middle duration is that within which the others are."""


WRONG = (AssertionError, Refusal, OSError, sqlite3.Error, psycopg.Error)
"""What somebody meets who looks at what a command left, where that is not as it should be."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: whether it was killed, the lines that it had printed before, the seconds that it took."""

    was_killed: bool
    printed: list[str]
    seconds: float

    @property
    def said(self) -> list[str]:
        """What it acknowledged; AssertionError where it ended by itself, and did not do its work."""
        ends = [line for line in self.printed if line.startswith(ENDED)]
        assert ends == [DONE] or (self.was_killed and not ends), f"it ended by itself: {ends or 'without a word'}"
        return self.printed


def done_by(work: Callable[[], None], spoken: Path, after: float | None) -> Ended:
    """Work in a process that is killed so many seconds after it began.

    What it says on stderr is added to the file `spoken`.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing, spoken)
    os.close(writing)
    began = time.monotonic()
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    with open(reading, encoding="utf-8") as said:
        lines = [line.rstrip("\n") for line in said if line.endswith("\n")]
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status) == -signal.SIGKILL, lines, time.monotonic() - began)


def _work(work: Callable[[], None], writing: int, spoken: Path) -> None:
    """In the child: what it prints is read by its parent, what it says is kept."""
    os.dup2(writing, 1)
    os.dup2(os.open(spoken, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 2)
    os.close(writing)
    sys.stdout, sys.stderr = (open(stream, "w", encoding="utf-8", closefd=False) for stream in (1, 2))  # noqa: SIM115
    try:
        work()
    finally:
        if sys.exc_info()[0]:
            os.write(2, traceback.format_exc().encode())
        os._exit(0)


def killed(verb: Verb, seed: int, place: Path) -> Counter[str]:
    """One run, and what came of it."""
    within = duration(verb)
    dice = random.Random(f"{verb.name} {seed}")
    trial = verb.lay(place, dice)
    try:
        ended = done_by(trial.work, place / SPOKEN, dice.uniform(0, within))
        wrong = wrong_with(trial, ended)
    finally:
        trial.close()
    if wrong:
        print(f"{verb.name}, seed {seed}: {wrong}", flush=True)
    counts = {"killed": ended.was_killed, "done": not ended.was_killed, "failed": bool(wrong)}
    return Counter({"runs": 1, "acknowledged": len(ended.printed)} | {name: int(held) for name, held in counts.items()})


def wrong_with(trial: Trial, ended: Ended) -> str:
    """What is not as it should be with what a command left, in one line; nothing where all is well."""
    try:
        trial.look(ended.said)
    except WRONG as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{error!r:.300} ({Path(place.filename).name}:{place.lineno})"
    return ""


@cache
def duration(verb: Verb) -> float:
    """How many seconds the command takes when nobody kills it."""
    taken = []
    for number in range(MEASURED):
        with folder() as name:
            trial = verb.lay(Path(name), random.Random(number))
            try:
                ended = done_by(trial.work, Path(name) / SPOKEN, None)
                if wrong := wrong_with(trial, ended):
                    why = (Path(name) / SPOKEN).read_text(encoding="utf-8")
                    raise SystemExit(f"{verb.name} does not do what it should, even if nobody kills it: {wrong} {why}")
            finally:
                trial.close()
            taken.append(ended.seconds)
    return statistics.median(taken)


def some(name: str, seeds: range) -> Counter[str]:
    """Several runs of a verb."""
    came: Counter[str] = Counter()
    for seed in seeds:
        with folder() as place:
            came += killed(VERBS[name], seed, Path(place))
    return came


def main() -> int:
    """So many runs, over all verbs; prints what came of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("runs", type=int)
    asked.add_argument("--only", choices=list(VERBS))
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    names = [given.only] if given.only else list(VERBS)
    share = -(-given.runs // len(names))
    began = time.monotonic()
    with prepared(), ProcessPoolExecutor(PROCESSES, get_context("fork")) as pool:
        parts = [range(given.seed + first, given.seed + share, PROCESSES) for first in range(PROCESSES)]
        begun = {name: [pool.submit(some, name, seeds) for seeds in parts] for name in names}
        came = {name: sum((one.result() for one in begun[name]), Counter[str]()) for name in names}
    print(table(came))
    print(f"seeds {given.seed} to {given.seed + share - 1}, {time.monotonic() - began:.0f} s")
    return 1 if any(one["failed"] for one in came.values()) else 0


def table(came: dict[str, Counter[str]]) -> str:
    """A row a verb, and all of them together."""
    rows = [*came.items(), ("all", sum(came.values(), Counter[str]()))]
    heads = ("verb", "runs", "killed at work", "done before", "lines acknowledged", "lost or unclean")
    keys = ("runs", "killed", "done", "acknowledged", "failed")
    lines = [heads, *((name, *(str(one[key]) for key in keys)) for name, one in rows)]
    return "\n".join(f"{line[0]:18}" + "".join(f"{cell:>20}" for cell in line[1:]) for line in lines)


if __name__ == "__main__":
    sys.exit(main())
