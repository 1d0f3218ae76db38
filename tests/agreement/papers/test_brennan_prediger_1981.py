"""Brennan, R. L. and Prediger, D. J. (1981), Coefficient kappa: some uses, misuses, and alternatives, page 689."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, brennan_prediger, cohen_kappa, percent_agreement

TABLE = [[50, 0, 0], [10, 10, 10], [20, 0, 0]]


def test_unequal_marginals_leave_kappa_27_of_agreement_60(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("1 2 3", TABLE)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(3, 5)
    assert kappa == Fraction(3, 11)
    assert printed(kappa, 2) == "0.27"


def test_labels_as_likely_as_one_another_leave_40_of_it(of_contingency: Callable[..., Study]) -> None:
    assert brennan_prediger(of_contingency("1 2 3", TABLE)) == Fraction(2, 5)
