"""Krippendorff, K. (1995), On the reliability of unitizing continuous data, Sociological Methodology 25, page 57."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, krippendorff_alpha, percent_agreement

CASE_B = [(1, 1)] * 10 + [(1, 0)] * 8 + [(0, 0)] * 6
CASE_C = [(0, 1)] * 4 + [(1, 0)] * 4 + [(1, 1)] * 10 + [(0, 0)] * 6


def test_one_sided_disagreement_of_case_b_has_kappa_385(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    kappa = cohen_kappa(of_ratings(CASE_B).pairs["r0", "r1"])
    assert kappa == Fraction(5, 13)
    assert printed(kappa, 3) == "0.385"


def test_balanced_disagreement_of_case_c_has_kappa_314(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    kappa = cohen_kappa(of_ratings(CASE_C).pairs["r0", "r1"])
    assert kappa == Fraction(11, 35)
    assert printed(kappa, 3) == "0.314"


def test_alpha_does_not_reward_the_bias_that_kappa_rewards(of_ratings: Callable[..., Study]) -> None:
    assert percent_agreement(of_ratings(CASE_B)) == percent_agreement(of_ratings(CASE_C)) == Fraction(2, 3)
    assert krippendorff_alpha(of_ratings(CASE_B)) == krippendorff_alpha(of_ratings(CASE_C)) == Fraction(23, 70)
