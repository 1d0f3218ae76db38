"""Landis, J. R. and Koch, G. G. (1977), The measurement of observer agreement for categorical data, Biometrics 33."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, linear, percent_agreement, quadratic, scott_pi

# Two neurologists on multiple sclerosis: certain, probable, possible, doubtful.
WINNIPEG = [[38, 5, 0, 1], [33, 11, 3, 0], [10, 14, 5, 6], [3, 7, 3, 10]]
NEW_ORLEANS = [[5, 3, 0, 0], [3, 11, 4, 0], [2, 13, 3, 4], [1, 2, 4, 14]]


def test_the_149_winnipeg_patients_have_kappa_208(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("1 2 3 4", WINNIPEG)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(64, 149)
    assert kappa == Fraction(665, 3198)
    assert printed(kappa, 3) == "0.208"


def test_the_69_new_orleans_patients_have_kappa_297(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("1 2 3 4", NEW_ORLEANS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(11, 23)
    assert kappa == Fraction(349, 1177)
    assert printed(kappa, 3) == "0.297"


def test_the_new_orleans_patients_have_weighted_kappas_by_the_order_of_the_labels(
    of_contingency: Callable[..., Study],
) -> None:
    study = of_contingency("1 2 3 4", NEW_ORLEANS)
    table, order = study.pairs["r0", "r1"], [1, 2, 3, 4]
    assert cohen_kappa(table, linear(order), study.labels) == Fraction(21, 44)
    assert cohen_kappa(table, quadratic(order), study.labels) == Fraction(269, 430)
    assert scott_pi(table) == Fraction(491, 1733)
