"""Every list under --json is what its published schema says."""

from pathlib import Path

import pytest
from tests.journeys.commands import Answered, done

from annotate.formats.wire import PUBLISHED, adapter
from annotate.settings import samples

LISTS = ("documents", "claims", "reviewers", "schemes", "disputes", "formats")
FIELDS = {
    "documents": {"id", "title", "source", "sha256", "characters", "claims"},
    "claims": {"id", "document", "start", "end", "quote", "status", "verdict", "judgements"},
    "reviewers": {"handle", "name", "kind"},
    "schemes": {"name", "version", "labels", "facets"},
    "disputes": {"claim", "votes", "entropy", "flagged"},
    "formats": {"name", "reads", "writes", "suffixes", "loses"},
}


@pytest.fixture(params=["empty", "sample", "settled"])
def _project(request: pytest.FixtureRequest, desk: Path) -> None:
    done("init", "--scheme", str(samples() / "scheme.toml"))
    if request.param != "empty":
        done("import", samples() / "project.jsonl")
    if request.param == "settled":
        done("adjudicate", "--policy", "majority")


def valid(name: str, text: str) -> None:
    """Fails where `text` is not one value of what is published under that name."""
    adapter(PUBLISHED[name]).validate_json(text, strict=True, extra="forbid")


@pytest.mark.usefixtures("_project")
class TestPublished:
    @pytest.mark.parametrize(
        ("name", "asker"),
        [(name, "--lead") for name in LISTS] + [(name, "--reviewer=ada") for name in LISTS if name != "disputes"],
    )
    def test_lists(self, name: str, asker: str) -> None:
        answered = done(asker, name, "--json")
        valid(name, answered.out)
        assert all(set(row) == FIELDS[name] for row in answered.json)
        assert answered.err == ""

    @pytest.mark.parametrize("asker", ["--lead", "--reviewer=ada"])
    def test_reports(self, asker: str) -> None:
        valid("status", done(asker, "status", "--json").out)
        valid("check", done(asker, "check", "--json").out)
        valid("check", done(asker, "check", "--rebuild", "--json").out)
        for line in done(asker, "log", "--json").out.splitlines():
            valid("log", line)

    def test_what_copies_bring(self) -> None:
        done("reviewers", "add", "ada")
        done("export", "all.jsonl", "--format", "annotate")
        valid("merge", done("--lead", "merge", "all.jsonl", "--json").out)
        if done("claims", "--json").json:
            valid("bundle", done("bundle", "--reviewer", "ada", "ada.db", "--json").out)
            valid("merge", done("--lead", "merge", "ada.db", "--json").out)

    def test_tables_and_json_tell_of_as_many(self) -> None:
        for name in LISTS:
            table: Answered = done(name)
            rows = done(name, "--json").json
            if name != "schemes":
                assert len(table.out.splitlines()) == (len(rows) + 1 if rows else 0)


@pytest.mark.usefixtures("desk")
def test_label_ids_are_those_of_the_literature() -> None:
    told = {row["name"]: [label["id"] for label in row["labels"]] for row in done("schemes", "--json").json}
    assert told == {
        "averitec": ["supported", "refuted", "not_enough_evidence", "conflicting_evidence"],
        "fever": ["supported", "refuted", "not_enough_info"],
        "scifact": ["supports", "contradicts", "no_evidence"],
        "politifact": ["pants_fire", "false", "barely_true", "half_true", "mostly_true", "true"],
        "newsroom": [
            "false",
            "mostly_false",
            "half_true",
            "mostly_true",
            "true",
            "misleading",
            "unproven",
            "not_checkable",
        ],
    }
