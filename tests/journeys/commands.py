"""The command line, run in process with its streams caught: as quick as a function, as strict as a shell."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from tests.engines import new_place

from annotate.cli import run


@dataclass(frozen=True)
class Answered:
    """What a command answered: exit code, data, speech."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data as one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The data as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]


def command(*words: str | Path) -> Answered:
    """Run `annotate` with these words."""
    with caught() as (out, err), redirect_stdout(out), redirect_stderr(err):
        code = run([str(word) for word in words])
        out.flush()
        err.flush()
        return Answered(code, _said(out), _said(err))


def done(*words: str | Path) -> Answered:
    """Run `annotate` with these words, which it must do."""
    answered = command(*words)
    assert answered.code == 0, f"{words} ended with {answered.code}: {answered.err}"
    return answered


def refused(*words: str | Path, code: int = 1) -> str:
    """What `annotate` says of words that it refuses: one line on stderr, nothing on stdout, nothing changed."""
    before = state()
    answered = command(*words)
    assert answered.code == code, f"{words} ended with {answered.code}: {answered.err}{answered.out}"
    assert answered.out == ""
    assert answered.err.startswith("annotate: ")
    assert answered.err.count("\n") == 1
    assert state() == before
    return answered.err.removeprefix("annotate: ").rstrip("\n")


def state() -> tuple[str, ...]:
    """All that the nearest project holds: every fact with its log entry, and the scheme by which would be judged."""
    return tuple(command("--lead", what, "--json").out for what in ("log", "schemes"))


@contextmanager
def caught() -> Iterator[tuple[TextIOWrapper, TextIOWrapper]]:
    """Two streams that keep what is written to them."""
    with TextIOWrapper(BytesIO(), "utf-8") as out, TextIOWrapper(BytesIO(), "utf-8") as err:
        yield out, err


def _said(stream: TextIOWrapper) -> str:
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode()


def alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, with no settings from outside but where the test keeps its project, if not there."""
    desk, home = folder / "desk", folder / "home"
    desk.mkdir()
    home.mkdir()
    for name in ("ANNOTATE_PROJECT", "ANNOTATE_REVIEWER"):
        monkeypatch.delenv(name, raising=False)
    if place := new_place():
        monkeypatch.setenv("ANNOTATE_PROJECT", place)
    monkeypatch.setenv("ANNOTATE_CONFIG", str(home / "config.toml"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.chdir(desk)
    return desk
