"""Efron, B. and Tibshirani, R. J. (1993), An Introduction to the Bootstrap, chapter 14: the BCa interval."""

from fractions import Fraction
from statistics import NormalDist

import pytest

from annotate.agreement.bca import acceleration, bca_ends, percentile_ends

# As many resamples as there are, from 0 to 1 in even steps: the value at a percentile is then the percentile itself.
EVEN = [Fraction(place, 10_000) for place in range(10_001)]


def test_the_spatial_test_data_have_the_printed_percentiles() -> None:
    # Printed for 90 %: bias .146 and acceleration .061 turn .05 and .95 into .110 and .985.
    value = Fraction(round(NormalDist().cdf(0.146) * 10_000), 10_000)
    low, high = bca_ends(EVEN, value, 0.061, 0.90)
    assert (low, high) == pytest.approx((0.110, 0.985), abs=6e-4)


def test_without_bias_and_skew_it_is_the_percentile_interval() -> None:
    low, high = bca_ends(EVEN, Fraction(1, 2), 0.0, 0.95)
    assert percentile_ends(EVEN, 0.95) == pytest.approx((0.025, 0.975), abs=1e-12)
    assert (low, high) == pytest.approx((0.025, 0.975), abs=1e-9)


def test_the_acceleration_is_a_sixth_of_the_skewness() -> None:
    # Of 0, 0, 0, 4 the mean is 1, the squares about it add up to 12, the cubes to 24.
    assert acceleration([(3, 0.0), (1, 4.0)]) == pytest.approx(24 / (6 * 12**1.5), rel=1e-14)
    assert acceleration([(2, 1.0), (2, 3.0)]) == 0
