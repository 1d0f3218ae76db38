"""With a reviewer set, nothing tells how others judged before a claim is settled."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.engines import BOTH
from tests.journeys.commands import done, refused

pytestmark = BOTH


@pytest.fixture
def claims(project: str) -> list[str]:
    """Two claims: ada and ben disagree on the first, with evidence and a flag; on the second they agree."""
    first, second = [claim["id"] for claim in done("claims", "--json").json]
    done("--reviewer", "ada", "judge", first, "supported")
    done("--reviewer", "ben", "judge", first, "refuted", "--evidence", "https://e.org/ben", "--rationale", "BEN-SAYS")
    done("--reviewer", "ben", "judge", second, "refuted", "--flag", "--rationale", "BEN-SAYS")
    return [first, second]


@pytest.fixture(params=["flag", "environment", "config"])
def as_ada(request: pytest.FixtureRequest, desk: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The words that stand before a command where ada asks, however that is said."""
    if request.param == "flag":
        return ("--reviewer", "ada")
    if request.param == "environment":
        monkeypatch.setenv("ANNOTATE_REVIEWER", "ada")
    else:
        (desk.parent / "home" / "config.toml").write_text('reviewer = "ada"', encoding="utf-8")
    return ()


def test_lists_count_and_show_only_ones_own(claims: list[str], as_ada: tuple[str, ...]) -> None:
    listed = done(*as_ada, "claims", "--json").json
    assert [(claim["status"], claim["verdict"], claim["judgements"]) for claim in listed] == [
        ("open", None, 1),
        ("open", None, 0),
    ]
    assert done(*as_ada, "claims", "--status", "disputed", "--json").json == []
    assert len(done(*as_ada, "claims", "--status", "open", "--json").json) == 2


def test_progress_tells_of_oneself_alone(claims: list[str], as_ada: tuple[str, ...]) -> None:
    told = done(*as_ada, "status", "--json").json
    assert (told["judgements"], told["evidence"], told["disputes"]) == (1, 0, None)
    assert [one["name"] for one in told["reviewers"]] == ["ada"]
    assert "ben" not in done(*as_ada, "status").out
    assert "dispute" not in done(*as_ada, "status").out


@pytest.mark.parametrize("what", [["disputes"], ["disputes", "--json"], ["agreement"], ["agreement", "--json"]])
def test_disputes_and_agreement_are_refused(claims: list[str], as_ada: tuple[str, ...], what: list[str]) -> None:
    assert refused(*as_ada, *what).endswith("Ask as the lead: --lead.")


def test_the_lead_can_be_asked_for_whoever_is_set(claims: list[str], as_ada: tuple[str, ...]) -> None:
    if not as_ada:
        assert len(done("--lead", "disputes", "--json").json) == 2


def test_the_log_keeps_others_judgements_and_withdrawals_back(claims: list[str], as_ada: tuple[str, ...]) -> None:
    told = done(*as_ada, "log", "--json")
    assert [(line["reviewer"], line["claim"]) for line in told.lines if line["kind"] == "judgement"] == [
        ("ada", claims[0])
    ]
    assert "BEN-SAYS" not in told.out
    assert "refuted" not in done(*as_ada, "log", "--claim", claims[0]).out


@pytest.mark.parametrize("form", ["annotate", "jsonl", "csv"])
def test_an_export_holds_ones_own_judgements(claims: list[str], as_ada: tuple[str, ...], form: str) -> None:
    told = done(*as_ada, "export", "-", "--format", form, "--include", "all").out
    for secret in ("BEN-SAYS", "https://e.org/ben", "refuted", "disputed"):
        assert secret not in told.replace('"id":"refuted"', "")
    assert "supported" in told


def test_a_native_export_of_a_reviewer_holds_no_key_that_would_undo_the_pseudonyms(claims: list[str]) -> None:
    done("export", "all.jsonl", "--include", "all")
    assert '"kind":"key"' in done("export", "-", "--format", "annotate").out
    assert '"kind":"key"' not in done("--reviewer", "ada", "export", "-", "--format", "annotate").out


def _votes(exported: str) -> dict[str, Any]:
    lines = map(json.loads, exported.splitlines())
    return {line["id"]: line["votes"] for line in lines}


def test_what_is_settled_may_be_seen(claims: list[str], as_ada: tuple[str, ...]) -> None:
    done("--lead", "decide", claims[0], "refuted")
    first, second = done(*as_ada, "claims", "--json").json
    assert (first["status"], first["verdict"], first["judgements"]) == ("adjudicated", "refuted", 2)
    assert (second["status"], second["judgements"]) == ("open", 0)
    told = done(*as_ada, "export", "-", "--include", "all").out
    assert _votes(told) == {claims[0]: {"refuted": 1, "supported": 1}, claims[1]: {}}
    assert done(*as_ada, "log", "--json").out.count("BEN-SAYS") == 1


def test_what_is_reopened_is_hidden_again(claims: list[str], as_ada: tuple[str, ...]) -> None:
    done("--lead", "decide", claims[0], "refuted")
    done(*as_ada, "judge", claims[0], "conflicting_evidence")
    first = done(*as_ada, "claims", "--json").json[0]
    assert (first["status"], first["judgements"]) == ("open", 1)
    assert "BEN-SAYS" not in done(*as_ada, "log", "--json").out


def test_arranging_the_work_is_the_leads(claims: list[str], as_ada: tuple[str, ...]) -> None:
    assert "the lead's" in refused(*as_ada, "assign", "--reviewers", "ada", "--overlap", "1")
    assert "the lead's" in refused(*as_ada, "set", "title=Mine")
    done("--lead", "set", "title=Ours")
    assert done(*as_ada, "set", "--json").json == {"title": "Ours"}


def test_whoever_adjudicates_sees_the_sides_and_is_told_that_he_judged_himself(claims: list[str]) -> None:
    said = done("--reviewer", "ada", "decide", claims[0], "supported", "--json")
    assert "You judged this claim yourself" in said.err
    assert said.json["judged"] is True
    assert '"judged":true' in done("log", "--claim", claims[0], "--json").out
