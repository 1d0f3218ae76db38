"""Eight people at once in one project on a PostgreSQL server, each in a process of his own.

    python tests/journeys/server_writers.py 60

lets them judge, undo, redo, decide, mark and correct for that many seconds, and says what each got done and whether all
of it is there. It ends with 1 where anything that was acknowledged is missing, anything is there of which nobody was
told, somebody failed, or `check` finds something.
"""

import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass

from tests import servers

from annotate.domain import PRESETS, Claim, Document, Withdrawal
from annotate.errors import BadInput, Nothing
from annotate.store import ClaimRow, Reading, create_store, facts, open_store
from annotate.work import Desk, Response, check_project, correct, decide, judge, mark, redo, undo

WRITERS = 8
CLAIMS = 40
"""Few, so that they meet."""

LINE = "Report {number:06} counted the ships.\n"
WIDTH = len(LINE.format(number=0))
KINDS = ("judgement", "decision", "claim", "version")
BACK = ("undo", "redo")
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
    """One of them: says the verb, the id and the milliseconds of everything that was acknowledged."""
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
                print(*done, f"{(time.perf_counter() - begun) * 1e3:.3f}", flush=True)


def _act(desk: Desk, dice: random.Random, claim: str, document: str) -> tuple[str, str]:
    """Do something, mostly judge; the verb, and the id of what was recorded, or undone, or stands again."""
    label, place = dice.choice(["refuted", "supported"]), dice.randrange(CLAIMS) * WIDTH
    acts: dict[str, tuple[int, Callable[[], str]]] = {
        "judge": (20, lambda: judge(desk, claim, Response(verdict=label)).id),
        "undo": (3, lambda: undo(desk).id),
        "redo": (2, lambda: redo(desk).id),
        "decide": (2, lambda: decide(desk, claim, label)[0]),
        "mark": (1, lambda: mark(desk, document, start=place, end=place + dice.randrange(5, 9)).id),
        "correct": (1, lambda: _version(correct(desk, claim, place, place + dice.randrange(9, 20)))),
    }
    (verb,) = dice.choices(list(acts), [weight for weight, _ in acts.values()])
    return verb, acts[verb][1]()


def _version(claim: ClaimRow) -> str:
    """The id of what gives a claim its bounds."""
    return claim.version_id or claim.id


@dataclass(frozen=True)
class Compared:
    """How much was acknowledged and is not there, and how much is there that nobody was told of."""

    missing: int
    doubled: int


def compared(connection: Reading, told: Mapping[str, list[list[str]]]) -> Compared:
    """Hold what each reviewer was told (verb, id, milliseconds) against the facts.

    Undos and redos have the ids of what they were done to, and are counted: each is a withdrawal of his. To mark or to
    correct what was undone withdraws as well, so that of redone claims and versions there may be more.
    """
    there = {identity for kind in KINDS for identity, _ in facts(connection, kind)}
    answers = {identity for kind in ("judgement", "decision") for identity, _ in facts(connection, kind)}
    said = {line[1] for lines in told.values() for line in lines}
    withdrawals = {identity: fact for identity, fact in facts(connection, "withdrawal") if isinstance(fact, Withdrawal)}
    done = Counter(_withdrawn(fact, withdrawals) for fact in withdrawals.values())
    wanted = Counter((who, line[0], line[1][:3]) for who, lines in told.items() for line in lines if line[0] in BACK)
    more = {place: number for place, number in (done - wanted).items() if place[1] == "undo" or place[2] == "j1_"}
    return Compared(len(said - there) + (wanted - done).total(), len(answers - said) + sum(more.values()))


def _withdrawn(fact: Withdrawal, withdrawals: Mapping[str, Withdrawal]) -> tuple[str, str, str]:
    """By whom it was done, whether it takes back or brings back, and the kind (letter) of what."""
    undone = withdrawals.get(fact.fact)
    return fact.author, "redo" if undone else "undo", (undone or fact).fact[:3]


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
    told = {f"r{number}": [line.split() for line in out.splitlines()] for number, (out, _) in enumerate(said)}
    failures = [
        error.strip().rpartition("\n")[2] or f"A writer ended with {process.returncode}."
        for process, (_, error) in zip(started, said, strict=True)
        if error or process.returncode
    ]
    with closing(open_store(url, version="0.1", now=_now)) as store:
        with store.reading() as connection:
            found = compared(connection, told)
        findings = check_project(Desk(store, None, _now, os.urandom))
    taken = sorted(float(line[2]) for lines in told.values() for line in lines)
    counts = [len(lines) for lines in told.values()]
    print(
        f"{WRITERS} writers, {seconds:g} s: {len(taken)} acts ({len(taken) / seconds:.0f}/s), "
        f"{min(counts)} to {max(counts)} each; p50 {statistics.median(taken):.1f} ms, "
        f"p99 {taken[math.ceil(0.99 * len(taken)) - 1]:.1f} ms, worst {taken[-1]:.0f} ms; "
        f"missing {found.missing}, doubled {found.doubled}, failed {len(failures)}, findings {len(findings)}"
    )
    for line in failures + [finding.sentence for finding in findings]:
        print(line, file=sys.stderr)
    return 1 if found.missing or found.doubled or failures or findings else 0


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
