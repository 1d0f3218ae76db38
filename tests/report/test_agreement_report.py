"""An agreement report: the facts, and its tellings as text and as JSON."""

import json
from fractions import Fraction
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.report.given import BALLOTS, LABELS, THREE, Ballots, facts_of

from annotate.agreement import Level, Tally, Undefined
from annotate.formats.wire import AgreementReport, adapter
from annotate.report import AgreementFacts, agreement_json, agreement_text, facet_agreement


def told_as_json(facts: AgreementFacts) -> Any:
    return json.loads(agreement_json(facts))


def test_the_facts_are_exact() -> None:
    (facet,) = facts_of(THREE, LABELS, skipped=2).facets
    assert (facet.units, facet.pairable_units, facet.judgements) == (4, 3, 9)
    assert [(c.name, c.value, c.units) for c in facet.coefficients[:2]] == [
        ("percent_agreement", Fraction(7, 9), 3),
        ("krippendorff_alpha", Fraction(9, 16), 3),
    ]
    assert [(p.a, p.b, p.units, p.percent_agreement, p.cohen_kappa) for p in facet.pairs] == [
        ("ada", "ben", 3, Fraction(2, 3), Fraction(2, 5)),
        ("ada", "cleo", 2, Fraction(1, 2), 0),
        ("ben", "cleo", 2, 1, 1),
    ]
    assert {one.label: one.count for one in facet.labels} == {"true": 4, "mixed": 1, "false": 4, "unproven": 0}
    # Of the three units that can be compared two are of one voice; the third has two of three alike.
    assert (facet.unanimity, facet.majority_share) == (Fraction(2, 3), Fraction(8, 9))
    assert facet.reviewers == {"ada": 3, "ben": 4, "cleo": 2}


def test_two_reviewers_have_their_kappa_among_the_coefficients() -> None:
    (facet,) = facts_of([{"ada": "a", "ben": "a"}, {"ada": "a", "ben": "b"}, {"ada": "b", "ben": "b"}]).facets
    assert [c.name for c in facet.coefficients] == [
        "percent_agreement",
        "krippendorff_alpha",
        "cohen_kappa",
        "scott_pi",
        "fleiss_kappa",
        "conger_kappa",
        "brennan_prediger",
        "gwet_ac1",
    ]
    assert facet.coefficients[2].value == facet.pairs[0].cohen_kappa == Fraction(2, 5)


def test_two_reviewers_without_a_common_unit_are_a_pair_all_the_same() -> None:
    (facet,) = facts_of([{"ada": "a"}, {"ben": "a"}]).facets
    reason = Undefined("the two reviewers have no unit in common")
    assert facet.coefficients[2].value == reason
    assert [(p.units, p.percent_agreement, p.cohen_kappa) for p in facet.pairs] == [(0, reason, reason)]


def test_in_a_crowd_only_pairs_with_a_common_unit_are_listed() -> None:
    crowd = [{f"r{place:02}": "a", f"r{place + 1:02}": "a"} for place in range(60)]
    (facet,) = facts_of(crowd).facets
    assert [(p.a, p.b) for p in facet.pairs] == [(f"r{place:02}", f"r{place + 1:02}") for place in range(60)]


