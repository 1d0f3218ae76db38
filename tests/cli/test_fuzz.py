"""Whatever is typed and whatever stands in a file: an exit code that is documented, a sentence, and no traceback."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click import Context
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engines import BOTH
from tests.journeys.commands import Answered, command, done

from annotate.cli import annotate
from annotate.cli.commands import COMMANDS
from annotate.domain import printable
from annotate.settings import samples

pytestmark = BOTH

quickly = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module", autouse=True)
def _project() -> Iterator[None]:
    """The sample project, in a folder of its own for all examples together."""
    before = Path.cwd()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "PROJECT", "REVIEWER"):
            patch.delenv(f"ANNOTATE_{name}", raising=False)
        for name in ("CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", f"{folder}/home")
        os.chdir(folder)
        done("init", "--scheme", str(samples() / "scheme.toml"))
        done("import", samples() / "project.jsonl")
        Path("article.txt").write_text("An article.\n", encoding="utf-8")
        yield
        os.chdir(before)


def check(answered: Answered) -> None:
    """Fails where an answer is not one that is promised."""
    assert answered.code in (0, 1, 2, 3)
    assert "our fault" not in answered.err, answered.err
    assert "Traceback" not in answered.err
    assert all(printable(line) == line for line in answered.err.split("\n"))
    if answered.code in (1, 2):
        assert answered.err.startswith("annotate: ")


NAMES = [name for name in COMMANDS if name != "demo"]


def command_options(name: str) -> list[str]:
    """The options of a command, those of every command among them."""
    found = annotate.get_command(Context(annotate), name)
    assert found is not None
    return [option for parameter in found.params for option in parameter.opts if option.startswith("-")]


anything = st.text(st.characters(exclude_characters="/\x00"), max_size=12)
"""Any text, lone surrogates among it; no path that leads out of the folder."""

option = st.sampled_from([option for name in NAMES for option in command_options(name)])
numbers = st.sampled_from(["1", "-1", "0.5", "99999999999999999999", "2021-11-18"])
names = st.sampled_from(["ada", "c1_", "d1_", "article.txt", "annotate.db", ".", "-", "add", "a=b", "=", "a,b", ","])
choices = st.sampled_from(["supported", "not-a-claim", "text", "json", "annotate", "majority", "settled", "all"])
value = numbers | names | choices
commands = st.sampled_from(NAMES)
line = st.builds(
    lambda before, name, behind: [*before, name, *behind],
    st.lists(option | value | anything, max_size=2),
    commands | anything,
    st.lists(option | value | anything, max_size=6),
)


@quickly
@given(line)
def test_any_command_line_is_answered(words: list[str]) -> None:
    check(command(*words))


@quickly
@given(st.binary(max_size=200), st.sampled_from(["txt", "md", "jsonl", "csv", "toml", "bin"]))
def test_any_file_is_taken_in_or_refused(data: bytes, suffix: str) -> None:
    file = Path(f"file.{suffix}")
    file.write_bytes(data)
    check(command("import", file))
    check(command("agreement", file))
    check(command("--project", file, "status"))
    check(command("--project", "never.db", "init", "--scheme", file, "--guidelines", "gone.md"))


@st.composite
def bent(draw: st.DrawFn) -> bytes:
    """The sample's records with a few of their bytes or lines changed."""
    lines = (samples() / "project.jsonl").read_bytes().splitlines(keepends=True)
    some = draw(st.lists(st.sampled_from(lines), min_size=1, max_size=12))
    data = bytearray(b"".join(some))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(data) - 1))
        data[place : place + draw(st.integers(0, 3))] = draw(st.binary(max_size=3) | st.sampled_from([b"null", b'"']))
    return bytes(data)


@settings(quickly, max_examples=60)
@given(bent())
def test_records_with_faults_leave_a_project_whole_and_the_second_time_nothing_is_new(data: bytes) -> None:
    Path("bent.jsonl").write_bytes(data)
    check(command("import", "bent.jsonl", "--dry-run"))
    check(command("import", "bent.jsonl"))
    assert command("import", "bent.jsonl", "--json").json["added"] == {}


def test_after_all_that_the_project_is_as_it_was_recorded() -> None:
    assert done("check").out == ""
