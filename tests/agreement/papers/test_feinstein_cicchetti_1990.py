"""Feinstein, A. R. and Cicchetti, D. V. (1990), High agreement but low kappa, J Clin Epidemiol 43(6)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import (
    Study,
    bias_index,
    brennan_prediger,
    cohen_kappa,
    gwet_ac,
    paradox,
    percent_agreement,
    prevalence_index,
)

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


def test_the_prevalence_index_tells_the_first_paradox_and_the_bias_index_the_second(
    of_contingency: Callable[..., Study],
) -> None:
    balanced, prevalent, asymmetric = (
        of_contingency("+ -", table).pairs["r0", "r1"] for table in (BALANCED, PREVALENT, ASYMMETRIC)
    )
    assert [prevalence_index(table, "+") for table in (balanced, prevalent)] == [Fraction(-1, 20), Fraction(3, 4)]
    assert [bias_index(table, "+") for table in (balanced, asymmetric)] == [Fraction(3, 100), Fraction(3, 10)]


def test_coefficients_that_ask_less_of_the_marginals_stay_high(of_contingency: Callable[..., Study]) -> None:
    study = of_contingency("+ -", PREVALENT)
    assert brennan_prediger(study) == Fraction(7, 10)
    assert gwet_ac(study) == Fraction(101, 125)


def test_only_the_prevalent_table_is_called_a_paradox(of_contingency: Callable[..., Study]) -> None:
    found = []
    for table in (BALANCED, PREVALENT, ASYMMETRIC):
        study = of_contingency("+ -", table)
        counts = dict(zip(study.labels, study.label_counts, strict=True))
        found.append(paradox(percent_agreement(study), cohen_kappa(study.pairs["r0", "r1"]), counts))
    assert found[0] is found[2] is None
    assert found[1] is not None
    assert (found[1].label, found[1].share) == ("+", Fraction(7, 8))