def test_the_json_has_the_published_shape() -> None:
    told = told_as_json(facts_of(THREE, LABELS, skipped=2, not_a_claim=1))
    assert list(told) == ["facets", "spans", "evidence"]
    assert told["spans"] is told["evidence"] is None
    (facet,) = told["facets"]
    assert {key: facet[key] for key in list(facet)[:6]} == {
        "facet": "verdict",
        "level": "nominal",
        "units": 4,
        "pairable_units": 3,
        "judgements": 9,
        "reviewers": 3,
    }
    assert facet["coefficients"][1] == {
        "name": "krippendorff_alpha",
        "weights": "nominal",
        "value": 0.5625,
        "low": -0.995389362365,
        "high": 0.999637756393,
        "confidence": 0.95,
        "interval": "jackknife",
        "undefined": None,
        "units": 3,
        "citation": "Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania",
        "note": None,
        "no_interval": None,
        "standard_error": 0.583333333333,
        "clusters": None,
        "seed": None,
        "warning": None,
    }
    assert facet["needed"] == {"half_width": 0.05, "now": 3, "whole": 1572, "by_document": False}
    assert facet["coefficients"][0]["weights"] == "identity"
    assert facet["pairs"][0] == {
        "a": "ada",
        "b": "ben",
        "units": 3,
        "percent_agreement": 2 / 3,
        "cohen_kappa": 0.4,
        "undefined": None,
        "cohen_kappa_linear": None,
        "cohen_kappa_quadratic": None,
        "cohen_kappa_max": 0.4,
        "prevalence_index": None,
        "bias_index": None,
        "note": None,
        "low": -0.99496671427,
        "high": 0.999073615782,
    }
    why = 'every judgement that can be compared is "other", so that agreement by chance is certain (0/0)'
    unproven = {"label": "unproven", "count": 0, "kappa": None, "alpha": None, "undefined": why}
    ends = dict.fromkeys(("kappa_low", "kappa_high", "alpha_low", "alpha_high"))
    assert facet["labels"][3] == unproven | ends
    assert facet["confusion"] == [[4, 0, 2, 0], [0, 0, 0, 0], [2, 0, 6, 0], [0, 0, 0, 0]]
    assert facet["partings"] == [{"a": "true", "b": "false", "units": 1}]
    assert facet["left_out"] == {"skipped": 2, "not_a_claim": 1}


def test_a_coefficient_without_a_value_is_null_and_says_why() -> None:
    (facet,) = told_as_json(facts_of([{"ada": "a", "ben": "a"}]))["facets"]
    why = 'every judgement that can be compared is "a", so that agreement by chance is certain (0/0)'
    assert [(c["name"], c["value"], c["undefined"]) for c in facet["coefficients"][:3]] == [
        ("percent_agreement", 1.0, None),
        ("krippendorff_alpha", None, why),
        ("cohen_kappa", None, why),
    ]
    assert (facet["pairs"][0]["percent_agreement"], facet["pairs"][0]["cohen_kappa"]) == (1.0, None)
    assert facet["pairs"][0]["undefined"] == why


@settings(max_examples=40)
@given(BALLOTS)
def test_every_json_report_fits_its_published_model(ballots: Ballots) -> None:
    told = agreement_json(facts_of(ballots))
    adapter(AgreementReport).validate_json(told, strict=True)
    assert told.isascii()


