"""From a news article to an adjudicated dataset and back, by the command line alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.engines import BOTH, ON_SQLITE
from tests.journeys.commands import alone, command, done, refused

pytestmark = BOTH

WIRE = """# Border: “12 percent” *more* crossings

The agency's spokeswoman, נועה ברקאי, said on Monday that crossings had risen by “12\u00a0percent [since *May*] alone”.
Critics call the “12\u00a0percent” a trick.

> @kasia: „Znowu 300 osób przy płocie 👨‍👩‍👧‍👦🇵🇱 w Cafe\u0301 Żubr!” (8 listopada)

[/bold] Photo: Handout. Click here to read more.
"""
"""Markdown marks and brackets inside quotes, a name that runs from right to left, an emoji of several code points."""

PAPER = (
    "Crossings rose by a tenth\r\n\r\n"
    "  The ministry counted 9\u00a0800 crossings in May, the agency 10\u00a0200.\r\n"
    "\tThe ministry counted nobody in June.\u2028Nobody asked why.\r\n"
)
"""Lines that end in CR LF, an indented one, a line separator, and one fact with two numbers."""

POST = "\ufeffمطار مينسك: وصل 1200 مسافر\n\nقال متحدث إن 1200 مسافر وصلوا يوم الخميس. لا أحد يعرف لماذا.\n"
"""A byte-order mark, and a script that runs from right to left."""

NATIVE = [
    {"kind": "claim", "document": "wire", "quote": "risen by “12\u00a0percent [since *May*] alone”"},
    {"kind": "claim", "document": "wire", "quote": "300 osób przy płocie 👨‍👩‍👧‍👦🇵🇱 w Cafe\u0301 Żubr"},
    {"kind": "claim", "document": "wire", "quote": "“12\u00a0percent”", "prefix": "Critics call the "},
    {"kind": "claim", "document": "paper", "quote": "9\u00a0800 crossings in May", "claimant": "the ministry"},
    {"kind": "claim", "document": "paper", "quote": "nobody in June.\u2028Nobody asked why.\r\n"},
]
"""Claims by their quotes; the names of the documents stand for their ids."""

VOTES = {
    "ada": ["refuted", "supported", "refuted", "supported", "not-a-claim", "supported"],
    "ben": ["refuted", "supported", "refuted", "refuted", "not-a-claim", "not_enough_evidence"],
    "cy": ["supported", "supported", "skip", "refuted", "supported", "conflicting_evidence"],
}
"""Reviewer → what he says of the claims, in the order in which they are listed."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project here with three articles, and six claims given by their quotes."""
    folder = alone(tmp_path, monkeypatch)
    articles = folder / "articles"
    articles.mkdir()
    for name, text in (("wire.md", WIRE), ("paper.txt", PAPER), ("post.txt", POST)):
        (articles / name).write_bytes(text.encode())
    done("init")
    done("import", *sorted(articles.iterdir()))
    ids = {Path(row["source"]).stem: row["id"] for row in done("documents", "--json").json}
    lines = [json.dumps(claim | {"document": ids[claim["document"]]}) for claim in NATIVE]
    (folder / "claims.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done("import", "claims.jsonl")
    done("mark", ids["post"], "--quote", "1200 مسافر وصلوا يوم الخميس")
    return folder


def texts() -> dict[str, str]:
    """Document (id) → its text, as the file decodes to."""
    return {row["id"]: Path(row["source"]).read_bytes().decode("utf-8-sig") for row in done("documents", "--json").json}


def judged() -> list[str]:
    """Judge every claim three times; the claims' ids."""
    claims = [claim["id"] for claim in done("claims", "--json").json]
    for reviewer, answers in VOTES.items():
        for claim, answer in zip(claims, answers, strict=True):
            said = ["--rationale", "“[why]”", "--evidence", "https://example.org/täble", "--stance", "context"]
            done("--reviewer", reviewer, "judge", claim, answer, *said)
    return claims


def exported(*words: str) -> list[dict[str, Any]]:
    """The lines of a dataset."""
    done("export", "out.jsonl", "--format", "jsonl", *words)
    return [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").split("\n") if line]


def test_every_exported_quote_is_the_text_at_its_span(desk: Path) -> None:
    judged()
    done("adjudicate", "--policy", "majority")
    there = texts()
    lines = exported("--include", "all")
    assert len(lines) == 6
    for line in lines:
        assert there[line["document"]["id"]][line["span"]["start"] : line["span"]["end"]] == line["quote"]
    assert {line["quote"] for line in lines} >= {claim["quote"] for claim in NATIVE}


def test_a_majority_settles_what_it_can_and_people_settle_the_rest(desk: Path) -> None:
    claims = judged()
    assert done("status", "--json").json["disputes"] == 4
    told = done("adjudicate", "--policy", "majority", "--json").json
    assert (len(told["settled"]), told["left"]) == (5, 1)
    (left,) = done("disputes", "--json").json
    done("--reviewer", "dora", "decide", left["claim"], "conflicting_evidence", "--rationale", "Two tables differ.")
    by_id = {line["id"]: (line["verdict"], line["status"]) for line in exported()}
    assert [by_id[claim] for claim in claims] == [
        ("refuted", "majority"),
        ("supported", "unanimous"),
        ("refuted", "unanimous"),
        ("refuted", "majority"),
        ("not_a_claim", "rejected"),
        ("conflicting_evidence", "adjudicated"),
    ]
    assert done("check").code == 0


def test_the_same_export_twice_and_from_a_copy_is_the_same_bytes(desk: Path) -> None:
    judged()
    done("adjudicate", "--policy", "majority")
    for name in ("one", "two"):
        done("export", f"{name}.csv", "--format", "csv")
        done("export", f"{name}.jsonl", "--format", "annotate")
    done("--project", "copy.db", "init", "--scheme", "politifact")
    done("--project", "copy.db", "import", "one.jsonl")
    done("--project", "copy.db", "export", "copy.jsonl", "--format", "annotate")
    done("--project", "copy.db", "export", "copy.csv", "--format", "csv")
    for kind in ("jsonl", "csv"):
        assert len({(desk / f"{name}.{kind}").read_bytes() for name in ("one", "two", "copy")}) == 1


def test_taking_the_project_in_again_changes_nothing(desk: Path) -> None:
    judged()
    done("export", "one.jsonl", "--format", "annotate")
    assert done("import", "one.jsonl", "claims.jsonl", "articles").out == "Took in: nothing new.\n"
    done("export", "two.jsonl", "--format", "annotate")
    assert (desk / "one.jsonl").read_bytes() == (desk / "two.jsonl").read_bytes()


def test_the_log_tells_the_whole_story_of_a_claim(desk: Path) -> None:
    claim = judged()[0]
    done("adjudicate", "--policy", "majority")
    told = done("log", "--claim", claim, "--json").lines
    assert [(line["kind"], line["reviewer"]) for line in told] == [
        ("claim", ""),
        ("version", ""),
        ("judgement", "ada"),
        ("judgement", "ben"),
        ("judgement", "cy"),
        ("decision", "policy:majority"),
    ]


def test_what_is_no_project_is_refused_and_left_alone(desk: Path) -> None:
    (desk / "letter.db").write_bytes(b"Dear editor, " * 20)
    for name in ("status", "claims", "check"):
        said = refused("--project", "letter.db", name)
        assert said == ("letter.db is not a database of annotate. Name another project, or make one: annotate init.")
    assert (desk / "letter.db").read_bytes() == b"Dear editor, " * 20
    assert command("--project", "letter.db", "init").code == 1
    assert "is a folder" in refused("--project", "articles", "status")
    assert "There is no project at" in refused("--project", "gone/annotate.db", "status")
    assert command("--project", "gone/annotate.db", "init").code == 1


@ON_SQLITE
def test_real_processes_walk_the_same_way(desk: Path) -> None:
    script = """
        set -e
        claim=$(annotate claims --json | python -c 'import json, sys; print(json.load(sys.stdin)[0]["id"])')
        for who in ada ben; do annotate --reviewer $who judge $claim refuted --rationale 'Éh — "no"' >/dev/null; done
        annotate adjudicate --policy majority 2>/dev/null
        annotate export - --names | tee out.jsonl | python -c 'import sys; print(sys.stdin.read().count("\\n"))'
        annotate improt x || test $? -eq 2
        annotate judge $claim refuted || test $? -eq 1
        """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=os.environ | {"PATH": path})
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines()[-1] == "1"
    assert ran.stderr.count("\n") == 3
    (line,) = [json.loads(line) for line in (desk / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert line["votes"] == {"refuted": 2}
