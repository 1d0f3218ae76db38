"""Wikipedia, Krippendorff's alpha, computational example: three coders, fifteen units, missing data."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, krippendorff_alpha, percent_agreement

UNITS = "*1* *** *22 *11 *33 334 444 13* 2*2 1*1 1*1 3*3 3*3 *** 3*4"


def test_three_coders_have_alpha_691(of_ratings: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_ratings([[None if label == "*" else label for label in unit] for unit in UNITS.split()])
    assert percent_agreement(study) == Fraction(7, 9)
    assert krippendorff_alpha(study) == Fraction(56, 81)
    assert printed(krippendorff_alpha(study), 6) == "0.691358"


def test_two_units_that_nobody_coded_are_no_units(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([[None if label == "*" else label for label in unit] for unit in UNITS.split()])
    assert (study.units, study.pairable_units, study.judgements) == (13, 12, 27)
