"""Judging and settling from a script."""

from typing import Any

import pytest
from tests.engines import BOTH
from tests.journeys.commands import done, refused

pytestmark = BOTH


def content(kind: str, claim: str) -> list[dict[str, Any]]:
    """The facts of a kind that touch a claim, as they were recorded, oldest first."""
    return [line["content"] for line in done("log", "--claim", claim, "--json").lines if line["kind"] == kind]


def status_of(claim: str) -> tuple[str, str | None]:
    """A claim's status and verdict, as the lead sees them."""
    (found,) = [row for row in done("--lead", "claims", "--json").json if row["id"] == claim]
    return found["status"], found["verdict"]


class TestJudge:
    def test_records_an_answer_and_prints_its_id(self, project: str) -> None:
        judged = done("--reviewer", "ada", "judge", project, "refuted", "--rationale", "No.", "--confidence", "4")
        (line,) = [line for line in done("log", "--json").lines if line["kind"] == "judgement"]
        assert judged.out.strip() == line["id"]
        assert (line["reviewer"], line["claim"]) == ("ada", project)
        assert (line["content"]["verdict"], line["content"]["confidence"]) == ("refuted", 4)

    def test_takes_the_start_of_an_id_as_long_as_it_is_unambiguous(self, project: str) -> None:
        done("--reviewer", "ada", "judge", project[:12], "supported")
        done("--reviewer", "ada", "judge", project[3:12], "refuted")
        assert "Several claims" in refused("--reviewer", "ada", "judge", "c1_", "supported")
        assert "No claim is named" in refused("--reviewer", "ada", "judge", "", "supported")
        assert "No claim has an id" in refused("--reviewer", "ada", "judge", "c1_zz", "supported")

    def test_needs_to_know_who_judges(self, project: str) -> None:
        assert "Add --reviewer NAME" in refused("judge", project, "supported")

    def test_refuses_a_verdict_that_the_scheme_does_not_have(self, project: str) -> None:
        said = refused("--reviewer", "ada", "judge", project, "maybe")
        assert said == (
            'The scheme has no verdict "maybe". It has: supported, refuted, not_enough_evidence, conflicting_evidence.'
        )

    @pytest.mark.parametrize("answer", ["skip", "cannot-judge", "cannot_judge", "not-a-claim", "not_a_claim"])
    def test_takes_answers_that_are_no_verdict(self, project: str, answer: str) -> None:
        done("--reviewer", "ada", "judge", project, answer)
        (said,) = content("judgement", project)
        assert said["answer"] == {"skip": "skipped"}.get(answer, answer.replace("-", "_"))
        assert "verdict" not in said or not said["verdict"]

    def test_supersedes_what_was_said_before_and_records_nothing_twice(self, project: str) -> None:
        first = done("--reviewer", "ada", "judge", project, "supported").out.strip()
        assert done("--reviewer", "ada", "judge", project, "supported").out.strip() == first
        done("--reviewer", "ada", "judge", project, "refuted")
        assert [said["supersedes"] for said in content("judgement", project)] == [[], [first]]
        assert done("status", "--json").json["judgements"] == 1

    def test_flags_for_the_adjudicator(self, project: str) -> None:
        done("--reviewer", "ada", "judge", project, "supported", "--flag")
        assert done("disputes", "--json").json == [
            {"claim": project, "votes": {"supported": 1}, "entropy": 0.0, "flagged": True}
        ]

    @pytest.mark.parametrize("confidence", ["0", "10", "-1", "x", "99999999999999999999"])
    def test_refuses_a_confidence_that_is_none(self, project: str, confidence: str) -> None:
        assert refused("--reviewer", "ada", "judge", project, "supported", "--confidence", confidence, code=2)


