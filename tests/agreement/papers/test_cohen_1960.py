"""Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, kappa_max, krippendorff_alpha, percent_agreement

PAGE_37 = [[25, 12, 3], [13, 2, 15], [12, 16, 2]]
PAGE_45 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


def test_page_37_agrees_less_than_by_chance(of_contingency: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_contingency("1 2 3", PAGE_37)
    assert percent_agreement(study) == Fraction(29, 100)
    assert cohen_kappa(study.pairs["r0", "r1"]) == Fraction(-6, 65)
    assert printed(percent_agreement(study), 2) == "0.29"


def test_page_45_has_kappa_492(of_contingency: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_contingency("1 2 3", PAGE_45)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(7, 10)
    assert kappa == Fraction(29, 59)
    assert printed(kappa, 3) == "0.492"
    assert krippendorff_alpha(study) == Fraction(127, 260)


def test_page_42_tells_how_large_kappa_could_be(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    largest = [kappa_max(of_contingency("1 2 3", table).pairs["r0", "r1"]) for table in (PAGE_37, PAGE_45)]
    assert largest == [Fraction(11, 13), Fraction(49, 59)]
    assert [printed(largest[0], 2), printed(largest[1], 3)] == ["0.85", "0.831"]
