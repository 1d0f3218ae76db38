"""Krippendorff, K. (2006, revised 2011), Algorithm for bootstrapping a distribution of alpha: what it draws."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from annotate.agreement import Interval, Study, Terms, Undefined, compared, identity, krippendorff_alpha
from annotate.agreement.linearised import NO_FORMULA


def test_its_interval_is_that_of_a_share_of_differing_pairs(of_contingency: Callable[..., Study]) -> None:
    # Of 100 pairs 20 differ; two kinds of disagreement allow 50 draws. By the normal approximation the share that
    # differs is .2 ± 1.96 · sqrt(.2 · .8 / 50), and alpha is one less that share over what chance expects.
    study = of_contingency("a b", [[40, 10], [10, 40]])
    alpha = krippendorff_alpha(study)
    assert isinstance(alpha, Fraction)
    expected = Fraction(2 * 100 * 100, 200 * 199)
    found = compared(study, "krippendorff_alpha", identity, alpha, Terms(method="krippendorff", seed=1))
    assert isinstance(found, Interval)
    half = 1.96 * (0.2 * 0.8 / 50) ** 0.5 / float(expected)
    assert found.low == pytest.approx(float(alpha) - half, abs=0.05)
    assert found.high == pytest.approx(float(alpha) + half, abs=0.05)
    assert (found.method, found.seed, found.se) == ("krippendorff", 1, None)


def test_it_is_of_alpha_alone(of_contingency: Callable[..., Study]) -> None:
    study = of_contingency("a b", [[4, 1], [1, 4]])
    terms = Terms(method="krippendorff")
    assert compared(study, "fleiss_kappa", identity, Fraction(3, 5), terms) == NO_FORMULA
    assert isinstance(NO_FORMULA, Undefined)
