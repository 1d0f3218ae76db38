"""A disk with so much room left, and every command that writes: what it says, and what is there afterwards.

    python tests/journeys/full_disk.py

mounts a small file system in memory, which takes root, fills it to twenty levels, and gives each command on each. It
must do its work or refuse it in one sentence; nothing half-written may be left, and when there is room again the ledger
is what it was (or what it should be), `check` is clean, and what somebody had begun to type is still there.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields
from pathlib import Path

from tests.desks import project
from tests.journeys.commands import Answered, command
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.store import open_store
from annotate.work import (
    Desk,
    Draft,
    Response,
    add_reviewer,
    check_project,
    judge,
    keep_answer_draft,
    list_claims,
    list_documents,
    read_answer_draft,
    read_log,
)

PAGE = 4096
LEVELS = (0, 1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 14, 16, 20, 24, 32, 48, 64, 96, 256)
"""Pages of 4 kB that are left on the disk."""

ROOM = 4 << 20
"""Bytes of the whole disk."""

OURS = {"annotate.db", "annotate.db-wal", "annotate.db-shm", "annotate.db-turn"}
"""What may stand on the disk besides what a command has done."""

NAMES = ("ada", "bob", "eve")
REFUSED, IN_PART = 1, 3


class NotHere(Exception):
    """Nothing can be mounted, and why."""


@dataclass(frozen=True)
class Case:
    """A command that writes; `{disk}`, `{claim}` … stand for what `Scene` holds. `makes` is what it leaves there.

    `records` is whether it adds to the log of the project that is there.
    """

    name: str
    words: str
    makes: str = ""
    fresh: bool = False
    records: bool = False


CASES = (
    Case("init", "init", makes="annotate.db", fresh=True),
    Case("init --guidelines", "init --guidelines {article}", makes="annotate.db", fresh=True),
    Case("import", "import {article}", records=True),
    Case("mark", "mark {document} --start 0 --end 9", records=True),
    Case("judge", "--reviewer ada judge {claim} refuted --rationale because", records=True),
    Case("decide", "--reviewer eve decide {claim} refuted --rationale because", records=True),
    Case("adjudicate", "adjudicate --policy majority", records=True),
    Case("assign", "assign --reviewers ada,bob,eve --overlap 2", records=True),
    Case("set", "set title=Floods licence=CC0-1.0", records=True),
    Case("reviewers", "reviewers add max", records=True),
    Case("check", "check --rebuild"),
    Case("export", "export {disk}/claims.jsonl --include all", makes="claims.jsonl"),
    Case("export annotate", "export {disk}/project.jsonl --format annotate", makes="project.jsonl"),
    Case("merge", "merge {other}", records=True),
    Case("backup", "backup {disk}/backup.db", makes="backup.db"),
    Case("backup native", "backup {disk}/backup.jsonl", makes="backup.jsonl"),
    Case("restore", "restore {template}", makes="annotate.db", fresh=True),
    Case("bundle", "bundle --reviewer bob {disk}/bundle.db", makes="bundle.db"),
    Case("withdraw", "withdraw {claim}", records=True),
    Case("redact", "redact {claim} --yes", records=True),
)
"""One line a command."""


@dataclass(frozen=True)
class Scene:
    """A project elsewhere with plenty of room, and what commands name."""

    disk: Path
    template: Path
    other: Path
    article: Path
    claim: str
    document: str

    def words(self, case: Case) -> list[str]:
        """The command line."""
        given = {one.name: str(getattr(self, one.name)) for one in fields(self)}
        return ["--project", str(self.disk / "annotate.db"), *(word.format(**given) for word in case.words.split())]


@contextmanager
def small_disk(folder: Path, size: int = ROOM) -> Iterator[Path]:
    """A disk of its own for so many bytes, mounted there; NotHere where that is not allowed."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NotHere("there is no command to mount with") from error
    if done.returncode:
        raise NotHere(done.stderr.strip())
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def laid(folder: Path, disk: Path) -> Scene:
    """The project: one article, three claims that two have judged, and what a third has begun to type."""
    template, other, article = folder / "template.db", folder / "other.db", folder / "article.txt"
    article.write_text("".join(f"On day {day} the river rose by {day} cm.\n\n" for day in range(2_000)))
    for file in (template, other):
        with project(file) as desk:
            add_article(desk)
            for name in NAMES:
                add_reviewer(desk, name)
            claims = [listed.claim.id for listed in list_claims(desk)]
            for name, label in zip(NAMES[1:], ("supported", "refuted"), strict=True):
                for claim in claims[1:]:
                    judge(_as(desk, name), claim, Response(verdict=label if claim == claims[1] else "supported"))
            keep_answer_draft(_as(desk, "ada"), claims[0], DRAFT)
            document = next(iter(list_documents(desk))).id
    return Scene(disk, template, other, article, claims[1], document)


DRAFT = Draft(rationale="In the table.", evidence=(Evidence(url="https://example.org/a"),))


def _as(desk: Desk, name: str) -> Desk:
    return Desk(desk.store, name, desk.now, desk.draw)


