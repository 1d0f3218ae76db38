"""Agreement on what is no single label: measured values, sets of labels, confidence, whether it is a claim at all."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.cli.records import CLAIM, DOCUMENT, records
from tests.journeys.commands import command, done, refused

from annotate.formats.wire import PUBLISHED, adapter

Write = Callable[[str, str], Path]

SCHEME = """\
name = "desk"
version = "1"

[[facet]]
id = "verdict"
kind = "single"
label = [{ id = "supported", name = "Supported" }, { id = "refuted", name = "Refuted" }]

[[facet]]
id = "techniques"
kind = "set"
label = [{ id = "loaded", name = "Loaded" }, { id = "cherry", name = "Cherry" }, { id = "doubt", name = "Doubt" }]
"""


def told(*words: str | Path) -> dict[str, dict[str, Any]]:
    """What is said of each facet, by its name."""
    answered = done("agreement", *words, "--json")
    adapter(PUBLISHED["agreement"]).validate_json(answered.out)
    report = answered.json
    assert isinstance(report, dict)
    return {facet["facet"]: facet for facet in report["facets"]}


def values(facet: dict[str, Any]) -> dict[tuple[str, str], float | None]:
    """The values of a facet's coefficients by name and weights."""
    return {(one["name"], one["weights"]): one["value"] for one in facet["coefficients"]}


@pytest.mark.usefixtures("desk")
class TestOfMeasuredValues:
    @pytest.fixture
    def measured(self, write: Write) -> Path:
        """Sixty units; ada measures n, ben n and a half, so that no two values are the same."""
        rows = [f"{unit},ada,{unit}.0\n{unit},ben,{unit}.5\n" for unit in range(1, 61)]
        return write("measured.csv", "claim,reviewer,verdict\n" + "".join(rows))

    def test_alpha_is_that_of_their_distances(self, measured: Path) -> None:
        """In halves the values are 2, 3, …, 121: n = 120, spread 120² - 1 over 12 in squared halves; each unit is 1
        apart, so that alpha = 1 - 1 / (2 · 120 · 121 / 12) = 1 - 1/2420."""
        found = values(told(measured, "--level", "interval")["verdict"])
        assert found["krippendorff_alpha", "interval"] == float(1 - Fraction(1, 2420))
        assert found["krippendorff_alpha", "ordinal"] == float(1 - Fraction(1, 2420))
        assert found["percent_agreement", "identity"] == 0
        assert found["icc1", "interval"] == pytest.approx(0.9996, abs=1e-4)
        assert found["kendall_w", "ordinal"] == 1

    def test_alpha_has_an_interval_and_what_has_none_says_why(self, measured: Path) -> None:
        found = {one["name"]: one for one in told(measured, "--level", "interval")["verdict"]["coefficients"][:5]}
        alpha, fleiss = found["krippendorff_alpha"], found["fleiss_kappa"]
        assert 0.999 < alpha["low"] < alpha["value"] < alpha["high"] < 1
        assert (alpha["interval"], alpha["confidence"]) == ("jackknife", 0.95)
        why = "with so many labels only percent agreement and alpha at the level interval have an interval"
        assert (fleiss["interval"], fleiss["no_interval"]) == (None, why)

    def test_their_spread_is_told_instead_of_each(self, measured: Path) -> None:
        facet = told(measured, "--level", "ratio")["verdict"]
        assert facet["labels"] == []
        assert facet["spread"] == {"distinct": 120, "lowest": 1.0, "median": 30.75, "highest": 60.5, "mean": 30.75}
        text = done("agreement", measured, "--level", "ratio").out
        assert "120 different values from 1 to 60.5; median 30.75, mean 30.75." in text

    def test_what_asks_how_many_there_were_to_choose_from_says_why_not(self, measured: Path) -> None:
        facet = told(measured, "--level", "interval")["verdict"]
        reasons = {one["name"]: one["undefined"] for one in facet["coefficients"] if one["undefined"]}
        why = "the values are measured, not chosen among labels, so that no chance of picking one is known"
        assert reasons == {"brennan_prediger": why, "gwet_ac2": why}

    def test_words_without_number_are_counted_as_they_are(self, write: Write) -> None:
        rows = "".join(f"{unit},ada,word{unit}\n{unit},ben,word{unit % 100}\n" for unit in range(200))
        facet = told(write("words.csv", "claim,reviewer,verdict\n" + rows))["verdict"]
        assert (len(facet["labels"]), facet["spread"]) == (200, None)
        assert values(facet)["percent_agreement", "identity"] == 0.5
        assert values(facet)["brennan_prediger", "identity"] == float(1 - Fraction(1, 2) / Fraction(199, 200))


