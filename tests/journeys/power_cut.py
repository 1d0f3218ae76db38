"""A power cut, simulated: what a disk may hold of the write-ahead log when the last commit was under way.

    python tests/journeys/power_cut.py 100 [--seed N]

plays so many sessions. In each a reviewer judges, one durable commit an answer; the cut falls into his last commit: of
what it wrote, bytes are cut off, zeroed, flipped, or sectors are replaced. Then everything that was acknowledged before
must be there, and the project writable. `check` may find the torn log but nothing else, and once the project was
written and closed again, nothing at all. While SQLite has copied nothing of its log into the database yet, the log is
torn anywhere, also where no power cut would: then what is left is the beginning of what was acknowledged.
"""

import argparse
import os
import random
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.writers import blank

from annotate.domain import Judgement
from annotate.errors import Refusal
from annotate.store import open_store
from annotate.work import Desk, Response, check_project, judge, list_claims, read_log

ROOT = Path(__file__).resolve().parents[2]
CLAIMS = 200
TEARS = 30
"""How often the log of a session is torn, each time anew."""

SECTOR = 512
COPIED_AT = 1000
"""Frames in the log from which on SQLite copies them into the database."""

_HEADER, _FRAME = 32, 24


@dataclass(frozen=True)
class Snapshot:
    """The two files as they stood between two commits."""

    database: bytes
    log: bytes

    @property
    def frame(self) -> int:
        """How many bytes of the log a page takes."""
        return _FRAME + int.from_bytes(self.log[8:12], "big")

    @property
    def salts(self) -> bytes:
        """What the frames of this filling of the log are marked with."""
        return self.log[16:24]

    @property
    def ends(self) -> list[int]:
        """Where each commit of this filling ends."""
        found = []
        for place in range(_HEADER, len(self.log) - _FRAME + 1, self.frame):
            _, pages, salts = struct.unpack_from(">II8s", self.log, place)
            if salts != self.salts:
                break
            if pages:
                found.append(place + self.frame)
        return found


@dataclass(frozen=True)
class Session:
    """The ids in the order of acknowledgement; the files before the last commit, and the log after it.

    The last commit stands in the log from `last` on; it may be torn from `first` on.
    """

    told: tuple[str, ...]
    before: Snapshot
    after: Snapshot
    first: int

    @property
    def last(self) -> int:
        """Where what was not acknowledged begins: in a log that is filled anew, at its very beginning."""
        return self.before.ends[-1] if self.before.salts == self.after.salts else 0

    def acknowledged(self, place: int) -> int:
        """How many commits must be there when the log is torn from that place on."""
        return len(self.told) - sum(end > place for end in self.after.ends)

    def is_marked(self, log: bytes | bytearray) -> bool:
        """Whether a frame within the last commit says in the torn log that a commit ends there: nobody can tell."""
        *_, last = self.after.ends
        frames = range(max(self.last, _HEADER), last - self.after.frame, self.after.frame)
        return any(any(log[place + 4 : place + 8]) for place in frames)


