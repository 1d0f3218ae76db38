"""Mieskes, M. (2009), page 58: parts of speech by three annotators (figures by way of dkpro-statistics)."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, krippendorff_alpha, percent_agreement

WORDS = """
    UH/VB/UH INP/INP/INP UH/UH/UH INP/INP/INP RB/RB/RB JJ/JJ/JJ INP/INP/INP PRP/PRP/PRP NN/NN/RB VB/VBP/VB PRP/PRP/PRP
    INP/INP/INP RB/UH/UH INP/INP/INP MD/MD/MD PRP/PRP/PRP INP/INP/INP
"""


def test_seventeen_words_agree_to_84_percent(of_ratings: Callable[..., Study], printed: Callable[..., str]) -> None:
    study = of_ratings([word.split("/") for word in WORDS.split()])
    assert percent_agreement(study) == Fraction(43, 51)
    assert printed(percent_agreement(study), 2) == "0.84"
    assert krippendorff_alpha(study) == Fraction(169, 209)