@pytest.mark.usefixtures("desk")
class TestOfSetsInATable:
    @pytest.fixture
    def table(self, write: Write) -> Path:
        return write("sets.csv", "claim,reviewer,verdict\n1,ada,b| a\n1,ben,a|b|a\n2,ada,a\n2,ben,a|c\n")

    def test_a_verdict_is_the_labels_that_a_sign_joins(self, table: Path) -> None:
        """The sets of the project below: the same two, and one of two in common."""
        facet = told(table, "--sets", "|")["verdict"]
        assert facet["sets"] is True
        assert [(one["label"], one["count"]) for one in facet["labels"]] == [("a", 4), ("b", 2), ("c", 1)]
        assert values(facet)["percent_agreement", "jaccard"] == 3 / 4
        assert values(facet)["krippendorff_alpha", "jaccard"] == float(1 - Fraction(1, 4) / Fraction(17, 36))

    def test_overlap_has_an_interval_and_so_has_each_label(self, write: Write) -> None:
        votes = "".join(
            f"{unit},ada,{'ab'[unit % 2]}|c\n{unit},ben,{'ab'[unit % 3 % 2]}{'|c' * (unit % 5 > 0)}\n"
            for unit in range(60)
        )
        facet = told(write("sets.csv", "claim,reviewer,verdict\n" + votes), "--sets", "|")["verdict"]
        found = {(one["name"], one["weights"]): one for one in facet["coefficients"]}
        for weights in ("jaccard", "masi", "nominal"):
            alpha = found["krippendorff_alpha", weights]
            assert alpha["low"] < alpha["value"] < alpha["high"]
        label = facet["labels"][0]
        assert label["alpha_low"] < label["alpha"] < label["alpha_high"]

    def test_declared_labels_are_those_of_the_sets(self, table: Path) -> None:
        declared = told(table, "--sets", "|", "--order", "c,b,a,d")["verdict"]["labels"]
        assert [(one["label"], one["count"]) for one in declared] == [("c", 1), ("b", 2), ("a", 4), ("d", 0)]
        assert 'The label "c" is not in --order.' in refused("agreement", table, "--sets", "|", "--order", "a,b")

    def test_sets_have_no_order(self, table: Path) -> None:
        answered = command("agreement", table, "--sets", "|", "--level", "interval")
        assert answered.code == 2
        assert "--sets speaks of labels without an order" in answered.err


def judged(who: str, claim: int, verdict: str = "", confidence: int = 0, *techniques: str) -> dict[str, Any]:
    given: dict[str, Any] = {"verdict": verdict} if verdict else {"answer": "not_a_claim"}
    given |= {"confidence": confidence} if confidence else {}
    return {"kind": "judgement", "claim": f"c{claim}", "reviewer": who, "facets": {"techniques": techniques}} | given


