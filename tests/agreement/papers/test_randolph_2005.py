"""Randolph, J. J. (2005), Free-marginal multirater kappa, page 17."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, krippendorff_alpha, percent_agreement

BALANCED = ["YYY", "YYN", "NNY", "NNN"]
ONE_SIDED = ["YYY", "YYN", "YYN", "YYY"]


def test_both_examples_agree_to_67_percent(of_ratings: Callable[..., Study], printed: Callable[..., str]) -> None:
    for rows in (BALANCED, ONE_SIDED):
        agreement = percent_agreement(of_ratings(rows))
        assert agreement == Fraction(2, 3)
        assert printed(agreement, 2) == "0.67"


def test_the_one_sided_example_agrees_less_than_by_chance(of_ratings: Callable[..., Study]) -> None:
    assert krippendorff_alpha(of_ratings(BALANCED)) == Fraction(7, 18)
    assert krippendorff_alpha(of_ratings(ONE_SIDED)) == Fraction(-1, 10)
