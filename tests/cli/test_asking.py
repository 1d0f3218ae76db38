"""Who asks, of which project: flag, then environment, then folder, then config file, then default."""

from pathlib import Path

import pytest
from tests.journeys.commands import command, done, refused


def title(*words: str) -> str:
    """What the project that is meant calls itself."""
    held = done(*words, "set", "--json").json
    name = held["title"]
    assert isinstance(name, str)
    return name


def named(folder: Path, name: str) -> Path:
    """A project with that title."""
    file = folder / f"{name}.db"
    done("--project", file, "init")
    done("--project", file, "set", f"title={name}")
    return file


@pytest.fixture
def config(desk: Path) -> Path:
    """The config file."""
    return desk.parent / "home" / "config.toml"


def test_a_project_is_sought_by_flag_then_environment_then_folder_then_config_then_default(
    desk: Path, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = desk.parent / "home" / "data" / "annotate"
    default.mkdir(parents=True)
    named(default, "annotate").rename(default / "annotate.db")
    assert title() == "annotate"
    config.write_text(f'project = "{named(desk, "configured")}"\n', encoding="utf-8")
    assert title() == "configured"
    named(desk, "nearest").rename(desk / "annotate.db")
    (desk / "deep" / "down").mkdir(parents=True)
    monkeypatch.chdir(desk / "deep" / "down")
    assert title() == "nearest"
    monkeypatch.setenv("ANNOTATE_PROJECT", str(named(desk, "environment")))
    assert title() == "environment"
    assert title("--project", str(named(desk, "flag"))) == "flag"


def test_what_stands_behind_the_command_holds_over_what_stands_before_it(desk: Path) -> None:
    one, other = named(desk, "one"), named(desk, "other")
    assert done("--project", one, "set", "--json", "--project", other).json["title"] == "other"
    assert done("reviewers", "--project", one).code == 0
    assert done("reviewers", "add", "ada", "--project", one).code == 0


def test_a_reviewer_is_sought_by_flag_then_environment_then_config(
    project: str, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asker() -> list[str]:
        return [one["name"] for one in done("status", "--json").json["reviewers"]]

    config.write_text('reviewer = "cy"\n', encoding="utf-8")
    assert asker() == ["cy"]
    monkeypatch.setenv("ANNOTATE_REVIEWER", "ben")
    assert asker() == ["ben"]
    assert [one["name"] for one in done("--reviewer", "ada", "status", "--json").json["reviewers"]] == ["ada"]
    assert [one["name"] for one in done("--lead", "status", "--json").json["reviewers"]] == ["ada", "ben", "cy"]


def test_whoever_asks_under_a_name_is_known_from_then_on(project: str) -> None:
    refused("assign", "--reviewers", "zoe", "--overlap", "1")
    done("--reviewer", "zoe", "status")
    done("assign", "--reviewers", "zoe", "--overlap", "1")


def test_a_command_that_refuses_makes_nobody_known(project: str) -> None:
    refused("--reviewer", "zoe", "judge", project, "maybe")


@pytest.mark.parametrize("name", ["a b", "a\tb", "\x1b[31m", "a\u202eb"])
def test_a_name_that_can_be_no_identity_is_refused(project: str, name: str) -> None:
    assert "cannot be a reviewer" in refused("--reviewer", name, "judge", project, "supported")


def test_a_name_can_be_of_any_script(project: str) -> None:
    done("--reviewer", "נועה", "judge", project, "supported")
    assert [one["handle"] for one in done("reviewers", "--json").json] == ["נועה"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("project = ", "cannot be read"),
        ("projekt = 'x'", 'There is no setting "projekt". Did you mean "project"?'),
        ("reviewer = 3", 'The setting "reviewer" is not what it has to be. It is a name in quotes.'),
    ],
)
def test_a_config_file_that_is_none_is_refused_with_its_name(
    project: str, config: Path, text: str, expected: str
) -> None:
    config.write_text(text, encoding="utf-8")
    answered = command("status")
    assert answered.code == 1
    assert f"annotate: {config}:" in answered.err
    assert expected in answered.err


def test_a_config_file_that_is_not_utf_8_is_refused(project: str, config: Path) -> None:
    config.write_bytes(b'reviewer = "caf\xe9"\n')
    assert command("status").code == 1


def test_init_makes_the_project_in_this_folder_whatever_is_configured(desk: Path, config: Path) -> None:
    config.write_text(f'project = "{named(desk, "configured")}"\nreviewer = "ada"\n', encoding="utf-8")
    done("init")
    assert (desk / "annotate.db").exists()


def test_what_is_not_utf_8_on_the_command_line_is_refused(project: str) -> None:
    assert "not UTF-8" in refused("--reviewer", "ada", "judge", project, "supported", "--rationale", "\udcff", code=2)
    assert "not UTF-8" in refused("--reviewer", "caf\udce9", "status", code=2)
    assert "not UTF-8" in refused("set", "title=caf\udce9", code=2)
