"""What each verb does in a process that may be killed, and what must then be there."""

import json
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import StringIO
from pathlib import Path
from random import Random
from typing import ClassVar
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from tests import servers
from tests.desks import project
from tests.store.releases import FOLDER, REVISIONS, fill

from annotate.cli import run
from annotate.cli.commands import COMMANDS
from annotate.store import is_url, open_store
from annotate.store.tables import REVISION
from annotate.work import Desk, check_project, import_files

DOCUMENTS, CLAIMS = 6, 6
"""What a project holds before the kill; an import brings more."""

MORE = 60
"""Documents that an import brings."""


@dataclass(frozen=True)
class Trial:
    """What a process does, what must be true of what it left, by the lines it printed; and how all that is let go."""

    work: Callable[[], None]
    look: Callable[[Sequence[str]], None]
    close: Callable[[], None]


@dataclass(frozen=True)
class Verb:
    """A verb, and how a trial of it is laid in an empty folder."""

    name: str
    lay: Callable[[Path, Random], Trial]


class Ground:
    """What all trials begin with, made once: files in a folder; and what databases on a server are called there."""

    folder = Path()
    databases: ClassVar[dict[str, str]] = {}


def folder() -> tempfile.TemporaryDirectory[str]:
    """A new folder in memory where there is such a thing: what a kill leaves is what the system holds, on any disk."""
    memory = Path("/dev/shm")
    return tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)


def _load() -> None:
    """Load what commands load when they are used, so that a kill meets their work."""
    for entry in COMMANDS.values():
        import_module(f"annotate.cli.{entry.module}")
    import_module("annotate.store.upgrading")


@contextmanager
def prepared() -> Iterator[None]:
    """Make what all trials begin with."""
    _load()
    with folder() as place:
        Ground.folder = Path(place)
        os.environ["ANNOTATE_CONFIG"] = f"{place}/config.toml"
        os.environ["XDG_STATE_HOME"] = f"{place}/state"
        with project(Ground.folder / "laid.db") as lead:
            import_files(lead, [_records(Ground.folder / "first.jsonl", "a", DOCUMENTS)])
        # Of another project of the same facts: what is redacted in a project is redacted in the backups it knows of.
        shutil.copy(Ground.folder / "laid.db", Ground.folder / "source.db")
        for name in COPIES:
            assert _quietly("--project", Ground.folder / "source.db", "backup", Ground.folder / name) == 0
        more = _records(Ground.folder / "more.jsonl", "b", MORE)
        assert _quietly("--project", Ground.folder / "other.db", "restore", Ground.folder / "copy.db") == 0
        assert _quietly("--project", Ground.folder / "other.db", "import", more) == 0
        before = _ground()
        try:
            with _on_server():
                yield
        finally:
            servers.stop()
        assert _ground() == before, "what all trials begin with is not what it was: a trial changed it"


COPIES = ("copy.db", "copy.jsonl")


def _ground() -> list[object]:
    projects = [recorded(Ground.folder / name) for name in ("laid.db", "other.db", "copy.db")]
    return [*projects, (Ground.folder / "copy.jsonl").read_bytes()]


def _records(file: Path, name: str, documents: int) -> Path:
    """Documents with claims, and a judgement on every second of them."""
    with file.open("w", encoding="utf-8") as lines:
        for number in range(documents):
            text = " ".join(f"In {name}{number} the river rose by {claim} feet." for claim in range(CLAIMS))
            lines.write(json.dumps({"kind": "document", "id": f"d{number}", "text": text}) + "\n")
            for claim in range(CLAIMS):
                said = {"document": f"d{number}", "quote": f"rose by {claim} feet"}
                lines.write(json.dumps({"kind": "claim", "id": f"{number}.{claim}"} | said) + "\n")
                if claim % 2:
                    said = {"claim": f"{number}.{claim}", "reviewer": "bob", "verdict": "refuted"}
                    lines.write(json.dumps({"kind": "judgement"} | said) + "\n")
    return file


