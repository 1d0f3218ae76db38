"""What a report says of its intervals."""

import json
from random import Random
from typing import Any

import pytest

from annotate.agreement import Asked, Tally, Terms
from annotate.report import AgreementFacts, agreement_json, agreement_text, facet_agreement

Row = tuple[dict[str, str], str]


def rows(units: int, documents: int, *, rare: float = 0.5) -> list[Row]:
    """Two labels, of which the one is given to this share of the units, by three who mostly see which it is."""
    rnd = Random(units + documents)
    found = []
    for place in range(units):
        true = "no" if rnd.random() < rare else "yes"
        said = {who: true if rnd.random() < 0.8 else "no" for who in ("ada", "ben", "cy")}
        found.append((said, f"d{place % documents}" if documents else ""))
    return found


def facts(given: list[Row], method: Asked = "auto", confidence: float = 0.95) -> AgreementFacts:
    tally = Tally()
    for ballot, document in given:
        tally.add(ballot, 1, document)
    return AgreementFacts((facet_agreement(tally.study("verdict"), terms=Terms(confidence, method, 3)),))


def alpha(told: AgreementFacts) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(agreement_json(told))["facets"][0]["coefficients"][1]
    return found


def flat(told: AgreementFacts) -> str:
    return " ".join(agreement_text(told).split())


def test_claims_by_document_have_intervals_by_document() -> None:
    told = facts(rows(200, 20))
    assert (alpha(told)["interval"], alpha(told)["clusters"], alpha(told)["seed"]) == ("cluster", 20, None)
    assert alpha(told)["warning"] is None
    assert "95 % intervals: t by document with Fisher's z, 20 documents." in flat(told)


def test_claims_without_documents_have_intervals_by_claim() -> None:
    told = facts(rows(200, 0), confidence=0.9)
    assert (alpha(told)["interval"], alpha(told)["clusters"], alpha(told)["confidence"]) == ("jackknife", None, 0.9)
    assert "90 % intervals: jackknife by unit with Fisher's z." in flat(told)


def test_where_nearly_all_is_one_label_and_little_the_other_a_warning_stands_by_the_number() -> None:
    told = facts(rows(40, 0, rare=0.9))
    assert alpha(told)["warning"].startswith(
        '88% of the judgements are "no", and the others come to those of about 5 of'
    )
    assert "can be far too narrow, whatever the method" in flat(told)


def test_as_many_of_either_label_are_no_reason_to_warn() -> None:
    assert alpha(facts(rows(40, 0)))["warning"] is None


def test_a_few_documents_are_warned_of() -> None:
    told = facts(rows(60, 6))
    assert alpha(told)["warning"].startswith("The units are of 6 documents only")
    short, _, table = flat(told).partition("Agreement on verdict")
    assert [part.count("The units are of 6 documents only") for part in (short, table)] == [1, 1]


@pytest.mark.parametrize("documents", [1, 3])
def test_too_few_documents_have_no_interval_and_the_report_says_why(documents: int) -> None:
    told = facts(rows(60, documents))
    assert (alpha(told)["low"], alpha(told)["interval"]) == (None, None)
    assert "it takes 5 to tell how others would differ" in alpha(told)["no_interval"]
    assert "No interval for Percent agreement, Krippendorff's alpha" in flat(told)


@pytest.mark.parametrize("method", ["bca", "bootstrap", "krippendorff"])
def test_whatever_chance_had_a_part_in_says_its_seed(method: Asked) -> None:
    told = facts(rows(60, 0), method)
    assert (alpha(told)["interval"], alpha(told)["seed"]) == (method, 3)
    assert "seed 3." in flat(told)


@pytest.mark.parametrize(("method", "fault"), [("gwet", "up to three times too wide"), ("krippendorff", "too narrow")])
def test_the_methods_of_other_programs_are_shown_with_their_faults(method: Asked, fault: str) -> None:
    told = facts(rows(60, 0), method)
    assert fault in alpha(told)["warning"]
    assert fault in flat(told)


def test_pairs_labels_and_shares_have_intervals_too() -> None:
    (facet,) = json.loads(agreement_json(facts(rows(200, 20))))["facets"]
    assert all(pair["low"] < pair["cohen_kappa"] < pair["high"] for pair in facet["pairs"])
    assert all(label["alpha_low"] < label["alpha"] < label["alpha_high"] for label in facet["labels"])
    assert facet["unanimity_low"] < facet["unanimity"] < facet["unanimity_high"]
    assert facet["majority_share_low"] < facet["majority_share"] < facet["majority_share_high"]


def test_how_many_more_it_takes_falls_with_the_square_of_the_width() -> None:
    told = facts(rows(200, 20))
    found = json.loads(agreement_json(told))["facets"][0]["needed"]
    assert (found["now"], found["by_document"]) == (20, True)
    assert f"takes about {found['whole'] - 20:,} more documents" in flat(told)
    wide = Terms(half_width=0.3)
    tally = Tally()
    for ballot, document in rows(200, 20):
        tally.add(ballot, 1, document)
    enough = flat(AgreementFacts((facet_agreement(tally.study("verdict"), terms=wide),)))
    assert "There are documents enough to know Krippendorff's alpha to within ± 0.3 at 95 %" in enough
