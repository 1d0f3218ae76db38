"""Gwet, K. L. (2008), Computing inter-rater reliability, BJMSP 61(1): AC1, on tables of Cohen 1960."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, Tally, gwet_ac, quadratic

PAGE_37 = [[25, 12, 3], [13, 2, 15], [12, 16, 2]]
PAGE_45 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


def test_page_37_has_the_values_that_r_irrcac_prints(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("1 2 3", PAGE_37)
    assert gwet_ac(study) == Fraction(-13, 271)
    assert printed(gwet_ac(study), 5) == "-0.04797"
    assert printed(gwet_ac(study, quadratic([1, 2, 3])), 4) == "0.1831"


def test_page_45_has_the_values_that_r_irrcac_prints(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("1 2 3", PAGE_45)
    assert gwet_ac(study) == Fraction(163, 283)
    assert printed(gwet_ac(study), 5) == "0.57597"
    assert printed(gwet_ac(study, quadratic([1, 2, 3])), 5) == "0.63855"


def test_a_declared_label_that_nobody_gave_counts_among_the_choices() -> None:
    tally = Tally()
    for given in ("aa", "ab", "bb"):
        tally.add(dict(zip(("ada", "ben"), given, strict=True)))
    # Agreement 2/3; both labels a half: chance (1/4 + 1/4)/(2 - 1) = 1/2, with a third to choose from 1/4.
    assert gwet_ac(tally.study("verdict")) == Fraction(1, 3)
    assert gwet_ac(tally.study("verdict", labels=["a", "b", "c"])) == Fraction(5, 9)
