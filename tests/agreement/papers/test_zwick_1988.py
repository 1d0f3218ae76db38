"""Zwick, R. (1988), Another look at interrater agreement, Psychological Bulletin 103(3), page 376."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, percent_agreement

EQUAL_MARGINALS = [[20, 0, 0, 5], [0, 10, 15, 0], [0, 15, 10, 0], [5, 0, 0, 20]]
UNEQUAL_LABELS = [[20, 10, 10, 0], [10, 10, 0, 0], [10, 0, 10, 0], [0, 0, 0, 20]]


def test_equal_marginals_have_kappa_467(of_contingency: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_contingency("A B C D", EQUAL_MARGINALS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(3, 5)
    assert kappa == Fraction(7, 15)
    assert printed(kappa, 3) == "0.467"


def test_one_frequent_label_has_kappa_444_at_the_same_agreement(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("A B C D", UNEQUAL_LABELS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(3, 5)
    assert kappa == Fraction(4, 9)
    assert printed(kappa, 3) == "0.444"
