"""Krippendorff, K. (2004), Content Analysis, 2nd edition, pages 227 and 246."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, krippendorff_alpha, percent_agreement

PAGE_227 = ["aa", "ab", "bb", "bb", "bb", "bb", "bc", "cc", "cc", "cc", "cc", "cc"]
PAGE_246_LEFT = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
PAGE_246_RIGHT = [[12, 18, 18], [0, 14, 18], [0, 0, 20]]


def test_page_227_has_alpha_734(of_ratings: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_ratings(PAGE_227)
    assert percent_agreement(study) == Fraction(5, 6)
    assert printed(percent_agreement(study), 3) == "0.833"
    assert krippendorff_alpha(study) == Fraction(127, 173)
    assert printed(krippendorff_alpha(study), 3) == "0.734"


def test_page_246_left_has_kappa_186(of_contingency: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_contingency("a b c", PAGE_246_LEFT)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(23, 50)
    assert kappa == Fraction(154, 829)
    assert printed(kappa, 3) == "0.186"


def test_page_246_right_has_kappa_258_at_the_same_agreement(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("a b c", PAGE_246_RIGHT)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(23, 50)
    assert kappa == Fraction(47, 182)
    assert printed(kappa, 3) == "0.258"


def test_both_tables_of_page_246_have_one_alpha(of_contingency: Callable[..., Study]) -> None:
    for table in (PAGE_246_LEFT, PAGE_246_RIGHT):
        assert krippendorff_alpha(of_contingency("a b c", table)) == Fraction(1259, 6632)
