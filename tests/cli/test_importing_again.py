"""Importing: the same input twice, in any order of its records, under ids of its own."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.records import CLAIM, DECISION, DOCUMENT, JUDGEMENT, OTHER, records
from tests.engines import BOTH
from tests.journeys.commands import Answered, command, done, state

pytestmark = BOTH


def took(answered: Answered) -> tuple[int, dict[str, int], list[tuple[int | None, str]]]:
    """Of `import --json`: the exit code, what is new, the lines that were refused and why."""
    return (
        answered.code,
        answered.json["added"],
        [(row["line"], row["reason"]) for row in answered.json["refused"]],
    )


@pytest.fixture(autouse=True)
def _project(desk: Path) -> None:
    done("init")


class TestTheSameInputTwice:
    @pytest.mark.parametrize("again", ["records.jsonl", "copy.jsonl"])
    def test_changes_nothing(self, again: str) -> None:
        for name in ("records.jsonl", "copy.jsonl"):
            records(name, DOCUMENT, CLAIM, JUDGEMENT, OTHER, DECISION)
        done("import", "records.jsonl")
        before = state()
        assert done("import", again).out == "Took in: nothing new.\n"
        assert state() == before

    def test_changes_nothing_after_what_it_said_was_superseded(self) -> None:
        file = records(
            "records.jsonl",
            DOCUMENT,
            CLAIM,
            JUDGEMENT,
            DECISION,
            {"kind": "setting", "name": "title", "value": "Theirs"},
            {"kind": "reviewer", "handle": "ada", "name": "Ada"},
        )
        done("import", file)
        claim = done("claims", "--json").json[0]["id"]
        done("--reviewer", "ada", "judge", claim, "refuted")
        done("decide", claim, "supported")
        done("set", "title=Ours")
        done("reviewers", "add", "ada", "--name", "Ada L.")
        before = state()
        done("import", file)
        assert state() == before

    def test_changes_nothing_after_an_undo(self) -> None:
        file = records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT, DECISION)
        done("import", file)
        ids = {line["kind"]: line["id"] for line in done("log", "--json").lines}
        undone = [{"kind": "withdrawal", "fact": ids[kind], "author": ""} for kind in ("judgement", "decision")]
        done("import", records("undo.jsonl", *undone))
        assert done("status", "--json").json["judgements"] == 0
        before = state()
        done("import", file, "undo.jsonl")
        assert state() == before

    def test_in_one_go_is_taken_once(self) -> None:
        rows = (DOCUMENT, CLAIM, JUDGEMENT)
        answered = done("import", records("a.jsonl", *rows), records("b.jsonl", *rows), "--json")
        assert answered.json["added"]["judgement"] == 1

    def test_alike_rows_in_one_file_are_as_many_the_second_time(self) -> None:
        file = records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT, OTHER, JUDGEMENT)
        done("import", file)
        before = state()
        done("import", file)
        assert state() == before


class TestOrder:
    def test_of_the_records_does_not_matter(self) -> None:
        scheme = {
            "kind": "scheme",
            "name": "two",
            "facets": [
                {
                    "id": "verdict",
                    "kind": "single",
                    "labels": [{"id": "yes", "name": "Yes"}, {"id": "no", "name": "No"}],
                }
            ],
        }
        says_yes = JUDGEMENT | {"verdict": "yes"}
        says_no = OTHER | {"verdict": "no"}
        decided = DECISION | {"verdict": "no"}
        rows: list[dict[str, Any]] = [decided, says_yes, says_no, CLAIM, DOCUMENT, scheme]
        for name, ordered in (("there.jsonl", rows), ("back.jsonl", rows[::-1])):
            records(name, *ordered)
        exported = []
        for name in ("there", "back"):
            done("--project", f"{name}.db", "init")
            assert command("--project", f"{name}.db", "import", f"{name}.jsonl").code == 0
            done("--project", f"{name}.db", "export", f"{name}.out", "--names")
            exported.append(Path(f"{name}.out").read_bytes())
        assert exported[0] == exported[1]
        assert json.loads(exported[0])["status"] == "adjudicated"

    def test_a_judgement_on_a_claim_that_never_comes_is_refused_by_name(self) -> None:
        file = records("records.jsonl", JUDGEMENT, DOCUMENT)
        code, added, refusals = took(command("import", file, "--json"))
        assert code == 3
        assert added == {"document": 1, "description": 1}
        assert refusals == [(1, 'There is no claim "c", in this file or in the project.')]

    def test_a_refused_judgement_leaves_the_scheme_open(self) -> None:
        file = records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT | {"verdict": "maybe"})
        code, added, refusals = took(command("import", file, "--json"))
        assert (code, "scheme" in added) == (3, False)
        assert refusals[0][0] == 3
        assert 'no verdict "maybe"' in refusals[0][1]


class TestIds:
    def test_of_the_file_come_first_and_mean_nothing_in_another_file(self) -> None:
        done("import", records("one.jsonl", DOCUMENT, CLAIM))
        other = {"kind": "document", "id": "d", "text": "Elsewhere flights had doubled too."}
        assert took(command("import", records("judged.jsonl", JUDGEMENT), "--json"))[0] == 1
        done("import", records("two.jsonl", other, CLAIM, JUDGEMENT))
        assert [claim["judgements"] for claim in done("claims", "--json").json] == [0, 1]

    def test_of_the_project_are_known_in_any_file(self) -> None:
        done("import", records("one.jsonl", DOCUMENT))
        document = done("documents", "--json").json[0]["id"]
        done("import", records("two.jsonl", CLAIM | {"document": document}))
        claim = done("claims", "--json").json[0]["id"]
        done("import", records("three.jsonl", JUDGEMENT | {"claim": claim}))
        assert done("status", "--json").json["judgements"] == 1


def test_a_row_is_known_again_also_by_what_an_earlier_version_noted_of_it() -> None:
    piece = {"url": "https://example.org/a", "stance": "refutes", "set": 2}
    timed = OTHER | {"seconds": 1.5, "at": "2021-11-18", "evidence": [piece]}
    unsure = {"kind": "judgement", "claim": "c", "reviewer": "eve", "answer": "cannot_judge", "rationale": "é"}
    done("import", records("records.jsonl", DOCUMENT, CLAIM, timed, timed, unsure))
    told = [line for line in done("export", "-", "--format", "annotate").lines if line["kind"] == "judgement"]
    assert sorted(line["source"] for line in told) == [
        "645cb01bde8ee2161d589938c625f316.1",
        "645cb01bde8ee2161d589938c625f316.2",
        "be6bb084468f26078b2a32d21446f4ef.1",
    ]


class TestRounds:
    def test_what_one_says_in_another_round_stands_beside_what_he_said(self) -> None:
        later = JUDGEMENT | {"round": 2, "verdict": "supported", "id": "j2"}
        done("import", records("records.jsonl", DOCUMENT, CLAIM, JUDGEMENT, later))
        said = {(one.get("round", 1), one["verdict"]) for one in stood()}
        assert said == {(1, JUDGEMENT["verdict"]), (2, "supported")}
        done("import", records("again.jsonl", DOCUMENT, CLAIM, later | {"verdict": "refuted", "id": "j3"}))
        assert {(one.get("round", 1), one["verdict"]) for one in stood()} == {(1, JUDGEMENT["verdict"]), (2, "refuted")}


def stood() -> list[dict[str, Any]]:
    """The judgements that no other supersedes, as the lossless export has them."""
    Path("all.jsonl").unlink(missing_ok=True)
    done("export", "all.jsonl", "--format", "annotate")
    found = [json.loads(line) for line in Path("all.jsonl").read_text(encoding="utf-8").splitlines()]
    said = [one for one in found if one["kind"] == "judgement"]
    before = {identity for one in said for identity in one.get("supersedes", ())}
    return [one for one in said if one["id"] not in before]
