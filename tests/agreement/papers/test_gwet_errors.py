"""Gwet, K. L. (2014), Handbook of Inter-Rater Reliability, 4th ed.: standard errors and intervals.

As his R package irrCAC prints them in its vignettes, where what is of a table of two is divided by n and not by n - 1.
"""

from collections.abc import Callable
from fractions import Fraction
from math import sqrt

import pytest

from annotate.agreement import (
    Interval,
    Study,
    Terms,
    Undefined,
    Value,
    Weights,
    brennan_prediger,
    cohen_kappa,
    compared,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    identity,
    intervals,
    kappas_of_all,
    percent_agreement,
    quadratic,
    weighted_alpha,
)

# Four observers, twelve units (Krippendorff 2011); two abstractors on 100 pregnancies; six raters on fifteen patients.
FOUR = [
    (1, 1, None, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (None, 5, 5, 5),
    (None, None, 1, 1),
    (None, None, 3, None),
]
ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
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
FUNCTIONS: dict[str, Callable[[Study, Weights], Value]] = {
    "percent_agreement": percent_agreement,
    "gwet_ac1": gwet_ac,
    "fleiss_kappa": fleiss_kappa,
    "krippendorff_alpha": weighted_alpha,
    "conger_kappa": conger_kappa,
    "brennan_prediger": brennan_prediger,
}


def told(study: Study, name: str, weights: Weights = identity) -> Interval:
    value = FUNCTIONS[name](study, weights)
    assert isinstance(value, Fraction)
    found = compared(study, name, weights, value, Terms(method="gwet"))
    assert isinstance(found, Interval)
    return found


@pytest.mark.parametrize(
    ("name", "error", "low", "high"),
    [
        ("percent_agreement", "0.12561", "0.542", "1.000"),
        ("gwet_ac1", "0.14295", "0.461", "1.000"),
        ("fleiss_kappa", "0.15302", "0.424", "1.000"),
        ("krippendorff_alpha", "0.14557", "0.419", "1.000"),
        ("conger_kappa", "0.14917", "0.435", "1.000"),
        ("brennan_prediger", "0.14472", "0.454", "1.000"),
    ],
)
def test_four_observers(of_ratings: Callable[..., Study], name: str, error: str, low: str, high: str) -> None:
    one = told(of_ratings(FOUR), name)
    assert (f"{one.se:.5f}", f"{one.low:.3f}", f"{one.high:.3f}") == (error, low, high)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("percent_agreement", "0.09062"),
        ("gwet_ac1", "0.10396"),
        ("fleiss_kappa", "0.14603"),
        ("krippendorff_alpha", "0.12913"),
        ("conger_kappa", "0.14367"),
        ("brennan_prediger", "0.11089"),
    ],
)
def test_four_observers_with_quadratic_weights(of_ratings: Callable[..., Study], name: str, error: str) -> None:
    assert f"{told(of_ratings(FOUR), name, quadratic([1, 2, 3, 4, 5])).se:.5f}" == error


@pytest.mark.parametrize(
    ("name", "error", "low", "high"),
    [
        ("gwet_ac1", "0.08418757", "0.264", "0.625"),
        ("fleiss_kappa", "0.08119291", "0.240", "0.588"),
        ("brennan_prediger", "0.08312142", "0.261", "0.617"),
    ],
)
def test_six_raters(of_label_counts: Callable[..., Study], name: str, error: str, low: str, high: str) -> None:
    one = told(of_label_counts(SIX_RATERS), name)
    assert (f"{one.se:.8f}", f"{one.low:.3f}", f"{one.high:.3f}") == (error, low, high)


@pytest.mark.parametrize(
    ("name", "error"), [("gwet_ac1", "0.1058227"), ("fleiss_kappa", "0.1457381"), ("brennan_prediger", "0.1067493")]
)
def test_six_raters_with_quadratic_weights(of_label_counts: Callable[..., Study], name: str, error: str) -> None:
    assert f"{told(of_label_counts(SIX_RATERS), name, quadratic([1, 2, 3, 4, 5])).se:.7f}" == error


@pytest.mark.parametrize(
    ("name", "weights", "error"),
    [
        ("percent_agreement", identity, "0.03128898"),
        ("gwet_ac1", identity, "0.04321747"),
        ("fleiss_kappa", identity, "0.05905473"),
        ("brennan_prediger", identity, "0.04693346"),
        ("krippendorff_alpha", identity, "0.05905473"),
        ("gwet_ac1", quadratic([1, 2, 3]), "0.01792019"),
        ("fleiss_kappa", quadratic([1, 2, 3]), "0.03539506"),
        ("brennan_prediger", quadratic([1, 2, 3]), "0.02346673"),
    ],
)
def test_two_abstractors(of_contingency: Callable[..., Study], name: str, weights: Weights, error: str) -> None:
    se = told(of_contingency("Ectopic AIU NIU", ABSTRACTORS), name, weights).se
    assert se is not None
    assert f"{se * sqrt(99 / 100):.8f}" == error


@pytest.mark.parametrize(("weights", "error"), [(identity, "0.05891072"), (quadratic([1, 2, 3]), "0.03535151")])
def test_cohens_kappa_has_the_error_of_fleiss_cohen_and_everitt(
    of_contingency: Callable[..., Study], weights: Weights, error: str
) -> None:
    study = of_contingency("Ectopic AIU NIU", ABSTRACTORS)
    kappa = cohen_kappa(study.pairs["r0", "r1"], weights, study.labels)
    assert isinstance(kappa, Fraction)
    found = compared(study, "cohen_kappa", weights, kappa, Terms(method="gwet"))
    assert isinstance(found, Interval)
    assert f"{found.se:.8f}" == error


def test_the_jackknife_says_the_same_of_a_table_without_gaps(of_contingency: Callable[..., Study]) -> None:
    study = of_contingency("Ectopic AIU NIU", ABSTRACTORS)
    kappas = kappas_of_all(study)
    assert not isinstance(kappas, Undefined)
    for name in ("fleiss_kappa", "brennan_prediger"):
        found = intervals({name: kappas[name]}, study, Terms(method="jackknife"))[name]
        assert isinstance(found, Interval)
        assert found.se == pytest.approx(told(study, name).se, rel=0.02)
