"""Feinstein, A. R. and Cicchetti, D. V. (1990), High agreement but low kappa, J Clin Epidemiol 43(6)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, percent_agreement

BALANCED = [[40, 9], [6, 45]]
PREVALENT = [[80, 10], [5, 5]]
ASYMMETRIC = [[25, 35], [5, 35]]


def test_the_balanced_table_has_kappa_70_at_agreement_85(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("+ -", BALANCED)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(17, 20)
    assert kappa == Fraction(291, 416)
    assert printed(kappa, 2) == "0.70"


def test_one_prevalent_label_leaves_kappa_32_at_the_same_agreement(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("+ -", PREVALENT)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(17, 20)
    assert kappa == Fraction(7, 22)
    assert printed(kappa, 2) == "0.32"


def test_the_asymmetric_table_has_kappa_26_at_agreement_60(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("+ -", ASYMMETRIC)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(3, 5)
    assert kappa == Fraction(7, 27)
    assert printed(kappa, 2) == "0.26"