class TestEvidence:
    def test_is_begun_by_its_url_and_what_follows_belongs_to_it(self, project: str) -> None:
        first = ["--evidence", "https://a.org"]
        second = ["--evidence", "https://b.org", "--stance", "refutes", "--quote", "12 percent", "--publisher", "B"]
        third = ["--evidence", "https://c.org", "--stance", "context"]
        done("--reviewer", "ada", "judge", project, "refuted", *first, *second, *third)
        (said,) = content("judgement", project)
        assert said["evidence"] == [
            {"url": "https://a.org", "set": 1},
            {"url": "https://b.org", "set": 1, "stance": "refutes", "quote": "12 percent", "publisher": "B"},
            {"url": "https://c.org", "set": 1, "stance": "context"},
        ]

    def test_may_be_described_before_its_url_where_there_is_only_one(self, project: str) -> None:
        done("--reviewer", "ada", "judge", project, "refuted", "--stance", "refutes", "--evidence", "https://a.org")
        assert content("judgement", project)[0]["evidence"] == [{"url": "https://a.org", "set": 1, "stance": "refutes"}]

    @pytest.mark.parametrize(
        "words",
        [
            ["--stance", "refutes"],
            ["--quote", "12 percent"],
            ["--evidence", "https://a.org", "--stance", "refutes", "--stance", "supports"],
            ["--evidence", "https://a.org", "--quote", "1", "--quote", "2"],
        ],
        ids=" ".join,
    )
    def test_that_belongs_to_nothing_is_a_usage_error(self, project: str, words: list[str]) -> None:
        assert "--evidence" in refused("--reviewer", "ada", "judge", project, "refuted", *words, code=2)

    @pytest.mark.parametrize("url", ["ftp://a.org", "javascript:alert(1)", "a.org", "https://a.org/\u202egpj", ""])
    def test_must_be_a_web_address(self, project: str, url: str) -> None:
        assert refused("--reviewer", "ada", "judge", project, "refuted", "--evidence", url)


class TestDemands:
    SCHEME = """
        name = "strict"
        [[facet]]
        id = "verdict"
        kind = "single"
        label = [{id = "yes", name = "Yes", needs = ["evidence", "rationale"]}, {id = "no", name = "No"}]
        [[facet]]
        id = "topics"
        kind = "set"
        label = [{id = "war", name = "War"}, {id = "trade", name = "Trade"}]
        [[facet]]
        id = "tone"
        kind = "ordinal"
        label = [{id = "calm", name = "Calm"}, {id = "shrill", name = "Shrill"}]
        """

    @pytest.fixture
    def claim(self, desk: object, write: Any) -> str:
        done("init", "--scheme", write("strict.toml", self.SCHEME))
        done("import", write("a.txt", "War and trade."))
        return done("mark", "a.txt", "--quote", "War").out.strip()

    def test_of_the_scheme_are_made_of_a_script_too(self, claim: str) -> None:
        said = refused("--reviewer", "ada", "judge", claim, "yes")
        assert said == (
            '"yes" needs evidence and rationale by the scheme strict. Add --evidence URL. Add --rationale TEXT.'
        )
        done("--reviewer", "ada", "judge", claim, "no")
        done("--reviewer", "ada", "judge", claim, "yes", "--evidence", "https://a.org", "--rationale", "It is.")

    def test_facets_take_the_labels_that_they_have(self, claim: str) -> None:
        words = ["--facet", "topics=war", "--facet", "topics=trade", "--facet", "tone=shrill"]
        done("--reviewer", "ada", "judge", claim, "no", *words)
        assert content("judgement", claim)[0]["facets"] == {"topics": ["war", "trade"], "tone": ["shrill"]}
        done("--reviewer", "ada", "judge", claim, "no", "--facet", "topics=war,trade")
        for words, reason in (
            (["mood=grim"], 'no facet "mood"'),
            (["tone=grim"], 'no tone "grim"'),
            (["tone=calm,shrill"], "takes one label"),
            (["verdict=yes"], 'no facet "verdict"'),
        ):
            assert reason in refused("--reviewer", "ada", "judge", claim, "no", "--facet", *words)


