"""Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, examples D and E; Gwet (2014), page 120."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from annotate.agreement import (
    Study,
    brennan_prediger,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    light_kappa,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    quadratic,
)

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


def test_four_observers_have_the_printed_alpha_at_every_level(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = replace(of_ratings(FOUR_OBSERVERS), level="ratio")
    assert krippendorff_alpha(study, "ordinal") == Fraction(108577, 133160)
    assert krippendorff_alpha(study, "interval") == Fraction(951, 1120)
    assert krippendorff_alpha(study, "ratio") == Fraction(18222619, 22852465)
    told = [printed(krippendorff_alpha(study, level), 3) for level in ("ordinal", "interval", "ratio")]
    assert told == ["0.815", "0.849", "0.797"]


def test_percent_agreement_has_three_definitions_when_votes_are_missing(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings(FOUR_OBSERVERS)
    assert percent_agreement_ratings(study) == Fraction(4, 5)
    assert percent_agreement_pairs(study) == Fraction(43, 55)


def test_the_same_table_has_the_other_coefficients_that_gwet_prints(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study, weights = of_ratings(FOUR_OBSERVERS), quadratic([1, 2, 3, 4, 5])
    families = (gwet_ac, fleiss_kappa, conger_kappa, brennan_prediger)
    assert [printed(family(study), 5) for family in families] == ["0.77544", "0.76117", "0.76282", "0.77273"]
    assert [printed(family(study, weights), 5) for family in families] == ["0.91400", "0.86494", "0.85771", "0.90152"]
    assert conger_kappa(study) == Fraction(1592, 2087)
    assert light_kappa(study) == Fraction(3309726451, 4727082360)
