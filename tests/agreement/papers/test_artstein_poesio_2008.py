"""Artstein, R. and Poesio, M. (2008), Inter-coder agreement for computational linguistics, page 568."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import (
    Study,
    brennan_prediger,
    by_table,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
    weighted_alpha,
)

DIALOGUE_ACTS = [[46, 6, 0], [0, 32, 0], [0, 6, 10]]


def test_dialogue_acts_have_kappa_and_alpha_80_at_agreement_88(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Stat IReq Chck", DIALOGUE_ACTS)
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(22, 25)
    assert kappa == Fraction(121, 151)
    assert printed(kappa, 4) == "0.8013"
    assert krippendorff_alpha(study) == Fraction(2396, 2993)
    assert printed(krippendorff_alpha(study), 2) == "0.80"


# Any confusion with Chck costs half of one between the other two.
ONE, HALF, NONE = Fraction(1), Fraction(1, 2), Fraction(0)
AGREE = [[ONE, NONE, HALF], [NONE, ONE, HALF], [HALF, HALF, ONE]]


def test_dialogue_acts_have_the_printed_s_and_pi(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Stat IReq Chck", DIALOGUE_ACTS)
    pi = scott_pi(study.pairs["r0", "r1"])
    assert (brennan_prediger(study), pi) == (Fraction(41, 50), Fraction(2393, 2993))
    assert printed(pi, 4) == "0.7995"


def test_weights_of_ones_own_give_the_printed_alpha_and_kappa(
    of_contingency: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_contingency("Stat IReq Chck", DIALOGUE_ACTS)
    weights = by_table(AGREE)
    assert printed(weighted_alpha(study, weights), 4) == "0.8156"
    assert printed(cohen_kappa(study.pairs["r0", "r1"], weights, study.labels), 4) == "0.8163"
