"""Agreement in detail on the command line: reviewers, models, costly claims and slices of the sample project."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from tests.journeys.commands import command, done, refused

from annotate.formats.wire import PUBLISHED, adapter
from annotate.settings import samples

Write = Callable[[str, str], Path]


@pytest.fixture
def sample(desk: Path) -> None:
    """The sample project, with the votes that test_agreement.py counts by hand."""
    done("init", "--scheme", str(samples() / "scheme.toml"))
    done("import", samples() / "project.jsonl")


def verdict(*words: str) -> dict[str, Any]:
    """What is told of the verdict, in the published shape."""
    answered = done("agreement", "--facet", "verdict", "--json", *words)
    adapter(PUBLISHED["agreement"]).validate_json(answered.out)
    (facet,) = answered.json["facets"]
    assert isinstance(facet, dict)
    return facet


@pytest.mark.usefixtures("sample")
class TestOfTheSample:
    def test_each_reviewer_stands_against_the_rest_as_counted_by_hand(self) -> None:
        """From the pairs: ada, ben 10 of 16; ada, cy 9 of 14; ben, cy 9 of 15.

        Ada compares 30 times, 19 alike; ben 31 times, 19 alike; cy 29 times, 18 alike. Ada gives S 12, R 6, N 4, C 8
        where the others give S 13, R 7, N 4, C 6: chance (156 + 42 + 16 + 48)/900 = 262/900; kappa (570 - 262)/(900 -
        262) = 154/319.
        """
        told = {one["reviewer"]: one for one in verdict()["by_reviewer"]}
        shares = {who: (one["comparisons"], one["agreement"]["value"]) for who, one in told.items()}
        assert shares == {"ada": (30, 19 / 30), "ben": (31, 19 / 31), "cy": (29, 18 / 29)}
        assert told["ada"]["kappa"] == float(Fraction(154, 319))
        assert told["ada"]["deeds"]["speed"]["judgements"] == 20
        assert told["ada"]["deeds"]["settled"] == {
            "value": None,
            "units": 0,
            "low": None,
            "high": None,
            "interval": None,
            "undefined": "nobody else has adjudicated a claim that this reviewer judged",
            **dict.fromkeys(("confidence", "clusters", "no_interval", "warning", "citation")),
        }
        found = told["ada"]["agreement"]
        assert (found["interval"], found["confidence"], found["clusters"]) == ("t by document", 0.95, 5)
        assert "of 5 documents only" in found["warning"]
        assert "Cochran" in found["citation"]
        assert [share["units"] for share in told["ada"]["deeds"]["drift"]] == [6, 6, 5]

    def test_the_claim_on_which_all_three_part_costs_the_most(self) -> None:
        (first, second, *_) = verdict()["costly_claims"]
        assert first["votes"] == {"ada": "refuted", "ben": "supported", "cy": "conflicting_evidence"}
        assert first["cost"] > second["cost"] > 0
        assert [one["id"] for one in done("claims", "--json").json].count(first["claim"]) == 1

    @pytest.mark.parametrize("by", ["document", "label", "type", "period", "round"])
    def test_slices_add_up_to_the_whole(self, by: str) -> None:
        facet = verdict("--by", by)
        assert facet["slices"]["by"] == by
        assert sum(one["judgements"] for one in facet["slices"]["slices"]) == facet["judgements"]

    def test_slices_are_told_only_where_they_are_asked_for_and_details_can_be_left_out(self) -> None:
        assert verdict()["slices"] is None
        facet = verdict("--no-details")
        assert facet["costly_claims"] == []
        assert {one["deeds"] for one in facet["by_reviewer"]} == {None}
        assert "ask with --details" in " ".join(done("agreement", "--no-details").out.split())

    def test_a_decision_shows_who_was_right(self) -> None:
        first = verdict()["costly_claims"][0]["claim"]
        done("--reviewer", "zoe", "decide", first, "refuted")
        told = {one["reviewer"]: one["deeds"]["settled"] for one in verdict()["by_reviewer"]}
        assert {who: (one["value"], one["units"]) for who, one in told.items()} == {
            "ada": (1.0, 1),
            "ben": (0.0, 1),
            "cy": (0.0, 1),
        }

    def test_a_model_changes_no_number_of_the_humans(self) -> None:
        before = verdict()
        done("reviewers", "add", "gpt", "--kind", "model")
        for claim in done("claims", "--json").json[:6]:
            done("--reviewer", "gpt", "judge", claim["id"], "refuted")
        after = verdict()
        assert after["coefficients"] == before["coefficients"]
        assert after["pairs"] == before["pairs"]
        assert (after["left_out"]["by models"], after["reviewers"]) == (6, 3)
        (gpt,) = after["models"]["models"]
        assert (gpt["model"], gpt["judgements"], gpt["alternative"]["passes"]) == ("gpt", 6, False)
        assert "Kept apart from the reviewers, and in none of the numbers above: gpt." in done("agreement").out

    def test_the_text_fits_80_columns(self) -> None:
        told = done("agreement", "--by", "document").out
        assert max(map(cell_len, told.splitlines())) <= 80
        for title in (
            "Reviewers on verdict",
            "Claims that cost the most agreement",
            "Agreement on verdict by document",
        ):
            assert title in told

    def test_no_reviewer_is_shown_any_of_it(self) -> None:
        for words in (("--by", "document"), ("--details",), ("--json",)):
            assert "Ask as the lead: --lead." in refused("--reviewer", "ada", "agreement", *words)


@pytest.mark.usefixtures("desk")
class TestOfATable:
    def test_models_are_named(self, write: Write) -> None:
        rows = [f"{unit},{who},{'ab'[unit % 2]}" for unit in range(40) for who in ("ada", "ben", "cy", "gpt")]
        table = write("votes.csv", "\n".join(["claim,reviewer,verdict", *rows, ""]))
        told = done("agreement", table, "--models", "gpt", "--epsilon", "0.2", "--json")
        adapter(PUBLISHED["agreement"]).validate_json(told.out)
        (facet,) = told.json["facets"]
        assert (facet["reviewers"], facet["judgements"], facet["left_out"]) == (3, 120, {"by models": 40})
        (gpt,) = facet["models"]["models"]
        assert (gpt["alternative"]["winning_rate"], gpt["alternative"]["epsilon"]) == (1.0, 0.2)
        assert gpt["alternative"]["passes"] is True
        assert "gpt may stand in for a human" in done("agreement", table, "--models", "gpt").out

    @pytest.mark.parametrize("words", [("--by", "document"), ("--details",), ("--no-details",)])
    def test_what_only_a_project_knows_is_refused(self, write: Write, words: tuple[str, ...]) -> None:
        table = write("votes.csv", "claim,reviewer,verdict\n1,ada,a\n1,ben,a\n")
        answered = command("agreement", table, *words)
        assert answered.code == 2
        assert "speaks of the project's claims" in answered.err

    @pytest.mark.usefixtures("sample")
    def test_a_project_knows_its_own_models(self) -> None:
        answered = command("agreement", "--models", "ada")
        assert answered.code == 2
        assert "--models speaks of a table of votes" in answered.err
