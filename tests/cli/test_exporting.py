"""Exporting: whole or not at all, the same bytes every time, and nothing where there is nothing."""

import csv
import json
import os
import stat
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import TEXT
from tests.engines import BOTH, ON_SQLITE
from tests.journeys.commands import Answered, command, done, refused
from tests.store.killed_at import killed_at

from annotate.formats.wire import PUBLISHED, adapter

pytestmark = BOTH

AS_OTHERS = pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture
def settled(project: str) -> str:
    """The id of a claim on which two disagreed and which was settled; the project's other claim is open."""
    done("--reviewer", "ada", "judge", project, "supported", "--confidence", "3")
    done("--reviewer", "ben", "judge", project, "refuted", "--evidence", "https://e.org", "--stance", "refutes")
    done("decide", project, "refuted", "--rationale", "The table.")
    return project


def lines(*words: str) -> list[dict[str, Any]]:
    """The dataset on stdout, each line as the schema has it."""
    answered = done("export", "-", *words)
    for line in answered.out.splitlines():
        adapter(PUBLISHED["dataset"]).validate_json(line)
    return answered.lines


def test_a_settled_claim_is_told_with_its_span_votes_and_evidence(settled: str) -> None:
    (line,) = lines("--names")
    (document,) = done("documents", "--json").json
    assert line["quote"] == TEXT[line["span"]["start"] : line["span"]["end"]] == "flights had doubled"
    assert line["document"] == {
        "id": document["id"],
        "title": "Minister: flights doubled",
        "url": None,
        "publisher": None,
        "published": None,
        "sha256": document["sha256"],
    }
    assert (line["id"], line["verdict"], line["method"], line["status"]) == (
        settled,
        "refuted",
        "adjudicated",
        "adjudicated",
    )
    assert line["votes"] == {"refuted": 1, "supported": 1}
    assert [(one["reviewer"], one["verdict"], one["confidence"]) for one in line["judgements"]] == [
        ("ada", "supported", 3),
        ("ben", "refuted", None),
    ]
    assert [one["url"] for one in line["evidence"]] == ["https://e.org"]
    assert (line["rationale"], line["round"], line["soft_label"]) == ("The table.", 1, None)


def test_open_claims_come_along_when_asked_for(settled: str) -> None:
    told = lines("--include", "all")
    assert [(line["status"], line["verdict"]) for line in told] == [("adjudicated", "refuted"), ("open", None)]


def test_reviewers_stand_under_pseudonyms_that_stay_the_same(settled: str) -> None:
    first, second = ([one["reviewer"] for one in lines()[0]["judgements"]] for _ in range(2))
    assert first == second
    assert all(name.startswith("r-") for name in first)
    assert '"ada"' not in done("export", "-").out


@pytest.mark.parametrize("form", ["jsonl", "csv", "annotate"])
def test_the_same_export_twice_is_the_same_bytes(settled: str, form: str) -> None:
    for name in ("one", "two"):
        done("export", name, "--format", form)
    assert Path("one").read_bytes() == Path("two").read_bytes()
    assert Path("one").read_bytes().decode() == done("export", "-", "--format", form).out


def test_a_past_state_is_the_same_bytes_twice_and_under_the_same_names(settled: str) -> None:
    after = done("log", "--json").lines[-1]["at"]
    done("decide", settled, "supported")
    done("--reviewer", "cy", "judge", settled, "conflicting_evidence")
    one, two = (done("export", "-", "--as-of", after).out for _ in range(2))
    assert one == two
    assert [one["verdict"] for one in map(json.loads, one.splitlines())] == ["refuted"]
    names = {one["reviewer"] for one in json.loads(one)["judgements"]}
    assert names < {one["reviewer"] for one in lines("--include", "all")[0]["judgements"]}


def test_a_time_before_everything_is_an_empty_export(settled: str) -> None:
    assert "nothing to export" in refused("export", "x.jsonl", "--as-of", "2001-01-01", "--include", "all")
    assert "no time such as" in refused("export", "x.jsonl", "--as-of", "yesterday", code=2)
    assert not Path("x.jsonl").exists()


@pytest.mark.parametrize("form", ["jsonl", "csv", "annotate"])
def test_an_empty_export_says_so_and_leaves_nothing_behind(desk: Path, form: str) -> None:
    done("init")
    assert "nothing to export" in refused("export", "out", "--format", form)
    assert not (desk / "out").exists()


def test_where_nothing_is_settled_the_way_out_is_named(project: str) -> None:
    assert refused("export", "out") == (
        "No claim is settled yet, so there is nothing to export. Settle some, or add: --include all."
    )


def test_a_table_for_spreadsheets_runs_nothing(project: str) -> None:
    done("decide", project, "refuted", "--rationale", "=HYPERLINK(1)")
    (row,) = csv.DictReader(StringIO(done("export", "-", "--format", "csv").out))
    assert row["rationale"] == "'=HYPERLINK(1)"