@pytest.mark.usefixtures("desk")
class TestOfAProject:
    @pytest.fixture
    def facets(self, write: Write) -> dict[str, dict[str, Any]]:
        text = "".join(f"Claim {number} is here. " for number in range(4))
        claims = [CLAIM | {"id": f"c{number}", "quote": f"Claim {number} is here."} for number in range(4)]
        said = [
            judged("ada", 0, "supported", 5, "loaded", "doubt"),
            judged("ben", 0, "supported", 4, "doubt", "loaded"),
            judged("ada", 1, "supported", 2, "loaded"),
            judged("ben", 1, "refuted", 3, "loaded", "cherry"),
            judged("ada", 2, "refuted", 1, "cherry"),
            judged("ben", 2, "refuted"),
            judged("ada", 3, "refuted", 3),
            judged("ben", 3),
        ]
        done("init", "--scheme", write("scheme.toml", SCHEME))
        done("import", records("all.jsonl", DOCUMENT | {"text": text}, *claims, *said))
        return told()

    def test_sets_agree_as_far_as_they_overlap(self, facets: dict[str, dict[str, Any]]) -> None:
        """c0 the same two, c1 one of two in common: Jaccard 1 and 1/2, MASI 1 and 1/3, and the same set once in two."""
        techniques = facets["techniques"]
        assert (techniques["sets"], techniques["pairable_units"]) == (True, 2)
        found = values(techniques)
        assert found["percent_agreement", "identity"] == 1 / 2
        assert found["percent_agreement", "jaccard"] == 3 / 4
        assert found["percent_agreement", "masi"] == float(Fraction(2, 3))
        # Of the four sets ld, ld, l, lc the six pairs are 0, 1/2, 2/3 (twice each but the first) and 1/2 apart: 17/6
        # of 6; observed 1/2 in two units, so that alpha = 1 - (1/4) / (17/36).
        assert found["krippendorff_alpha", "jaccard"] == float(1 - Fraction(1, 4) / Fraction(17, 36))

    def test_each_label_is_in_a_set_or_not(self, facets: dict[str, dict[str, Any]]) -> None:
        assert {one["label"]: one["count"] for one in facets["techniques"]["labels"]} == {
            "loaded": 4,
            "cherry": 2,
            "doubt": 2,
        }

    def test_what_a_verdict_left_open_is_counted(self, facets: dict[str, dict[str, Any]]) -> None:
        assert facets["techniques"]["left_out"] == {"not a claim": 1, "not answered": 2}

    def test_agreement_is_told_by_the_lower_confidence_of_a_pair(self, facets: dict[str, dict[str, Any]]) -> None:
        confidence = facets["confidence"]
        assert (confidence["level"], confidence["judgements"]) == ("ordinal", 6)
        assert confidence["left_out"] == {"not a claim": 1, "without a confidence": 1}
        by = confidence["by_confidence"]
        assert [(one["confidence"], one["pairs"], one["agreement"]) for one in by["steps"]] == [
            (2, 1, 0.0),
            (4, 1, 1.0),
        ]
        assert (by["gamma"], by["unsaid_pairs"]) == (1.0, 1)
        assert by["reviewers"] == [{"reviewer": "ada", "mean": 2.75}, {"reviewer": "ben", "mean": 3.5}]
        text = done("agreement", "--facet", "confidence").out
        assert "Gamma is 1.000: an agreeing pair is the surer more often than a differing one." in text
        assert "Left out: 1 pair of verdicts without a confidence each." in text

    def test_whether_it_is_a_claim_is_a_facet_where_somebody_said_no(self, facets: dict[str, dict[str, Any]]) -> None:
        found = facets["is_claim"]
        assert {one["label"]: one["count"] for one in found["labels"]} == {"claim": 7, "not_a_claim": 1}
        assert values(found)["percent_agreement", "identity"] == 3 / 4

    def test_either_is_reported_alone_where_it_is_asked_for(self, facets: dict[str, dict[str, Any]]) -> None:
        assert told("--facet", "is_claim") == {"is_claim": facets["is_claim"]}
        assert told("--facet", "confidence") == {"confidence": facets["confidence"]}


@pytest.mark.usefixtures("desk")
def test_a_claim_that_nobody_puts_on_the_scale_keeps_no_interval_from_being_found(write: Write) -> None:
    """Six documents of two claims; of one claim both say what has no place in the order of the newsroom's labels."""
    documents = [DOCUMENT | {"id": f"d{n}", "text": f"One of {n} is here. Two of {n} is here."} for n in range(6)]
    claims = [
        CLAIM | {"id": f"c{n}{word}", "document": f"d{n}", "quote": f"{word} of {n} is here."}
        for n in range(6)
        for word in ("One", "Two")
    ]
    said = [
        {"kind": "judgement", "claim": claim["id"], "reviewer": who, "verdict": verdict}
        for place, claim in enumerate(claims)
        for who, verdict in zip(("ada", "ben", "cy"), VERDICTS[place % len(VERDICTS)], strict=True)
    ]
    done("init", "--scheme", "newsroom")
    done("import", records("all.jsonl", *documents, *claims, *said))
    facet = told("--facet", "verdict")["verdict"]
    alpha, conger = (facet["coefficients"][place] for place in (1, 3))
    assert (alpha["name"], alpha["clusters"], conger["name"], conger["clusters"]) == (
        "krippendorff_alpha",
        6,
        "conger_kappa",
        6,
    )
    assert facet["off_scale"] == 12
    assert (alpha["units"], facet["pairable_units"]) == (9, 12)


VERDICTS = (
    ("true", "true", "mostly_true"),
    ("false", "false", "false"),
    ("unproven", "unproven", "misleading"),
    ("half_true", "unproven", "false"),
)
