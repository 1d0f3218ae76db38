"""A scripted reviewer whose program is killed at a random moment, and what must be there then.

    python tests/journeys/killing.py 200

prints one line; a failure names its seed, and `python tests/journeys/killing.py 1 --seed N` plays that one again.
"""

import argparse
import random
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.desks import project
from tests.journeys.terminal import Terminal, review
from tests.tui.articles import add_article

from annotate.domain import Judgement, Withdrawal
from annotate.store import open_store
from annotate.work import Desk, check_project, list_claims, open_queue, read_answer_draft, read_log

CLAIMS = 60
LONGEST = 2.0
"""Seconds after the first claim within which the program is killed."""

KEEP_WITHIN = 0.5
"""Seconds after which what was typed must be kept."""

LABELS = {"1": "supported", "2": "refuted", "3": "not_enough_evidence", "4": "conflicting_evidence"}

Entry = tuple[str, str, str, str, tuple[str, ...]]
"""A fact in the log, as far as it is compared: kind, claim, verdict, reason, addresses."""

UNDONE: Entry = ("withdrawal", "", "", "", ())


class Killed(Exception):
    """The program is gone, and all that it had painted has been looked at."""


@dataclass
class Kept:
    """What was said of a claim before its verdict."""

    reason: str = ""
    addresses: tuple[str, ...] = ()


@dataclass
class Reviewer:
    """Presses keys, and notes what the screen showed as done; `pending` is what may have been recorded beside that."""

    terminal: Terminal
    claims: list[str]
    dice: random.Random
    done: list[Entry] = field(default_factory=list)
    pending: list[Entry] = field(default_factory=list)
    kept: dict[str, Kept] = field(default_factory=dict)
    stack: list[tuple[int, Kept]] = field(default_factory=list)
    undone: list[tuple[int, Kept]] = field(default_factory=list)
    last: str = ""

    def work(self) -> None:
        """Until the program is killed."""
        while True:
            doing = self.dice.choices([self.judge, self.undo, self.redo, self.reason, self.evidence], [20, 3, 2, 1, 1])
            doing[0]()
            time.sleep(0.02)  # quicker would be a burst

    @property
    def place(self) -> int:
        """Which claim the header names, from 1."""
        found = re.search(r"(\d+)/\d+", self.terminal.text.partition("\n")[0])
        return int(found[1]) if found else 0

    def see(self, sight: Callable[[], bool]) -> None:
        """Wait until that is to be seen."""
        while not sight():
            if not self.terminal.look():
                if sight():
                    return
                raise Killed

    def press(self, key: str) -> None:
        """Press a key; when nobody is there to take it, what was painted is still looked at."""
        self.terminal.type(key)

    def judge(self) -> None:
        """Give the open claim a verdict; it is done when another claim is shown."""
        place = self.place
        key = self.dice.choice([label for label in LABELS if label != self.last])
        self.last = key
        said = self.kept.get(self.claims[place - 1], Kept())
        self.pending = [("judgement", self.claims[place - 1], LABELS[key], said.reason, said.addresses)]
        self.press(key)
        self.see(lambda: self.place not in (0, place))
        self.kept.pop(self.claims[place - 1], None)
        self.stack.append((place, said))
        self.undone.clear()
        self._is_done()

    def undo(self) -> None:
        """Take the last verdict back; it is done when its claim is shown and the notice says so."""
        if not self.stack or self.last == "u":
            return
        self.last, (place, said) = "u", self.stack.pop()
        self.pending = [UNDONE]
        self.press("u")
        self.see(lambda: self.place == place and "Taken back" in self.terminal.text)
        self.undone.append((place, said))
        if said != Kept():  # what the verdict rested on waits for the next one
            self.kept[self.claims[place - 1]] = said
        self._is_done()

    def redo(self) -> None:
        """Do it again, and walk on to what is owed."""
        if not self.undone:
            return
        self.last, (place, said) = "redo", self.undone.pop()
        self.pending = [UNDONE]
        self.press("\x12")
        self.see(lambda: self.place == place and "Done again" in self.terminal.text)
        self.stack.append((place, said))
        self.kept.pop(self.claims[place - 1], None)
        self._is_done()
        self.press("n")
        self.see(lambda: self.place not in (0, place))

    def reason(self) -> None:
        """Write why; it must be kept when it was saved, and half a second after it was typed."""
        claim = self.claims[self.place - 1]
        if claim in self.kept:
            return
        self.last = "r"
        words = f"because of {self.dice.randrange(10**6)}"
        self.press("r")
        self.see(lambda: "── why" in self.terminal.text)
        self.press(words)
        self.see(lambda: words in self.terminal.text)
        if self.dice.random() < 0.5:
            end = time.monotonic() + KEEP_WITHIN
            while time.monotonic() < end:
                self.see(lambda: self.terminal.is_quiet or time.monotonic() >= end)
            self.kept[claim] = Kept(reason=words)
        self.press("\x13")
        self.see(lambda: "goes with your verdict" in self.terminal.text)
        self.kept[claim] = Kept(reason=words)

    def evidence(self) -> None:
        """Link evidence."""
        claim = self.claims[self.place - 1]
        if claim in self.kept:
            return
        self.last = "e"
        address = f"https://example.org/{self.dice.randrange(10**6)}"
        self.press("e")
        self.see(lambda: "── evidence" in self.terminal.text)
        self.press(address)
        self.see(lambda: address in self.terminal.text)
        self.press("\x13")
        self.see(lambda: "goes with your verdict" in self.terminal.text)
        self.kept[claim] = Kept(addresses=(address,))

    def _is_done(self) -> None:
        self.done += self.pending
        self.pending = []