@contextmanager
def _on_server() -> Iterator[None]:
    with servers.database(servers.server()) as laid, servers.database(servers.server()) as old:
        fill(old, REVISIONS[-1])
        assert _quietly("restore", Ground.folder / "copy.db", "--project", laid) == 0
        Ground.databases = {"laid": _name_of(laid), "old": _name_of(old)}
        yield


def _name_of(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def _server(statement: str) -> None:
    with psycopg.connect(servers.server().url(), autocommit=True) as raw:
        raw.execute(sql.SQL(statement))


def _ran(*words: str | Path) -> None:
    """Run `annotate` with these words, and say how it ended once it has."""
    _say_end(run([str(word) for word in words]))


def _say_end(code: int) -> None:
    os.write(1, f"{ENDED}{code}\n".encode())


ENDED = "exit "
DONE = f"{ENDED}0"
"""What is printed behind all else of a command that did its work."""


def _quietly(*words: str | Path) -> int:
    """Run `annotate` with these words in this process; how it ended."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return run([str(word) for word in words])


def whole(target: str | Path) -> list[str]:
    """The ids of a project's facts in the order of recording; AssertionError where anything is wrong with it."""
    found = _unclean(target)
    assert found == [], f"unclean: {found[0]}"
    return recorded(target)


def _unclean(target: str | Path) -> list[str]:
    """What is wrong with a project, in sentences."""
    with closing(open_store(str(target), version="0.1", now=lambda: time.time_ns() // 1000)) as store:
        return [finding.sentence for finding in check_project(Desk(store, None, store.now, bytes))]


def recorded(target: str | Path) -> list[str]:
    """The same, of a project of whatever schema."""
    connect = psycopg.connect if is_url(str(target)) else sqlite3.connect
    with closing(connect(str(target))) as raw:
        return [identity for (identity,) in raw.execute("SELECT id FROM fact ORDER BY row").fetchall()]


def _no_parts(folder: Path) -> None:
    left = [item.name for item in folder.iterdir() if item.name.endswith("-part")]
    assert left == [], f"left behind: {left}"


def _nothing() -> None:
    pass


def _copied(name: str, folder: Path) -> Path:
    return Path(shutil.copy(Ground.folder / name, folder / "annotate.db"))


# judge


def _judging(target: str | Path, close: Callable[[], None]) -> Trial:
    before = recorded(target)
    claims = [identity for identity in before if identity.startswith("c1_")]

    def work() -> None:
        words = ["--project", str(target), "--reviewer", "ada", "judge"]
        _say_end(max([run([*words, claim, "supported"]) for claim in claims[::2]]))

    def look(said: Sequence[str]) -> None:
        _let_go(target)
        judged = [identity for identity in whole(target)[len(before) :] if identity.startswith("j1_")]
        told = [line for line in said if line != DONE]
        assert judged[: len(told)] == told, f"lost: {len(told)} acknowledged, {len(judged)} there"
        assert len(judged) <= len(told) + 1, "more than was begun"
        assert len(told) == len(claims[::2]) or DONE not in said, f"done with {len(told)} of {len(claims[::2])}"

    return Trial(work, look, close)


# import


def _importing(target: str | Path, close: Callable[[], None]) -> Trial:
    before = recorded(target)

    def look(said: Sequence[str]) -> None:
        _let_go(target)
        brought = len(whole(target)) - len(before)
        assert brought in (0, _brought()), f"half an import: {brought} facts"
        assert brought or not said, "lost: an import that was acknowledged"

    return Trial(partial(_ran, "--project", str(target), "import", Ground.folder / "more.jsonl"), look, close)


def _brought() -> int:
    """How many facts the import brings: its reviewer is known already."""
    return MORE * (1 + CLAIMS + CLAIMS // 2)


# merge


def _merging(target: str | Path, close: Callable[[], None]) -> Trial:
    before = set(recorded(target))
    both = before | set(recorded(Ground.folder / "other.db"))

    def look(said: Sequence[str]) -> None:
        _let_go(target)
        there = set(whole(target))
        assert there in (before, both), f"half a merge: {len(there - before)} of {len(both - before)} facts"
        assert there == both or not said, "lost: a merge that was acknowledged"

    return Trial(partial(_ran, "--project", str(target), "merge", Ground.folder / "other.db"), look, close)


# migrate


def _revision(target: str | Path) -> str:
    connect = psycopg.connect if is_url(str(target)) else sqlite3.connect
    with closing(connect(str(target))) as raw:
        ((revision,),) = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    return str(revision)


def _migrating(target: str | Path, close: Callable[[], None]) -> Trial:
    before = recorded(target)

    def look(said: Sequence[str]) -> None:
        _let_go(target)
        assert recorded(target) == before, "other facts than before"
        assert not said or _revision(target) == REVISION, "lost: an upgrade that was acknowledged"
        assert whole(target) == before, "other facts when it was opened again"
        assert _revision(target) == REVISION, "no upgrade"
        if isinstance(target, Path):
            _no_parts(target.parent)
            kept = list(target.parent.glob("annotate.db.before-*"))
            assert kept, "no copy of it as it was"
            assert [recorded(copy) for copy in kept] == [before] * len(kept), "a copy that is not whole"

    return Trial(partial(_ran, "--project", str(target), "status"), look, close)


# backup and restore


def _backing(name: str, folder: Path, dice: Random) -> Trial:
    target, dest = _copied("laid.db", folder), folder / name
    earlier = dice.random() < 0.5
    if earlier:
        dest.write_bytes(b"what stood there")

    def look(said: Sequence[str]) -> None:
        before = whole(target)
        stays = dest.read_bytes() == b"what stood there" if earlier else not dest.exists()
        assert not (stays and said), "lost: a backup that was acknowledged"
        assert stays or _holds(dest, folder) == sorted(before), "half a backup"
        assert _quietly("--project", target, "backup", dest, "--force") == 0
        _no_parts(folder)

    return Trial(partial(_ran, "--project", str(target), "backup", dest, "--force"), look, _nothing)


def _holds(copy: Path, folder: Path) -> list[str]:
    place = folder / "restored.db"
    assert _quietly("--project", place, "restore", copy) == 0, "a backup that cannot be restored"
    return sorted(whole(place))


def _restoring(name: str, folder: Path, dice: Random) -> Trial:
    place = folder / "annotate.db"
    before: list[str] = []
    if dice.random() < 0.5:
        before = recorded(shutil.copy(FOLDER / f"{REVISIONS[-1]}.db", place))
    whole_one = sorted(recorded(Ground.folder / "laid.db"))

    def look(said: Sequence[str]) -> None:
        there = sorted(whole(place)) if place.exists() else []
        found = f"{len(there)} facts, neither {len(before)} nor {len(whole_one)}"
        assert there in (sorted(before), whole_one), f"half a project: {found}"
        assert not said or there == whole_one, "lost: a project that was said to be restored"
        kept = list(folder.glob("annotate.db.before-restore-*Z"))
        if before and there == whole_one:
            assert [recorded(item) for item in kept] == [before], "what stood there was not kept"
        assert _quietly("--project", place, "restore", Ground.folder / name, "--force") == 0
        _no_parts(folder)

    words = ("--project", str(place), "restore", Ground.folder / name, "--force")
    return Trial(partial(_ran, *words), look, _nothing)


def _restoring_on_server(folder: Path, dice: Random) -> Trial:
    target, close = _database("template0")
    whole_one = sorted(recorded(Ground.folder / "laid.db"))

    def look(said: Sequence[str]) -> None:
        _let_go(target)
        with closing(psycopg.connect(target)) as raw:
            tables = raw.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        if tables == (0,):
            assert not said, "lost: a project that was said to be restored"
        else:
            assert sorted(whole(target)) == whole_one, "half a project"

    return Trial(partial(_ran, "--project", target, "restore", Ground.folder / "copy.db"), look, close)


# redact


def _redacting(target: Path, close: Callable[[], None]) -> Trial:
    copy = target.with_name("copy.db")
    assert WORDS in target.read_bytes()
    assert _quietly("--project", target, "backup", copy) == 0
    before = recorded(target)
    document = next(identity for identity in before if identity.startswith("d1_"))
    words = ("--project", target, "redact", document, "--yes")

    def look(said: Sequence[str]) -> None:
        there = whole(target)
        assert there[: len(before)] == before, "other facts than before"
        assert len(there) > len(before) or not said, "lost: a redaction that was acknowledged"
        assert _quietly(*words) == 0, "what was begun cannot be finished"
        assert len(whole(target)) == len(before) + 1, "no redaction, or more than one"
        assert whole(copy), "no copy"
        assert [file.name for file in (target, copy) if WORDS in file.read_bytes()] == [], "words that were redacted"

    return Trial(partial(_ran, *words), look, close)


WORDS = b"In a0 the river rose"
"""What stands in the first document."""

# check --rebuild


def _rebuilding(folder: Path, dice: Random) -> Trial:
    target = _copied("laid.db", folder)
    before = recorded(target)
    with closing(sqlite3.connect(target)) as raw:
        raw.execute("DELETE FROM claim")
        raw.commit()
    damaged = _unclean(target)
    assert damaged

    def look(said: Sequence[str]) -> None:
        left = _unclean(target)
        assert left in ([], damaged), f"half a rebuilding: {len(left)} of {len(damaged)} findings"
        assert not left or not said, "lost: a rebuilding that was acknowledged"
        assert _quietly("--project", target, "check", "--rebuild") == 0, "what was begun cannot be finished"
        assert whole(target) == before, "other facts than before"

    return Trial(partial(_ran, "--project", target, "check", "--rebuild"), look, _nothing)


# the same on a server


def _database(template: str) -> tuple[str, Callable[[], None]]:
    """The URL of a database that begins as another one, and what drops it."""
    name = f"trial_{os.getpid()}_{time.monotonic_ns()}"
    _server(f"CREATE DATABASE {name} TEMPLATE {template}")
    return servers.server().url(name), partial(_server, f"DROP DATABASE {name} (FORCE)")


def _let_go(target: str | Path) -> None:
    """Wait until the server has noticed that the process is gone: till then what it had begun may still come."""
    if not is_url(str(target)):
        return
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    while True:
        with closing(psycopg.connect(str(target), autocommit=True)) as raw:
            if raw.execute(others).fetchone() == (0,):
                return
        time.sleep(0.02)


def _in_file(lay: Callable[[Path, Callable[[], None]], Trial], name: str) -> Callable[[Path, Random], Trial]:
    return lambda folder, dice: lay(_copied(name, folder), _nothing)


def _on(lay: Callable[[str, Callable[[], None]], Trial], name: str) -> Callable[[Path, Random], Trial]:
    return lambda folder, dice: lay(*_database(Ground.databases[name]))


def _old(folder: Path, dice: Random) -> Trial:
    return _migrating(Path(shutil.copy(FOLDER / f"{dice.choice(REVISIONS)}.db", folder / "annotate.db")), _nothing)


_ALL = (
    Verb("judge", _in_file(_judging, "laid.db")),
    Verb("import", _in_file(_importing, "laid.db")),
    Verb("merge", _in_file(_merging, "laid.db")),
    Verb("migrate", _old),
    Verb("backup", lambda folder, dice: _backing("copy.db", folder, dice)),
    Verb("backup, native", lambda folder, dice: _backing("copy.jsonl", folder, dice)),
    Verb("restore", lambda folder, dice: _restoring("copy.db", folder, dice)),
    Verb("restore, native", lambda folder, dice: _restoring("copy.jsonl", folder, dice)),
    Verb("redact", _in_file(_redacting, "laid.db")),
    Verb("check --rebuild", _rebuilding),
    Verb("judge, server", _on(_judging, "laid")),
    Verb("import, server", _on(_importing, "laid")),
    Verb("merge, server", _on(_merging, "laid")),
    Verb("migrate, server", _on(_migrating, "old")),
    Verb("restore, server", _restoring_on_server),
)
VERBS = {verb.name: verb for verb in _ALL}
"""By name, in the order of the table."""
