"""Bags say what profiles say, wherever both can be made."""

from collections.abc import Callable
from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.agreement import (
    NOMINAL,
    Additive,
    Bags,
    Distances,
    Study,
    Tally,
    Undefined,
    Value,
    Weights,
    bags_ac1,
    bags_alpha,
    bags_brennan_prediger,
    bags_conger,
    bags_fleiss,
    bags_percent,
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    doubled_ranks,
    fleiss_kappa,
    gwet_ac,
    identity,
    interval_alpha_of_bags,
    krippendorff_alpha,
    linear,
    linear_distances,
    number,
    pair_kappa,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    percent_of_bags,
    quadratic,
    ratio_distances,
    scott_pi,
    squared,
    totals,
)

Ballots = list[dict[str, str]]

VALUES = ["0", "0.5", "1", "2.25", "7", "30"]
BALLOTS: st.SearchStrategy[Ballots] = st.lists(
    st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from(VALUES)), max_size=10
)
PLACES = [Fraction(value) for value in VALUES]
FORMS = pytest.mark.parametrize(
    ("distances", "weights"),
    [(NOMINAL, identity), (linear_distances(PLACES), linear(PLACES)), (squared(PLACES), quadratic(PLACES))],
    ids=["nominal", "linear", "squared"],
)


def both(ballots: Ballots) -> tuple[Bags, Study]:
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot)
    return tally.bags("verdict", "ratio", VALUES), tally.study("verdict", "ratio", VALUES)


def same(one: Value, other: Value) -> bool:
    """Equal values, or both none."""
    return one == other or (isinstance(one, Undefined) and isinstance(other, Undefined))


@FORMS
@given(ballots=BALLOTS)
@settings(max_examples=40)
def test_every_coefficient_of_bags_is_that_of_profiles(
    distances: Distances, weights: Weights, ballots: Ballots
) -> None:
    bags, study = both(ballots)
    assert bags_percent(bags, distances) == percent_agreement(study, weights)
    assert same(bags_fleiss(bags, distances), fleiss_kappa(study, weights))
    assert same(bags_conger(bags, distances), conger_kappa(study, weights))
    places = {value: place for place, value in enumerate(VALUES)}
    for table in study.pairs.values():
        assert same(pair_kappa(table, distances, places), cohen_kappa(table, weights, VALUES))
        assert same(pair_kappa(table, distances, places, common=True), scott_pi(table, weights, VALUES))


@given(BALLOTS)
@settings(max_examples=60)
def test_alpha_of_bags_is_that_of_profiles_at_every_level(ballots: Ballots) -> None:
    bags, study = both(ballots)
    ranks = squared(doubled_ranks(totals(bags.pairable), len(VALUES)))
    assert same(bags_alpha(bags, NOMINAL), krippendorff_alpha(study))
    assert same(bags_alpha(bags, ranks), krippendorff_alpha(study, "ordinal"))
    assert same(bags_alpha(bags, squared(PLACES)), krippendorff_alpha(study, "interval"))
    ratio, exact = bags_alpha(bags, ratio_distances(PLACES)), krippendorff_alpha(study, "ratio")
    assert same(ratio, exact) or isclose(float(ratio), float(exact), abs_tol=1e-12)  # type: ignore[arg-type]


@given(BALLOTS)
@settings(max_examples=40)
def test_the_other_coefficients_and_the_counts_are_the_same_too(ballots: Ballots) -> None:
    bags, study = both(ballots)
    assert bags_percent(bags, NOMINAL, lambda n: n * (n - 1)) == percent_agreement_pairs(study)
    assert bags_percent(bags, NOMINAL, lambda n: n) == percent_agreement_ratings(study)
    assert bags_brennan_prediger(bags) == brennan_prediger(study)
    assert bags_ac1(bags) == gwet_ac(study)
    counts = (bags.units, bags.pairable_units, bags.judgements, bags.reviewers)
    assert counts == (study.units, study.pairable_units, study.judgements, study.reviewers)


def test_the_ratio_metric_of_many_values_is_interpolated_to_double_precision() -> None:
    places = [Fraction(0), *(Fraction(step**3 + 1, 7) for step in range(260))]
    counts = {place: 1 + place % 3 for place in range(len(places))}
    exact = sum(n * m * ratio(places[c], places[k]) for c, n in counts.items() for k, m in counts.items())
    found = ratio_distances(places).between(counts, counts)
    assert len(counts) ** 2 > 40_000
    assert isclose(float(found), exact, rel_tol=1e-13)


def ratio(a: Fraction, b: Fraction) -> float:
    return float(((a - b) / (a + b)) ** 2) if a != b else 0.0


@given(BALLOTS.filter(any))
@settings(max_examples=40)
def test_sums_over_units_say_what_the_definitions_say_with_and_without_a_unit(ballots: Ballots) -> None:
    additives: list[tuple[Additive | Undefined, Callable[[Bags], Value]]] = [
        (percent_of_bags(both(ballots)[0]), lambda bags: bags_percent(bags, NOMINAL)),
        (interval_alpha_of_bags(both(ballots)[0], PLACES), lambda bags: bags_alpha(bags, squared(PLACES))),
    ]
    for additive, defined in additives:
        assert isinstance(additive, Additive)
        assert same(additive.value(additive.total), defined(both(ballots)[0]))
        cell = additive.cell_of(tuple(sorted(ballots[0].items())))
        if cell:
            left = [whole - part for whole, part in zip(additive.total, additive.parts[cell], strict=True)]
            assert same(additive.value(left), defined(both(ballots[1:])[0]))


# Constructed values with missing ones; alpha by the krippendorff package, which is exact enough for twelve digits.
MEASURED = [
    (None, "-1.129", "0.41"),
    ("-1.324", "-1.731", "0.83"),
    (None, "-0.181", "-1.643"),
    ("0.42", "0.087", "-0.257"),
    ("1.136", None, "-0.981"),
    ("0.11", "0.325", "-0.173"),
    ("-0.553", "-1.152", "-1.289"),
    ("-0.785", "-0.703", "0.021"),
    ("0.749", "0.418", "-0.038"),
    ("1.635", "1.645", "-0.304"),
    ("0.273", "0.286", "-1.048"),
    ("-1.233", "-1.83", "-0.396"),
]


def test_measured_values_with_missing_ones_have_the_known_alphas(printed: Callable[[Value, int], str]) -> None:
    tally = Tally()
    for row in MEASURED:
        tally.add({f"r{place}": value for place, value in enumerate(row) if value is not None})
    labels = sorted(tally.used(), key=Fraction)
    bags = tally.bags("value", "interval", labels)
    places = [found for label in labels if (found := number(label)) is not None]
    assert printed(bags_alpha(bags, squared(places)), 12) == "0.145173846377"
    ranks = doubled_ranks(totals(bags.pairable), len(labels))
    assert printed(bags_alpha(bags, squared(ranks)), 12) == "0.126559714795"