def template(folder: Path) -> Path:
    """A project of 60 claims."""
    file = folder / "template.db"
    with project(file) as desk:
        lines = [f"Report {number} counted the ships." for number in range(CLAIMS)]
        add_article(desk, "\n\n".join(lines), tuple(lines))
    return file


def session(file: Path, seed: int) -> int:
    """Work on the project until the kill; returns how many facts had been shown as done.

    AssertionError on a loss, or where the program ended by itself.
    """
    dice = random.Random(seed)
    with _Opened(file) as desk:
        claims = [one.claim.id for one in list_claims(replace(desk, reviewer=None))]
    with review(str(file)) as terminal:
        terminal.until(f"1/{CLAIMS}", "▶", "saved")
        reviewer = Reviewer(terminal, claims, dice)
        killer = threading.Timer(dice.uniform(0, LONGEST), terminal.strike)
        killer.start()
        try:
            reviewer.work()
        except (Killed, OSError):
            pass
        finally:
            killer.join()
        code = terminal.ended()
    assert code == -signal.SIGKILL, f"it ended by itself before it was killed, with {code}"
    with _Opened(file) as desk:
        _compare(desk, reviewer)
    return len(reviewer.done)


class _Opened:
    def __init__(self, file: Path) -> None:
        self._store = open_store(str(file), version="0.1", now=time.time_ns)

    def __enter__(self) -> Desk:
        return Desk(self._store, "ada", self._store.now, bytes)

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _compare(desk: Desk, reviewer: Reviewer) -> None:
    logged = recorded(desk)
    count = len(reviewer.done)
    assert logged[:count] == reviewer.done, f"acknowledged and lost: {reviewer.done[-3:]}, logged {logged[-3:]}"
    assert logged[count:] in ([], reviewer.pending), f"{logged[count:]} beside {reviewer.pending}"
    for claim, kept in reviewer.kept.items():
        draft = read_answer_draft(desk, claim)
        there = Kept(draft.rationale or "", tuple(piece.url for piece in draft.evidence))
        taken = any(entry[1] == claim for entry in logged[count:])
        assert taken or there == kept, f"typed and lost: {kept}, there is {there}"
    found = check_project(replace(desk, reviewer=None))
    assert found == [], f"damaged: {found}"
    answered = {one.claim.id for one in list_claims(desk) if one.claim.judgements}
    owed = [number for number, claim in enumerate(reviewer.claims, 1) if claim not in answered]
    opened = open_queue(desk).position
    assert opened == owed[0], f"goes on at claim {opened}, owed is {owed[:3]}"


def recorded(desk: Desk) -> list[Entry]:
    """What the log holds of the reviewer's answers, in its order."""
    return [_entry(item.fact) for item in read_log(desk) if isinstance(item.fact, Judgement | Withdrawal)]


def _entry(fact: Judgement | Withdrawal) -> Entry:
    if isinstance(fact, Withdrawal):
        return UNDONE
    return ("judgement", fact.claim, fact.verdict, fact.rationale, tuple(piece.url for piece in fact.evidence))


def main() -> int:
    """So many sessions; prints what came of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sessions", type=int)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    began, done, lost = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as name:
        blank = template(Path(name))
        for seed in range(given.seed, given.seed + given.sessions):
            file = Path(shutil.copy(blank, Path(name) / f"{seed}.db"))
            try:
                done += session(file, seed)
            except AssertionError as error:
                lost += 1
                print("seed", seed, str(error).splitlines()[0], flush=True)
    seeds = f"{given.seed} to {given.seed + given.sessions - 1}"
    print(
        f"{given.sessions} sessions killed (seeds {seeds}), {done} answers and undos shown as done, "
        f"{lost} sessions that lost something, {time.monotonic() - began:.0f} s"
    )
    return 1 if lost or not done else 0


if __name__ == "__main__":
    sys.exit(main())