Made = list[str] | None
"""What a command left of its own, but for what time and chance are in: the ids in an export, the kinds in the log of a
project; None where it makes nothing."""


def made_with_room(scene: Scene, case: Case) -> Made:
    """What the command leaves on an empty disk, where it must do its work."""
    _lay(scene, case)
    answered = command(*scene.words(case))
    assert answered.code == 0, f"{case.name} is not done, even with room: {answered.err}"
    return _made(scene, case)


def _made(scene: Scene, case: Case) -> Made:
    if not case.makes:
        return None
    file = scene.disk / case.makes
    assert file.exists(), f"{case.makes} was not made"
    if file.suffix == ".db":
        return [identity[:2] for identity in _logged(file)]
    return [json.loads(line)["id"] for line in file.read_text(encoding="utf-8").splitlines()]


def _logged(file: Path) -> list[str]:
    with _opened(file) as desk:
        assert (found := check_project(desk)) == [], f"damaged: {found}"
        return [entry.id for entry in read_log(desk)]


def _lay(scene: Scene, case: Case) -> None:
    for left in scene.disk.iterdir():
        left.unlink()
    if not case.fresh:
        (scene.disk / "annotate.db").write_bytes(scene.template.read_bytes())


def given(scene: Scene, case: Case, pages: int, wanted: Made) -> bool:
    """Give the command with so many pages left; returns whether it was done, AssertionError where all is not well.

    `wanted` is what it makes with room.
    """
    _lay(scene, case)
    filler = _filled(scene.disk, pages * PAGE)
    answered = command(*scene.words(case))
    filler.unlink()
    _check_saying(answered)
    done = answered.code != REFUSED
    allowed = OURS | {case.makes} if done else OURS - {case.makes}
    behind = {item.name for item in scene.disk.iterdir()} - allowed
    assert not behind, f"left behind: {behind}"
    assert not done or _made(scene, case) == wanted, f"{case.makes} is not what is made where there is room"
    if not case.fresh:
        _check_project(scene, case, changed=done)
    return done


def _filled(disk: Path, room: int) -> Path:
    """Leave so much room on the disk."""
    filler, there = disk / "filler", os.statvfs(disk)
    filler.write_bytes(bytes(there.f_bavail * there.f_frsize - room))
    return filler


def _check_saying(answered: Answered) -> None:
    said = answered.err.strip()
    assert answered.code in (0, REFUSED, IN_PART), f"it ended with {answered.code}: {said}"
    if answered.code == REFUSED:
        assert said.startswith("annotate: "), f"it does not speak as it should: {said}"
        assert "\n" not in said, f"not one sentence: {said}"
        assert "full" in said or "No space left" in said, f"it does not say why: {said}"
    for sign in ("Traceback", "our fault"):
        assert sign not in said, said


def _check_project(scene: Scene, case: Case, *, changed: bool) -> None:
    before, after = _logged(scene.template), _logged(file := scene.disk / "annotate.db")
    assert not set(before) - set(after), "something that was there is gone"
    assert changed or after == before, f"{len(after) - len(before)} facts of what was refused"
    assert not (changed and case.records) or len(after) > len(before), "nothing was recorded of what was done"
    with _opened(scene.template) as desk:
        claim = next(iter(list_claims(desk))).claim.id
    with _opened(file) as desk:
        draft = read_answer_draft(_as(desk, "ada"), claim)
        assert (draft.rationale, draft.evidence) == (DRAFT.rationale, DRAFT.evidence), "what was typed is gone"
        add_reviewer(desk, "later")


@contextmanager
def _opened(file: Path) -> Iterator[Desk]:
    with closing(open_store(str(file), version="0.1", now=time.time_ns)) as store:
        yield Desk(store, None, store.now, bytes)


def walk(folder: Path, levels: Sequence[int]) -> Iterator[tuple[Case, int, int, list[str]]]:
    """Each command on each level: how often it was refused, how often done, and what was wrong."""
    with small_disk(folder / "disk") as disk:
        scene = laid(folder, disk)
        for case in CASES:
            wanted = made_with_room(scene, case)
            if case.name == "restore":
                assert _logged(disk / case.makes) == _logged(scene.template), "what is restored is not what was there"
            done, wrong = 0, []
            for pages in levels:
                try:
                    done += given(scene, case, pages, wanted)
                except AssertionError as error:
                    wrong.append(f"{case.name} with {pages} pages left: {error}")
            yield case, len(levels) - done - len(wrong), done, wrong


def main() -> int:
    """Walk, and print what came of it."""
    total = 0
    print(f"{'':<16} refused    done   wrong")
    with tempfile.TemporaryDirectory() as name:
        try:
            for case, refused, done, wrong in walk(Path(name), LEVELS):
                print(f"{case.name:<16} {refused:>7} {done:>7} {len(wrong):>7}", *wrong, sep="\n  ", flush=True)
                total += len(wrong)
        except NotHere as reason:
            print(f"not run: nothing can be mounted here ({reason})", file=sys.stderr)
            return 1
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
