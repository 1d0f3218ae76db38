"""Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th edition; values as printed by his R package irrCAC."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import (
    Study,
    brennan_prediger,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    percent_agreement,
    quadratic,
    scott_pi,
    weighted_alpha,
)

# Two abstractors on the site of 100 pregnancies: ectopic, abnormal intrauterine, normal intrauterine.
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]

# Six raters on fifteen patients, a column for each label.
SIX_RATERS = [
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
]


def test_two_abstractors_have_the_printed_values(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Ectopic AIU NIU", ABSTRACTORS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(89, 100)
    assert kappa == Fraction(4303, 5403)
    assert printed(kappa, 7) == "0.7964094"
    assert krippendorff_alpha(study) == Fraction(8608, 10797)
    assert printed(krippendorff_alpha(study), 7) == "0.7972585"


def test_six_raters_have_the_printed_values(of_label_counts: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_label_counts(SIX_RATERS)
    assert percent_agreement(study) == Fraction(124, 225)
    assert printed(percent_agreement(study), 7) == "0.5511111"
    assert krippendorff_alpha(study) == Fraction(6521, 15510)
    assert printed(krippendorff_alpha(study), 7) == "0.4204384"


def test_two_abstractors_have_the_printed_values_beyond_chance(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Ectopic AIU NIU", ABSTRACTORS)
    assert gwet_ac(study) == Fraction(24803, 29203)
    assert printed(gwet_ac(study), 7) == "0.8493305"
    assert printed(scott_pi(study.pairs["r0", "r1"]), 7) == "0.7962397"
    assert brennan_prediger(study) == Fraction(167, 200)


def test_two_abstractors_have_the_printed_values_with_quadratic_weights(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Ectopic AIU NIU", ABSTRACTORS)
    table, weights = study.pairs["r0", "r1"], quadratic([1, 2, 3])
    assert percent_agreement(study, weights) == Fraction(389, 400)
    assert printed(gwet_ac(study, weights), 7) == "0.9402369"
    assert printed(cohen_kappa(table, weights, study.labels), 7) == "0.8921569"
    assert printed(scott_pi(table, weights, study.labels), 7) == "0.8921093"
    assert printed(brennan_prediger(study, weights), 4) == "0.9175"
    assert printed(weighted_alpha(study, weights), 7) == "0.8926487"


def test_six_raters_have_the_printed_values_beyond_chance(
    of_label_counts: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study, weights = of_label_counts(SIX_RATERS), quadratic([1, 2, 3, 4, 5])
    assert (gwet_ac(study), fleiss_kappa(study)) == (Fraction(971, 2183), Fraction(214, 517))
    assert printed(gwet_ac(study), 7) == "0.4448007"
    assert printed(gwet_ac(study, weights), 7) == "0.4837438"
    assert printed(fleiss_kappa(study, weights), 7) == "0.2511909"
    assert printed(brennan_prediger(study, weights), 7) == "0.4177778"
