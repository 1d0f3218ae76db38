"""Krippendorff, K. (1980), Content Analysis: An Introduction to Its Methodology, pages 133 and 139."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from annotate.agreement import Study, against_rest, krippendorff_alpha, percent_agreement

DICHOTOMY = [(0, 0), (1, 1), (0, 1), (0, 0), (0, 0), (0, 1), (0, 0), (0, 1), (1, 0), (0, 0)]
THREE_OBSERVERS = [
    (1, 1, 1),
    (1, 2, 2),
    (2, 2, 2),
    (4, 4, 4),
    (1, 4, 4),
    (2, 2, 2),
    (1, 2, 3),
    (3, 3, 3),
    (2, 2, 2),
]


def test_the_dichotomy_of_page_133_has_alpha_095(of_ratings: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_ratings(DICHOTOMY)
    assert percent_agreement(study) == Fraction(3, 5)
    assert krippendorff_alpha(study) == Fraction(2, 21)
    assert printed(krippendorff_alpha(study), 3) == "0.095"


def test_three_observers_of_page_139_have_alpha_642(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_ratings(THREE_OBSERVERS)
    assert percent_agreement(study) == Fraction(20, 27)
    assert printed(percent_agreement(study), 2) == "0.74"
    assert krippendorff_alpha(study) == Fraction(163, 254)
    assert printed(krippendorff_alpha(study), 3) == "0.642"


def test_three_observers_of_page_139_have_the_printed_alpha_for_numbers_and_for_each_label(
    of_ratings: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = replace(of_ratings(THREE_OBSERVERS), level="ratio")
    assert [printed(krippendorff_alpha(study, level), 3) for level in ("interval", "ratio")] == ["0.547", "0.483"]
    alphas = [printed(krippendorff_alpha(against_rest(study, label)), 3) for label in study.labels]
    assert alphas == ["0.381", "0.711", "0.717", "0.764"]