def judging(file: str) -> None:
    """The reviewer, in a process of his own: judges a claim for every line on stdin."""
    with closing(open_store(file, version="0.1", now=lambda: time.time_ns() // 1000)) as store:
        desk = Desk(store, "ada", store.now, os.urandom)
        claims = [listed.claim.id for listed in list_claims(desk)]
        print("ready", flush=True)
        for claim, _ in zip(claims, sys.stdin, strict=False):
            print(judge(desk, claim, Response(verdict="refuted", rationale="It did not. " * 20)).id, flush=True)


def played(folder: Path, dice: random.Random) -> Session:
    """A session of a random length: half of them within one filling of the log, half over more."""
    file = folder / "annotate.db"
    blank(file, CLAIMS)
    number = dice.choice([dice.randint(2, 40), dice.randint(60, CLAIMS)])
    command = [sys.executable, __file__, "--one", str(file)]
    pipe, environment = subprocess.PIPE, os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        told = []
        for count in range(number):
            if count == number - 1:
                before = _taken(file)
            process.stdin.write("judge\n")
            process.stdin.flush()
            told.append(process.stdout.readline().strip())
        after = _taken(file)
        process.kill()
    return Session(tuple(told), before, after, _first(before, after))


def _taken(file: Path) -> Snapshot:
    return Snapshot(file.read_bytes(), Path(f"{file}-wal").read_bytes())


def _first(before: Snapshot, after: Snapshot) -> int:
    """From where the log may be torn: what SQLite has copied into the database must not be older in the log.

    It copies when the log has so many frames, and fills it anew with the next commit.
    """
    frames = (before.ends[-1] - _HEADER) // before.frame
    return before.ends[-1] if before.salts == after.salts and frames >= COPIED_AT else 0


def cut(log: bytearray, place: int, dice: random.Random) -> None:
    """The log ends there."""
    del log[place:]


def zero(log: bytearray, place: int, dice: random.Random) -> None:
    """Some of it was never written."""
    end = dice.randint(place, len(log))
    log[place:end] = bytes(end - place)


def flip(log: bytearray, place: int, dice: random.Random) -> None:
    """A few bits are wrong."""
    for _ in range(dice.randint(1, 8)):
        if place < len(log):
            log[dice.randrange(place, len(log))] ^= 1 << dice.randrange(8)


def replace_sectors(log: bytearray, place: int, dice: random.Random) -> None:
    """Some sectors hold what they held before: noise, nothing, or another part of the log."""
    for start in range(-(-place // SECTOR) * SECTOR, len(log), SECTOR):
        if dice.random() < 0.3:
            other = dice.randrange(0, len(log))
            held = dice.choice([dice.randbytes(SECTOR), bytes(SECTOR), bytes(log[other : other + SECTOR])])
            log[start : start + SECTOR] = held[: len(log) - start]


def lengthen(log: bytearray, place: int, dice: random.Random) -> None:
    """Behind its end stands something else."""
    log += dice.randbytes(dice.randint(1, 20_000))


HOW: tuple[Callable[[bytearray, int, random.Random], None], ...] = (cut, zero, flip, replace_sectors, lengthen)


def differing(whole: bytes, log: bytes | bytearray) -> int:
    """Where the first byte stands that is another one, or missing: at the end where all that was written is there."""
    pairs = enumerate(zip(whole, log, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(whole), len(log)))


def torn(session: Session, folder: Path, dice: random.Random) -> int:
    """Tear the log once, and look at what opens: how many of the commits were lost.

    AssertionError where it was more than the place of the tear allows.
    """
    log = bytearray(session.after.log)
    first, last, end = session.first, session.last, len(log)
    behind = dice.choice([first, last, dice.randint(first, end), dice.randint(last, end)])
    dice.choice(HOW)(log, behind, dice)
    place = differing(session.after.log, log)
    file = folder / "torn.db"
    file.write_bytes(session.before.database)
    Path(f"{file}-wal").write_bytes(log)
    if dice.random() < 0.3:
        Path(f"{file}-shm").write_bytes(dice.randbytes(32_768))
    try:
        return _lost(session, file, place, is_marked=session.is_marked(log))
    finally:
        for left in folder.glob("torn.db*"):
            left.unlink()


def _lost(session: Session, file: Path, place: int, *, is_marked: bool) -> int:
    with closing(open_store(str(file), version="0.1", now=time.time_ns)) as store:
        desk = Desk(store, None, store.now, os.urandom)
        left = [entry.id for entry in read_log(desk) if isinstance(entry.fact, Judgement)]
        assert left == list(session.told[: len(left)]), f"not the beginning of what was acknowledged: {left[-2:]}"
        assert len(left) >= session.acknowledged(place), f"{len(left)} left, torn at {place} of {session.after.ends}"
        # A whole commit behind the tear is no power cut's, and is said to be lost; the last one's own tear is not.
        is_told = session.acknowledged(place) < len(session.told) - 1 or is_marked
        found = [one for one in check_project(desk) if not is_told or one.where != f"{file}-wal"]
        assert found == [], f"damaged: {found}"
        claim = next(list_claims(desk)).claim.id
        judge(Desk(store, "bob", store.now, os.urandom), claim, Response(verdict="refuted"))
    with closing(open_store(str(file), version="0.1", now=time.time_ns)) as store:
        assert (found := check_project(Desk(store, None, store.now, os.urandom))) == [], f"damaged: {found}"
    return len(session.told) - len(left)


def main() -> int:
    """So many sessions; prints what came of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sessions", type=int)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    began, commits, lost, wrong = time.monotonic(), 0, 0, 0
    for seed in range(given.seed, given.seed + given.sessions):
        dice = random.Random(seed)
        with tempfile.TemporaryDirectory() as name:
            session = played(Path(name), dice)
            commits += len(session.told)
            for _ in range(TEARS):
                try:
                    lost += torn(session, Path(name), dice) > 0
                except (AssertionError, Refusal) as error:
                    wrong += 1
                    print("seed", seed, repr(error)[:300], flush=True)
    print(
        f"{given.sessions} sessions of {commits} commits in all, each torn {TEARS} times: "
        f"{lost} tears took commits that they were allowed to take, {wrong} did worse, {time.monotonic() - began:.0f} s"
    )
    return 1 if wrong or not lost else 0


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        judging(sys.argv[2])
    else:
        sys.exit(main())
