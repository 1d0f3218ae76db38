"""Krippendorff, K. (2021), The Reliability of Generating Data, table 6 (as in the draft of 2020)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, krippendorff_alpha, percent_agreement

UNIT_1 = (1, 8)
UNITS_2_3_5 = [(9, 0), (0, 12), (8, 1)]


def test_units_2_3_and_5_have_alpha_869(of_label_counts: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_label_counts(UNITS_2_3_5)
    assert percent_agreement(study) == Fraction(25, 27)
    assert krippendorff_alpha(study) == Fraction(192, 221)
    assert printed(krippendorff_alpha(study), 10) == "0.8687782805"


def test_with_unit_1_alpha_is_799(of_label_counts: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_label_counts([UNIT_1, *UNITS_2_3_5])
    assert percent_agreement(study) == Fraction(8, 9)
    assert krippendorff_alpha(study) == Fraction(151, 189)
    assert printed(krippendorff_alpha(study), 10) == "0.7989417989"
