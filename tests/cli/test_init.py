"""Making a project: whole, once, in the lead's name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.engines import BOTH, ON_SQLITE
from tests.journeys.commands import command, done

pytestmark = BOTH

Write = Callable[[str, str], Path]


@pytest.mark.parametrize("preset", ["averitec", "fever", "politifact", "scifact", "newsroom"])
def test_a_preset_is_the_scheme_of_the_project(desk: Path, preset: str) -> None:
    done("init", "--scheme", preset)
    assert next(iter(done("schemes", "--json").json))["name"] == preset


def test_guidelines_come_along_whoever_is_set(desk: Path, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATE_REVIEWER", "ada")
    done("init", "--guidelines", write("guide.md", "\ufeff# Guide\n"))
    assert done("set", "--json").json == {"guidelines": "# Guide\n"}
    assert [line["reviewer"] for line in done("--lead", "log", "--json").lines if line["kind"] == "setting"] == [""]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--scheme", "gone"], '"gone" is neither a preset nor a file. Presets: averitec, fever,'),
        (["--scheme", "bad.toml"], "bad.toml:1: The file is not TOML"),
        (["--scheme", "taken.toml"], "is taken by the review screen"),
        (["--guidelines", "gone.md"], "gone.md: No such file or directory."),
        (["--guidelines", "latin.md"], "latin.md: The file is not UTF-8."),
        (["--project", "gone/annotate.db"], "gone/annotate.db cannot be made"),
        (["--project", "."], "There is something at . already."),
        (["--project", "mysql://host/db"], "is no PostgreSQL URL"),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value),
)
def test_where_something_is_wrong_nothing_is_made(desk: Path, write: Write, words: list[str], reason: str) -> None:
    write("bad.toml", "name = = 1\n")
    labels = '[{id = "yes", name = "Yes", key = "j"}, {id = "no", name = "No"}]'
    write("taken.toml", f'name = "x"\n[[facet]]\nid = "verdict"\nkind = "single"\nlabel = {labels}\n')
    (desk / "latin.md").write_bytes(b"caf\xe9")
    before = sorted(os.listdir(desk))
    answered = command("init", *words)
    assert answered.code == 1
    assert reason in answered.err
    assert answered.err.count("\n") == 1
    assert sorted(os.listdir(desk)) == before


@ON_SQLITE
def test_a_project_that_is_there_stays_as_it_is(project: str, desk: Path) -> None:
    before = (desk / "annotate.db").read_bytes()
    assert "already" in command("init").err
    assert command("init").code == 1
    assert (desk / "annotate.db").read_bytes() == before
