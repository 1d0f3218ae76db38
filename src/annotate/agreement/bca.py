"""Bootstrap intervals: between percentiles of resamples, plain or corrected for bias and skew."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import fsum

from annotate.agreement.student import normal_cdf, normal_quantile


def percentile_ends(values: Sequence[Fraction], confidence: float) -> tuple[float, float]:
    """The percentiles that leave as much on either side; `values` are sorted.

    Efron, B. (1979), Bootstrap methods: another look at the jackknife, Annals of Statistics 7(1), 1-26.
    """
    tail = (1 - confidence) / 2
    return _at(values, tail), _at(values, 1 - tail)


def bca_ends(
    values: Sequence[Fraction], value: Fraction, acceleration: float, confidence: float
) -> tuple[float, float]:
    """The percentiles that correct for how far the resamples lie off the value, and for how its spread grows with it.

    Efron, B. (1987), Better bootstrap confidence intervals, Journal of the American Statistical Association 82(397),
    171-185.
    """
    below = sum(one < value for one in values) + Fraction(sum(one == value for one in values), 2)
    bias = normal_quantile(_inside(float(below / len(values)), len(values)))

    def end(probability: float) -> float:
        z = bias + normal_quantile(probability)
        return _at(values, normal_cdf(bias + z / max(1 - acceleration * z, 1e-9)))

    tail = (1 - confidence) / 2
    return end(tail), end(1 - tail)


def acceleration(influences: Iterable[tuple[int, float]]) -> float:
    """A sixth of the skewness of the influences, each that of so many units or documents."""
    known = list(influences)
    n = sum(units for units, _ in known)
    mean = fsum(units * one for units, one in known) / n
    square = fsum(units * (one - mean) ** 2 for units, one in known)
    return fsum(units * (one - mean) ** 3 for units, one in known) / (6 * square**1.5) if square else 0.0


def _inside(share: float, resamples: int) -> float:
    """Away from 0 and 1, of which no normal quantile is finite."""
    return min(max(share, 0.5 / resamples), 1 - 0.5 / resamples)


def _at(values: Sequence[Fraction], probability: float) -> float:
    """The value with this share of the others below it, between the two nearest."""
    place = probability * (len(values) - 1)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return float(values[low]) + (place - low) * (float(values[high]) - float(values[low]))