class TestWhere:
    @ON_SQLITE
    def test_a_file_is_replaced_and_nothing_left_beside_it(self, settled: str, desk: Path) -> None:
        (desk / "out.jsonl").write_text("old", encoding="utf-8")
        done("export", "out.jsonl")
        assert json.loads((desk / "out.jsonl").read_text(encoding="utf-8"))["id"] == settled
        assert {file.name for file in desk.iterdir()} == {"annotate.db", "article.txt", "out.jsonl"}

    def test_a_link_is_followed(self, settled: str, desk: Path) -> None:
        (desk / "real.jsonl").touch()
        (desk / "link.jsonl").symlink_to("real.jsonl")
        done("export", "link.jsonl")
        assert (desk / "link.jsonl").is_symlink()
        assert (desk / "real.jsonl").stat().st_size

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
    def test_what_takes_a_files_place_is_for_no_more_eyes_than_it_was(
        self, settled: str, desk: Path, mode: int
    ) -> None:
        (desk / "out.jsonl").touch()
        (desk / "out.jsonl").chmod(mode)
        done("export", "out.jsonl")
        assert stat.S_IMODE((desk / "out.jsonl").stat().st_mode) == mode

    @pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
    def test_a_new_file_is_for_whom_this_process_makes_files(self, settled: str, desk: Path, mask: int) -> None:
        before = os.umask(mask)
        try:
            done("export", "out.jsonl")
        finally:
            os.umask(before)
        assert stat.S_IMODE((desk / "out.jsonl").stat().st_mode) == 0o666 & ~mask

    @ON_SQLITE
    def test_what_a_killed_export_left_goes_with_the_next_one(self, settled: str, desk: Path) -> None:
        killed_at("os.rename", ".annotate-part", "export", "out.jsonl")
        assert [file.suffix for file in desk.iterdir() if file.name.startswith(".out")] == [".annotate-part"]
        done("export", "out.jsonl")
        assert {file.name for file in desk.iterdir()} == {"annotate.db", "article.txt", "out.jsonl"}

    def test_a_device_stays_a_device(self, settled: str) -> None:
        done("export", "/dev/null")
        assert stat.S_ISCHR(os.stat("/dev/null").st_mode)

    def test_a_folder_that_is_not_there_is_named(self, settled: str) -> None:
        assert refused("export", "no/out.jsonl").startswith("There is no folder ")

    def test_a_folder_is_no_file(self, settled: str, desk: Path) -> None:
        assert "is a folder. Name the file in it" in refused("export", ".")

    @ON_SQLITE
    @pytest.mark.parametrize("name", ["annotate.db", "../desk/annotate.db"])
    def test_a_project_is_never_replaced_by_its_export(self, settled: str, name: str) -> None:
        assert "is a database, which no export replaces" in refused("export", name)

    @AS_OTHERS
    def test_a_folder_that_may_not_be_written_is_named(self, settled: str, desk: Path) -> None:
        (desk / "locked").mkdir(mode=0o500)
        assert "cannot be written (Permission denied)" in refused("export", "locked/out.jsonl")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
    def test_a_full_disk_is_told(self, settled: str) -> None:
        assert "cannot be written (No space left on device)" in refused("export", "/dev/full", "--names")


class TestThereAndBack:
    @pytest.mark.parametrize("preset", ["averitec", "fever", "politifact", "scifact", "newsroom"])
    def test_a_native_export_into_an_empty_project_and_out_again_is_the_same_bytes(
        self, settled: str, preset: str
    ) -> None:
        done("set", "title=Border", "licence=CC0-1.0")
        done("assign", "--reviewers", "ada,ben", "--overlap", "1")
        done("export", "claims.jsonl")
        done("export", "one.jsonl", "--format", "annotate")
        done("--project", "copy.db", "init", "--scheme", preset)
        done("--project", "copy.db", "import", "one.jsonl")
        done("--project", "copy.db", "export", "two.jsonl", "--format", "annotate")
        assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
        assert done("--project", "copy.db", "export", "-").out == Path("claims.jsonl").read_text(encoding="utf-8")
        assert done("--project", "copy.db", "check").code == 0

    def test_a_past_state_comes_back_as_it_was(self, settled: str) -> None:
        done("export", "one.jsonl", "--format", "annotate")
        then = done("log", "--json").lines[-1]["at"]
        done("decide", settled, "supported")
        done("export", "two.jsonl", "--format", "annotate", "--as-of", then)
        assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()

    def test_each_line_is_a_record_as_published(self, settled: str) -> None:
        for line in done("export", "-", "--format", "annotate").out.splitlines():
            adapter(PUBLISHED["record"]).validate_json(line)
            assert line.startswith('{"kind":')

    def test_an_altered_fact_is_refused_by_line(self, settled: str, desk: Path) -> None:
        done("export", "one.jsonl", "--format", "annotate")
        altered = (desk / "one.jsonl").read_text(encoding="utf-8").replace('"The table."', '"No table."')
        (desk / "two.jsonl").write_text(altered, encoding="utf-8")
        done("--project", "copy.db", "init")
        answered: Answered = command("--project", "copy.db", "import", "two.jsonl")
        assert answered.code == 3
        assert "This decision was altered" in answered.err
