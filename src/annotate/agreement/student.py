"""Quantiles of Student's t and of the normal distribution, from the standard library alone."""

from functools import cache
from math import exp, lgamma, log, log1p
from statistics import NormalDist

TINY = 1e-300

MANY = 10_000
"""Degrees of freedom above which an expansion is exact to twelve digits, and the logarithms of gamma no longer are."""

STEPS = 10_000
"""Terms of the continued fraction at most; it needs a few times the square root of its parameters."""


@cache
def t_quantile(probability: float, degrees: int) -> float:
    """The t below which Student's distribution with so many degrees of freedom (1 or more) has this probability.

    Twelve digits or better for probabilities in [1e-9, 1 - 1e-9].
    """
    if probability < 0.5:
        return -t_quantile(1 - probability, degrees)
    if degrees > MANY:
        return _nearly_normal(normal_quantile(probability), degrees)
    low, high = 0.0, 1.0
    while t_cdf(high, degrees) < probability:
        low, high = high, 2 * high
    for _ in range(64):
        middle = (low + high) / 2
        low, high = (middle, high) if t_cdf(middle, degrees) < probability else (low, middle)
    return (low + high) / 2


def _nearly_normal(z: float, degrees: int) -> float:
    """Two terms of the expansion 26.7.5 of the Handbook that is named below."""
    return z + (z**3 + z) / (4 * degrees) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * degrees**2)


def t_cdf(t: float, degrees: int) -> float:
    """The probability of at most `t`: Abramowitz, M. and Stegun, I. A. (1964), Handbook of Mathematical
    Functions, 26.7.1."""
    tail = incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
    return 1 - tail if t > 0 else tail


def normal_quantile(probability: float) -> float:
    """The z below which the standard normal distribution has this probability, strictly between 0 and 1."""
    return NormalDist().inv_cdf(probability)


def normal_cdf(z: float) -> float:
    """The probability of at most `z`."""
    return NormalDist().cdf(z)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function of `x` in [0, 1], by the continued fraction 26.5.8 of the Handbook."""
    if x in (0, 1):
        return float(x)
    if x > (a + 1) / (a + b + 2):  # there the fraction of the other side is the quicker one
        return 1 - incomplete_beta(1 - x, b, a)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    return front * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction, evaluated from its head by Lentz's method."""
    up, down = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    found = down
    for m in range(1, STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            down, up = 1 / _away(1 + term * down), _away(1 + term / up)
            found *= up * down
        if abs(up * down - 1) < 1e-16:
            break
    return found


def _away(number: float) -> float:
    return number if abs(number) > TINY else TINY
