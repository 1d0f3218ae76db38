"""How the program begins: help, version, and what it says to a command line that it does not understand."""

from pathlib import Path

import pytest
from tests.journeys.commands import command, done, refused

from annotate.cli.commands import COMMANDS


@pytest.mark.usefixtures("desk")
class TestWithoutAProject:
    def test_bare_annotate_prints_help_where_there_is_no_terminal(self) -> None:
        said = done()
        assert said.out.startswith("Usage: annotate")
        assert said.err == ""

    def test_help_lists_every_command_with_its_summary(self) -> None:
        said = " ".join(done("--help").out.split())
        for name, entry in COMMANDS.items():
            assert f"{name} {entry.summary}" in said

    @pytest.mark.parametrize("name", COMMANDS)
    def test_every_command_has_help(self, name: str) -> None:
        assert done(name, "--help").out.startswith(f"Usage: annotate {name}")
        assert done(name, "-h").out == done(name, "--help").out

    def test_the_version_is_one_line(self) -> None:
        assert done("--version").out.startswith("annotate 0.")

    def test_an_unknown_command_is_told_the_nearest(self) -> None:
        said = refused("improt", "x.txt", code=2)
        assert said == 'There is no command "improt". Did you mean "import"? See: annotate --help'

    def test_an_unknown_command_that_is_near_to_nothing_is_told_where_to_look(self) -> None:
        assert refused("zzz", code=2) == 'There is no command "zzz". See: annotate --help'

    def test_an_unknown_option_is_told_the_nearest(self) -> None:
        assert refused("status", "--jsn", code=2).endswith("Did you mean '--json'? See: annotate status --help")

    @pytest.mark.parametrize(
        "words",
        [
            ["import"],
            ["judge", "c1"],
            ["mark", "d", "--start", "3"],
            ["mark", "d"],
            ["mark", "d", "--quote", ""],
            ["mark", "d", "--start", "three", "--end", "4"],
            ["assign", "--reviewers", "ada"],
            ["assign", "--reviewers", " , ", "--overlap", "1"],
            ["assign", "--reviewers", "ada", "--overlap", "0"],
            ["set", "licence"],
            ["set", "=x"],
            ["claims", "--status", "settled"],
            ["export", "x", "--format", "xlsx"],
            ["import", "x", "--format", "jsonl"],
            ["adjudicate", "--policy", "coin"],
            ["agreement", "--columns", "claim=a"],
            ["agreement", "votes.csv", "--facet", "verdict"],
            ["agreement", "--columns", "claim"],
            ["judge", "c", "supported", "--facet", "f"],
            ["judge", "c", "supported", "--stance", "refutes"],
            ["judge", "c", "supported", "--evidence", "https://e.org", "--stance", "hates"],
            ["--lead", "--reviewer", "ada", "status"],
            ["review"],
            ["adjudicate"],
            ["documents", "extra"],
        ],
        ids=" ".join,
    )
    def test_words_that_do_not_fit_together_are_a_usage_error(self, words: list[str]) -> None:
        assert refused(*words, code=2)

    @pytest.mark.parametrize("name", ["status", "claims", "documents", "log", "check", "disputes", "reviewers", "set"])
    def test_without_a_project_every_command_says_how_to_make_one(self, name: str) -> None:
        assert "annotate init" in refused(name)

    def test_schemes_and_formats_can_be_looked_at_without_a_project(self) -> None:
        assert next(scheme["name"] for scheme in done("schemes", "--json").json) == "averitec"
        assert "annotate" in done("formats").out

    def test_schemes_of_a_project_that_is_named_and_not_there_are_refused(self) -> None:
        assert "no project at gone.db" in refused("--project", "gone.db", "schemes")

    def test_a_server_that_does_not_answer_is_a_sentence(self) -> None:
        target = "postgresql://nobody:secret@127.0.0.1:1/x"
        said = refused("--project", target, "status")
        assert said.startswith("postgresql://nobody:***@127.0.0.1:1/x cannot be reached (")
        assert said.endswith("then try again.")


def test_a_defect_is_a_sentence_and_leaves_its_traceback_in_a_file(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "status", COMMANDS["status"]._replace(module="commands"))
    said = refused("status")
    file = desk.parent / "home" / "state" / "annotate" / "last-defect.txt"
    assert said == f"something went wrong that is our fault. Please report it with {file}."
    assert "Traceback" in file.read_text(encoding="utf-8")


def test_a_defect_is_a_sentence_even_where_nothing_can_be_kept(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(COMMANDS, "status", COMMANDS["status"]._replace(module="commands"))
    (desk.parent / "home" / "state").touch()
    answered = command("status")
    assert answered.code == 1
    assert "cannot be written" in answered.err
    assert answered.err.count("\n") == 1


def test_in_a_folder_that_is_gone_it_is_said_where_one_is(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (gone := desk / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for words in (["status"], ["init"], ["--project", str(desk / "annotate.db"), "status"]):
        assert command(*words).err == (
            "annotate: The folder that you are in is gone. Go to another one, and repeat the command.\n"
        )
