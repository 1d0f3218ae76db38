"""Agreement on spans and on evidence, by the command line."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import TEXT
from tests.journeys.commands import done, refused

from annotate.formats.wire import PUBLISHED, adapter

URL = "https://example.org/counts"


def report() -> dict[str, Any]:
    """The report as JSON, as it is published."""
    answered = done("agreement", "--json")
    adapter(PUBLISHED["agreement"]).validate_json(answered.out)
    found = answered.json
    assert isinstance(found, dict)
    return found


def told(coefficients: list[dict[str, Any]]) -> dict[str, float | None]:
    return {one["name"]: one["value"] for one in coefficients}


def marked(reviewer: str, quote: str, *words: str) -> str:
    return done(*words, "--reviewer", reviewer, "mark", "article.txt", "--quote", quote).out.strip()


def test_without_marks_and_evidence_there_is_nothing_to_tell(project: str) -> None:
    assert (report()["spans"], report()["evidence"]) == (None, None)
    assert "spans" not in done("agreement").out


def test_marks_of_two_are_compared(project: str) -> None:
    """Ada: "Critics" and "Minister:"; ben: "Critics" and "minister said": 7 of 7+9 and 7+13 characters."""
    marked("ada", "Critics")
    marked("ada", "Minister:")
    marked("ben", "Critics")
    marked("ben", "minister said")
    spans = report()["spans"]
    assert (spans["documents"], spans["reviewers"], spans["left_out"]) == (1, {"ada": 2, "ben": 2}, {})
    found = told(spans["coefficients"])
    assert (found["f1_exact"], found["f1_partial"], found["f1_character"]) == (0.5, 0.5, 14 / 36)
    (pair,) = spans["pairs"]
    assert (pair["a"], pair["b"], pair["spans_a"], pair["spans_b"]) == ("ada", "ben", 2, 2)
    exact = pair["coefficients"][0]
    assert (exact["low"], exact["units"], exact["documents"]) == (None, 4, 1)
    assert exact["undefined"] == (
        "one document holds all that it is made of, and it takes 5 to tell how others would differ"
    )
    assert "Hripcsak" in exact["citation"]
    out = done("agreement").out
    assert "1 document read by two or more reviewers; spans marked there: ada 2, ben 2." in out
    assert "F1, by character" in out
    assert "No interval for F1, same bounds; F1, overlap; F1, by character; " in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("words", [(), ("--details",), ("--no-details",)])
def test_what_is_told_of_judgements_takes_no_spans_from_the_report(project: str, words: tuple[str, ...]) -> None:
    marked("ada", "Critics")
    marked("ben", "Critics")
    assert told(done("agreement", "--json", *words).json["spans"]["coefficients"])["f1_exact"] == 1


def test_copies_on_which_two_marked_by_themselves_meet(project: str) -> None:
    shutil.copyfile("annotate.db", "laptop.db")
    marked("ada", "Critics")
    marked("ben", "Critics", "--project", "laptop.db")
    marked("ben", "The minister", "--project", "laptop.db")
    done("merge", "laptop.db")
    assert told(report()["spans"]["coefficients"])["f1_exact"] == 2 / 3


def test_marks_taken_from_a_file_are_nobodys(project: str) -> None:
    place = TEXT.index("Critics")
    (document,) = done("documents", "--json").json
    line = f'{{"kind":"claim","id":"x","document":"{document["id"]}","start":{place},"end":{place + 7}}}\n'
    Path("claims.jsonl").write_text(line, encoding="utf-8")
    done("--reviewer", "ada", "import", "claims.jsonl")
    assert report()["spans"] is None


def test_evidence_is_compared_and_what_is_found_names_claims_that_other_commands_take(project: str) -> None:
    second = done("claims", "--json").json[1]["id"]
    for reviewer, stance, other in (("ada", "refutes", URL), ("ben", "supports", "https://example.org/b")):
        judging = ("--reviewer", reviewer, "judge")
        done(*judging, project, "refuted", "--evidence", URL, "--stance", stance, "--quote", "They doubled")
        done(*judging, second, "refuted", "--evidence", other, "--stance", "refutes")
    evidence = report()["evidence"]
    assert told(evidence["coefficients"]) == {"jaccard": 0.5, "same_source": 0.5, "same_passage": 1, "same_stance": 0}
    (sources,), (stances,) = (
        evidence[f"same_{kind}"] for kind in ("verdict_different_sources", "source_different_stance")
    )
    assert (sources["claim"], sources["verdict"], sources["sources"]) == (
        second,
        "refuted",
        ["https://example.org/b", URL],
    )
    assert (stances["claim"], stances["stances"]) == (project, {"ada": ["refutes"], "ben": ["supports"]})
    out = done("agreement").out
    assert "Same verdict from different sources (1 claim)" in out
    row = next(line for line in out.splitlines() if line.startswith(second[:11]))
    assert done("log", "--claim", row.split()[0]).out
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("form", ["text", "json"])
def test_reviewers_are_not_told(project: str, form: str) -> None:
    marked("ada", "Critics")
    assert "would show ada how others judged" in refused("--reviewer", "ada", "agreement", "--format", form)