@settings(max_examples=40)
@given(BALLOTS, st.sampled_from(["nominal", "ordinal"]))
def test_every_text_report_obeys_80_columns_and_steers_no_terminal(ballots: Ballots, level: Level) -> None:
    told = agreement_text(facts_of(ballots, level=level, skipped=1))
    assert max(map(cell_len, told.splitlines())) <= 80
    assert not [char for char in told if category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]
    assert not set(told) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def test_the_text_of_three_reviewers_reads_so() -> None:
    told = agreement_text(facts_of(THREE, LABELS, skipped=2, not_a_claim=1, repeats=0))
    assert told.startswith(
        """\
In short
verdict: alpha is 0.562 (-0.995 to 1.000) on 3 units; the interval holds 0.667
and 0.800, so that it is open whether that is enough, and agreement by chance
alone (0) is not ruled out. With fewer than 50 units an interval may be too
narrow. Of the pairs ada and cleo agree least (Cohen's kappa, identity weights,
0.000 on 2 units), ben and cleo most (1.000); whether that is chance is not
known.
See [1].

Agreement on verdict (nominal)
4 units (3 with two or more judgements), 9 judgements, 3 reviewers.
Left out: 2 skipped, 1 not a claim.

Coefficients over all reviewers
Coefficient           Weights   Units  Value    95 % interval  Source
Percent agreement     identity      3  0.778   0.014 to 0.999     [2]
Krippendorff's alpha  nominal       3  0.562  -0.995 to 1.000     [3]
Fleiss' kappa         identity      3  0.660  -0.978 to 0.999     [2]
Conger's kappa        identity      3  0.628  -0.982 to 0.999     [4]
Brennan-Prediger      identity      3  0.704  -0.947 to 0.998     [5]
Gwet's AC1            identity      3  0.716  -0.937 to 0.998     [6]

                      -1   -.8  -.6   -.4   -.2   0     .2    .4    .6   .8    1
Percent agreement     ·     ·    ·     ·     ·    ·├─────────────────────●─────┤
Krippendorff's alpha  ├────────────────────────────────────────────●───────────┤
Fleiss' kappa         ·├─────────────────────────────────────────────●─────────┤
Conger's kappa        ·├────────────────────────────────────────────●──────────┤
Brennan-Prediger      · ├──────────────────────────────────────────────●───────┤
Gwet's AC1            · ├──────────────────────────────────────────────●───────┤
95 % intervals: jackknife by unit with Fisher's z.
To know Krippendorff's alpha to within ± 0.05 at 95 % takes about 1,569 more
units of this kind, judged as often (1,572 in all).

Each label against the rest: Fleiss' kappa (identity weights); interval of alpha
Label     Judgements  Share  Kappa  Alpha    95 % interval
true               4  44.4%  0.543  0.562  -0.995 to 1.000
mixed              1  11.1%  1.000      –                –
false              4  44.4%  0.500  0.562  -0.995 to 1.000
unproven           0   0.0%      –      –                –

Where one says the row's label, how often another says the column's
            Pairs      1     2      3     4
1 true          6  66.7%  0.0%  33.3%  0.0%
2 mixed         0      –     –      –     –
3 false         8  25.0%  0.0%  75.0%  0.0%
4 unproven      0      –     –      –     –

Judgements of each reviewer
Reviewer  Judgements
ada                3
ben                4
cleo               2

Cohen's kappa (identity weights) above the diagonal, percent agreement below; –
is undefined
            1      2      3
1 ada       ·  0.400  0.000
2 ben   0.667      ·  1.000
3 cleo  0.500  1.000      ·

Each two reviewers on the units that both judged; interval of kappa (identity
weights) [7]
Pair           Units  Agreement  Kappa    95 % interval
1 ada  2 ben       3      0.667  0.400  -0.995 to 0.999
1 ada  3 cleo      2      0.500  0.000                –
2 ben  3 cleo      2      1.000  1.000                –
No interval for 2 pairs: without one of its units it would have no value (every
judgement that can be compared is "false", so that agreement by chance is
certain (0/0)).

What the numbers mean
Percent agreement is the mean, over units with two or more judgements, of the
"""
    )


def test_the_text_says_what_is_undefined_and_why() -> None:
    told = " ".join(agreement_text(facts_of([{"ada": "a", "ben": "a", "cleo": "a"}, {"dan": "a"}])).split())
    assert "Krippendorff's alpha nominal 1 undefined" in told
    assert 'Krippendorff\'s alpha is undefined: every judgement that can be compared is "a", so that' in told
    assert (
        'Cohen\'s kappa (identity weights) is undefined for 3 pairs: every judgement that can be compared is "a"'
        in told
    )
    assert (
        "Cohen's kappa (identity weights) is undefined for 3 pairs: the two reviewers have no unit in common." in told
    )


def test_a_report_on_nothing_says_that_there_is_no_judgement() -> None:
    told = agreement_text(facts_of([], LABELS))
    assert "Percent agreement is undefined: there is no judgement." in told
    assert "Reviewer" not in told


@pytest.mark.parametrize(("reviewers", "drawn"), [(2, False), (3, True), (8, True), (9, False)])
def test_a_matrix_is_drawn_for_three_to_eight_reviewers(reviewers: int, drawn: bool) -> None:
    ballot = {f"r{place}": "ab"[place % 2] for place in range(reviewers)}
    assert ("diagonal" in agreement_text(facts_of([ballot]))) is drawn


