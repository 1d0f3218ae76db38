"""Artstein, R. and Poesio, M. (2008), Inter-coder agreement for computational linguistics, page 568."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, krippendorff_alpha, percent_agreement

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
