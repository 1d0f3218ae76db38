"""Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, examples D and E; Gwet (2014), page 120."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, krippendorff_alpha, percent_agreement

FOUR_OBSERVERS = [
    (1, 1, None, 1),
    (2, 2, 3, 2),
    (3, 3, 3, 3),
    (3, 3, 3, 3),
    (2, 2, 2, 2),
    (1, 2, 3, 4),
    (4, 4, 4, 4),
    (1, 1, 2, 1),
    (2, 2, 2, 2),
    (None, 5, 5, 5),
    (None, None, 1, 1),
    (None, None, 3, None),
]


def test_four_observers_with_missing_votes_have_alpha_743(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    alpha = krippendorff_alpha(of_ratings(FOUR_OBSERVERS))
    assert alpha == Fraction(113, 152)
    assert printed(alpha, 12) == "0.743421052632"


def test_the_lone_judgement_of_unit_12_is_no_pairable_unit(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings(FOUR_OBSERVERS)
    assert (study.units, study.pairable_units, study.judgements) == (12, 11, 41)


def test_percent_agreement_is_the_mean_over_units(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    # Of the three definitions in use: 9/11 here; 4/5 weighs a unit by its judgements, 43/55 pools all pairs.
    agreement = percent_agreement(of_ratings(FOUR_OBSERVERS))
    assert agreement == Fraction(9, 11)
    assert printed(agreement, 7) == "0.8181818"