def test_an_ordinal_facet_is_told_with_the_weights_of_its_order_first() -> None:
    facts = facts_of(THREE, LABELS, "ordinal")
    told = [(c["name"], c["weights"]) for c in told_as_json(facts)["facets"][0]["coefficients"]]
    assert told[:6] == [
        ("percent_agreement", "identity"),
        ("krippendorff_alpha", "ordinal"),
        ("fleiss_kappa", "linear"),
        ("conger_kappa", "linear"),
        ("brennan_prediger", "linear"),
        ("gwet_ac2", "linear"),
    ]
    assert {("krippendorff_alpha", "nominal"), ("gwet_ac1", "identity"), ("gwet_ac2", "quadratic")} <= set(told)
    assert len(told) == len(set(told))
    assert "Krippendorff's alpha  ordinal" in agreement_text(facts)


def test_labels_off_the_scale_count_only_where_order_plays_no_part() -> None:
    on_scale: Ballots = [{"ada": "low", "ben": "low"}, {"ada": "low", "ben": "high"}, {"ada": "high", "ben": "high"}]
    off: Ballots = [{"ada": "unproven", "ben": "unproven"}, {"ada": "low", "ben": "unproven"}]
    tally, alone = Tally(), Tally()
    for ballot in on_scale + off:
        tally.add(ballot)
    for ballot in on_scale:
        alone.add(ballot)
    labels = ("low", "mid", "high", "unproven")
    facet = facet_agreement(tally.study("verdict", "ordinal", labels), off_scale=["unproven"])
    by_order = {c.name: c for c in facet.coefficients}
    assert facet.off_scale == 3
    assert by_order["cohen_kappa"].units == 3
    assert (
        by_order["cohen_kappa"].value == facet_agreement(alone.study("verdict", "ordinal", labels[:3])).pairs[0].linear
    )
    assert (by_order["percent_agreement"].units, by_order["percent_agreement"].value) == (5, Fraction(3, 5))
    told = agreement_text(AgreementFacts((facet,)))
    assert "3 judgements off the scale: left out wherever order counts." in told


PREVALENT: Ballots = (
    [{"r0": "+", "r1": "+"}] * 80
    + [{"r0": "+", "r1": "-"}] * 10
    + [{"r0": "-", "r1": "+"}] * 5
    + [{"r0": "-", "r1": "-"}] * 5
)


def test_the_paradox_is_said_beside_each_number_that_it_makes_low() -> None:
    told = told_as_json(facts_of(PREVALENT))["facets"][0]
    noted = {c["name"] for c in told["coefficients"] if c["note"]}
    assert noted == {"krippendorff_alpha", "cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa"}
    assert told["pairs"][0]["note"].startswith("Agreement is high and yet Cohen's kappa low because 87.5% of the")
    text = " ".join(agreement_text(facts_of(PREVALENT)).split())
    assert "Fleiss' kappa and Conger's kappa low because 87.5% of the judgements are \"+\":" in text


def test_no_paradox_is_seen_where_labels_are_in_balance_or_agreement_is_low() -> None:
    balanced = [
        {"r0": a, "r1": b} for a, b in [("+", "+")] * 40 + [("+", "-")] * 9 + [("-", "+")] * 6 + [("-", "-")] * 45
    ]
    assert "Agreement is high" not in agreement_text(facts_of(balanced))
    assert "Agreement is high" not in agreement_text(facts_of(THREE))


def test_of_many_labels_the_text_lists_the_most_frequent() -> None:
    ballots = [{"ada": str(place), "ben": str(place // 2)} for place in range(110)]
    told = agreement_text(facts_of(ballots))
    assert "These are the most frequent; 80 more are in --json." in told
    (facet,) = told_as_json(facts_of(ballots))["facets"]
    assert facet["labels"][0]["undefined"] == "there are more than 100 labels"


def test_a_value_that_rounds_to_zero_has_no_sign() -> None:
    facts = facts_of([{"ada": "a", "ben": "a"}] * 2000 + [{"ada": "a", "ben": "b"}] * 2)
    alpha = facts.facets[0].coefficients[1].value
    assert isinstance(alpha, Fraction)
    assert Fraction(-1, 2000) < alpha < 0
    assert "-0.000" not in agreement_text(facts)
