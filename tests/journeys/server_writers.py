"""Eight people at once in one project on a PostgreSQL server, each in a process of his own.

    python tests/journeys/server_writers.py 60

lets them judge, undo, redo, decide, mark and correct for that many seconds, and says what each got done and whether all
of it is there. It ends with 1 where anything that was acknowledged is missing, somebody failed, or `check` finds
something.
"""

import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress

from tests import servers

from annotate.domain import PRESETS, Claim, Document
from annotate.errors import BadInput, Nothing
from annotate.store import create_store, facts, open_store
from annotate.work import Desk, Response, check_project, correct, decide, judge, mark, redo, undo

WRITERS = 8
CLAIMS = 40
"""Few, so that they meet."""

LINE = "Report {number:06} counted the ships.\n"
WIDTH = len(LINE.format(number=0))
REFUSED = (Nothing, BadInput)
"""What somebody is told rightly: there is nothing to undo, others' claim has these bounds."""


def lay(url: str) -> None:
    """A project with a document of so many claims."""
    text = "".join(LINE.format(number=number) for number in range(CLAIMS))
    store = create_store(url, PRESETS["averitec"], version="0.1", now=_now)
    with closing(store), store.writing(alone=True) as ledger:
        ledger.add_text(Document.of(text).sha256, text)
        document = ledger.add(Document.of(text))
        for at in range(0, len(text), WIDTH):
            ledger.add(Claim(document, at, at + WIDTH - 1))


def _now() -> int:
    return time.time_ns() // 1000


def write(url: str, who: str, seconds: float) -> None:
    """One of them: says the id and the milliseconds of everything that was acknowledged."""
    dice = random.Random(who)
    with closing(open_store(url, version="0.1", now=_now)) as store:
        desk = Desk(store, who, _now, os.urandom)
        with store.reading() as connection:
            claims = [identity for identity, _ in facts(connection, "claim")]
            (document,) = (identity for identity, _ in facts(connection, "document"))
        print("ready", flush=True)
        sys.stdin.readline()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            begun = time.perf_counter()
            with suppress(*REFUSED):
                done = _act(desk, dice, dice.choice(claims), document)
                print(done, f"{(time.perf_counter() - begun) * 1e3:.3f}", flush=True)


def _act(desk: Desk, dice: random.Random, claim: str, document: str) -> str:
    """Do something, mostly judge; the id of what was recorded."""
    label, place = dice.choice(["refuted", "supported"]), dice.randrange(CLAIMS) * WIDTH
    acts: dict[Callable[[], str], int] = {
        lambda: judge(desk, claim, Response(verdict=label)).id: 20,
        lambda: undo(desk).id: 3,
        lambda: redo(desk).id: 2,
        lambda: decide(desk, claim, label)[0]: 2,
        lambda: mark(desk, document, start=place, end=place + dice.randrange(5, 9)).id: 1,
        lambda: correct(desk, claim, place, place + dice.randrange(9, 20)).id: 1,
    }
    return dice.choices(list(acts), list(acts.values()))[0]()


def run(url: str, seconds: float) -> int:
    """Let them work, and look at what is there afterwards."""
    started = [
        subprocess.Popen(
            [sys.executable, __file__, url, f"r{number}", str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(WRITERS)
    ]
    for process in started:
        if process.stdout:
            process.stdout.readline()
    for process in started:
        if process.stdin:
            process.stdin.write("go\n")
            process.stdin.flush()
    with ThreadPoolExecutor(WRITERS) as readers:
        said = list(readers.map(lambda process: process.communicate(), started))
    told = [[line.split() for line in out.splitlines()] for out, _ in said]
    failures = [error.strip().rpartition("\n")[2] for _, error in said if error]
    with closing(open_store(url, version="0.1", now=_now)) as store:
        with store.reading() as connection:
            kinds = ("judgement", "decision", "claim", "version")
            there = {identity for kind in kinds for identity, _ in facts(connection, kind)}
        findings = check_project(Desk(store, None, _now, os.urandom))
    missing = {identity for lines in told for identity, _ in lines} - there
    taken = sorted(float(milliseconds) for lines in told for _, milliseconds in lines)
    print(
        f"{WRITERS} writers, {seconds:g} s: {len(taken)} acts ({len(taken) / seconds:.0f}/s), "
        f"{min(map(len, told))} to {max(map(len, told))} each; p50 {statistics.median(taken):.1f} ms, "
        f"p99 {taken[math.ceil(0.99 * len(taken)) - 1]:.1f} ms, worst {taken[-1]:.0f} ms; "
        f"missing {len(missing)}, failed {len(failures)}, findings {len(findings)}"
    )
    for line in failures + [finding.sentence for finding in findings]:
        print(line, file=sys.stderr)
    return 1 if missing or failures or findings else 0


def main(seconds: float) -> int:
    """On a server of its own, which waits for its disk at every commit, or on the one that is given."""
    own = os.environ.get(servers.OWN)
    with ExitStack() as stack:
        server = stack.enter_context(closing(servers.Given(own) if own else servers.Server()))
        url = stack.enter_context(servers.database(server))
        lay(url)
        return run(url, seconds)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        write(sys.argv[1], sys.argv[2], float(sys.argv[3]))
    else:
        sys.exit(main(float(sys.argv[1])))
