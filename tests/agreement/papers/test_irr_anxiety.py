"""The data set "anxiety" of the R package irr, reviewers 2 and 3; kappa2 prints the value."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, cohen_kappa, percent_agreement

ANXIETY = """
    3/2 6/1 4/4 6/4 2/3 4/2 2/1 4/6 3/1 3/1 2/1 3/2 3/3 3/3 2/1 2/1 1/3 3/3 3/2 4/2
"""


def test_twenty_subjects_agree_a_little_less_than_by_chance(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_ratings([subject.split("/") for subject in ANXIETY.split()])
    kappa = cohen_kappa(study.pairs["r0", "r1"])
    assert percent_agreement(study) == Fraction(1, 5)
    assert kappa == Fraction(-1, 159)
    assert printed(kappa, 9) == "-0.006289308"