class TestDecide:
    def test_settles_and_supersedes(self, project: str) -> None:
        first = done("decide", project, "refuted", "--rationale", "The table.").out.strip()
        assert status_of(project) == ("adjudicated", "refuted")
        done("decide", project, "supported")
        assert status_of(project) == ("adjudicated", "supported")
        assert content("decision", project)[1]["supersedes"] == [first]

    def test_the_same_again_records_nothing(self, project: str) -> None:
        first = done("decide", project, "refuted").out
        assert done("decide", project, "refuted").out == first
        assert len(content("decision", project)) == 1

    @pytest.mark.parametrize("outcome", ["not-a-claim", "not_a_claim"])
    def test_can_reject_the_claim(self, project: str, outcome: str) -> None:
        done("decide", project, outcome)
        assert status_of(project) == ("rejected", "not_a_claim")

    def test_refuses_an_outcome_that_the_scheme_does_not_have(self, project: str) -> None:
        assert 'no verdict "maybe"' in refused("decide", project, "maybe")
        assert "No claim has an id" in refused("decide", "c1_zz", "refuted")

    def test_says_nothing_of_judging_to_whoever_did_not(self, project: str) -> None:
        done("--reviewer", "ada", "judge", project, "refuted")
        said = done("--reviewer", "ben", "decide", project, "refuted", "--json")
        assert (said.err, said.json["judged"]) == ("", False)

    def test_is_reopened_by_a_later_judgement_that_differs_and_by_no_other(self, project: str) -> None:
        done("--reviewer", "ada", "judge", project, "supported")
        done("--reviewer", "ben", "judge", project, "refuted")
        done("decide", project, "refuted")
        done("--reviewer", "cy", "judge", project, "refuted")
        done("--reviewer", "cy", "judge", project, "skip")
        assert status_of(project) == ("adjudicated", "refuted")
        done("--reviewer", "cy", "judge", project, "supported")
        assert status_of(project) == ("disputed", None)
        done("decide", project, "refuted")
        assert status_of(project) == ("adjudicated", "refuted")

    def test_there_is_no_undo_command(self, project: str) -> None:
        assert 'no command "undo"' in refused("undo", code=2)


class TestAdjudicate:
    @pytest.fixture
    def claims(self, project: str) -> list[str]:
        """Two claims: two of three support the first, both who judged refute the second."""
        first, second = [claim["id"] for claim in done("claims", "--json").json]
        for reviewer, verdict in (("ada", "supported"), ("ben", "supported"), ("cy", "refuted")):
            done("--reviewer", reviewer, "judge", first, verdict)
        for reviewer in ("ada", "ben"):
            done("--reviewer", reviewer, "judge", second, "refuted")
        return [first, second]

    def test_by_unanimity_leaves_what_is_disputed(self, claims: list[str]) -> None:
        told = done("adjudicate", "--policy", "unanimous", "--json").json
        assert told["settled"] == [
            {"claim": claims[1], "outcome": "refuted", "method": "unanimous", "votes": {"refuted": 2}}
        ]
        assert told["left"] == 1
        assert status_of(claims[0]) == ("disputed", None)

    def test_by_majority_settles_both_under_the_name_of_the_policy(self, claims: list[str]) -> None:
        answered = done("adjudicate", "--policy", "majority")
        assert answered.err == "2 claims settled, 0 left to people.\n"
        assert [status_of(claim) for claim in claims] == [("majority", "supported"), ("unanimous", "refuted")]
        authors = {line["reviewer"] for line in done("log", "--json").lines if line["kind"] == "decision"}
        assert authors == {"policy:majority"}

    def test_needs_no_reviewer_and_minds_none(self, claims: list[str]) -> None:
        assert done("--reviewer", "ada", "adjudicate", "--policy", "majority").code == 0

    def test_dry_settles_nothing(self, claims: list[str]) -> None:
        answered = done("adjudicate", "--policy", "majority", "--dry-run")
        assert answered.err == "2 claims would be settled, 0 left to people.\n"
        assert status_of(claims[0]) == ("disputed", None)

    def test_twice_settles_nothing_more(self, claims: list[str]) -> None:
        done("adjudicate", "--policy", "majority")
        assert done("adjudicate", "--policy", "majority", "--json").json["settled"] == []

    def test_leaves_a_flag_and_a_tie_to_people(self, claims: list[str]) -> None:
        done("--reviewer", "ben", "judge", claims[0], "refuted", "--flag")
        done("--reviewer", "ben", "judge", claims[1], "supported")
        assert done("adjudicate", "--policy", "majority", "--json").json == {
            "policy": "majority",
            "dry_run": False,
            "settled": [],
            "left": 2,
        }
