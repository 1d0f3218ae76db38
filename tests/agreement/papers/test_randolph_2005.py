"""Randolph, J. J. (2005), Free-marginal multirater kappa, page 17."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import (
    Study,
    Undefined,
    brennan_prediger,
    conger_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    light_kappa,
    percent_agreement,
)

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


def test_free_marginals_leave_33_of_both_fixed_ones_only_of_the_balanced_example(
    of_ratings: Callable[..., Study],
) -> None:
    balanced, one_sided = of_ratings(BALANCED), of_ratings(ONE_SIDED)
    assert brennan_prediger(balanced) == brennan_prediger(one_sided) == fleiss_kappa(balanced) == Fraction(1, 3)
    assert fleiss_kappa(one_sided) == Fraction(-1, 5)


def test_a_pair_without_a_kappa_leaves_lights_undefined_but_not_congers(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings(ONE_SIDED)
    assert isinstance(light_kappa(study), Undefined)
    assert conger_kappa(study) == 0
