"""Tables from the test suites of other libraries: dkpro-statistics 2.3.1, nltk (issue 2865)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, krippendorff_alpha, percent_agreement

HIGH_LOW = ["hh", "hh", "hl", "lh", "ll", "ll", "ll", "lh", "ll", "ll"]
ONE_CONSTANT_RATER = ["11"] * 11 + ["12", "13"]
FULL_AGREEMENT_WITH_GAPS = [("1", "1", None), ("1", "1", "1"), ("2", None, "2")]


def test_dkpro_two_rater_example_has_kappa_348_at_agreement_70(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_ratings(HIGH_LOW)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(7, 10)
    assert kappa == Fraction(8, 23)
    assert printed(kappa, 3) == "0.348"


def test_dkpro_constant_rater_has_kappa_exactly_zero(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_ratings(ONE_CONSTANT_RATER)
    assert cohen_kappa(study.pairs["r0", "r1"]) == 0
    assert krippendorff_alpha(study) == Fraction(-1, 49)
    assert printed(krippendorff_alpha(study), 2) == "-0.02"


def test_nltk_2865_a_missing_vote_is_no_label(of_ratings: Callable[..., Study]) -> None:
    assert krippendorff_alpha(of_ratings(FULL_AGREEMENT_WITH_GAPS)) == 1
