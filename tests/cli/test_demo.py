"""The demo, where there is no terminal: a tour of the sample project."""

from pathlib import Path

from tests.journeys.commands import command, done


def test_a_tour_tells_what_there_is_and_leaves_the_files_of_an_export(desk: Path) -> None:
    told = done("demo")
    assert "5 documents, 25 claims, 60 judgements, 11 disputes" in told.out
    assert "Krippendorff's alpha" in told.out
    files = {file.name for file in (desk / "demo").iterdir()}
    assert files == {"annotate.db", "claims.csv", "claims.jsonl", "project.jsonl"}
    assert done("--project", "demo/annotate.db", "check").code == 0


def test_a_second_time_it_is_opened_as_it_was_left(desk: Path) -> None:
    first = done("demo", "tour", "--no-open")
    claims = (desk / "tour" / "claims.jsonl").read_bytes()
    assert done("demo", "tour").out == first.out
    assert (desk / "tour" / "claims.jsonl").read_bytes() == claims
    claim = done("--project", "tour/annotate.db", "disputes", "--json").json[0]["claim"]
    done("--project", "tour/annotate.db", "decide", claim, "refuted")
    assert "10 disputes" in done("demo", "tour").out


def test_whoever_is_set_the_tour_is_the_leads(desk: Path) -> None:
    assert "11 disputes" in done("--reviewer", "ada", "demo", "tour").out


def test_a_folder_with_other_things_is_left_alone(desk: Path) -> None:
    (desk / "full").mkdir()
    (desk / "full" / "letter.txt").touch()
    answered = command("demo", "full")
    assert (answered.code, answered.out) == (1, "")
    assert answered.err == "annotate: full is there and holds other things. Name another folder: annotate demo DIR\n"
    assert [file.name for file in (desk / "full").iterdir()] == ["letter.txt"]


def test_a_file_in_the_place_of_the_folder_is_a_usage_error(desk: Path) -> None:
    (desk / "file").touch()
    assert command("demo", "file").code == 2
