"""Gerstman, B. B., Epidemiology Kept Simple, illustrative example 10.1: two readings of 19,790 X-rays."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, percent_agreement

READINGS = [[1467, 782], [1309, 16232]]


def test_two_readings_have_kappa_524_at_agreement_8943(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("+ -", READINGS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert study.units == 19_790
    assert percent_agreement(study) == Fraction(17699, 19790)
    assert printed(percent_agreement(study), 4) == "0.8943"
    assert kappa == Fraction(22788706, 43479151)
    assert printed(kappa, 3) == "0.524"
