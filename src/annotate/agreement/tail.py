"""Student's t below a value: how likely it is."""

from math import exp, lgamma, log


def student_below(t: float, freedom: int) -> float:
    """P(T <= t) for Student's t with that many degrees of freedom.

    By the continued fraction of the regularised incomplete beta function: Abramowitz, M. and Stegun, I. A. (1964),
    Handbook of Mathematical Functions, 26.5.8 and 26.7.1.
    """
    tail = _beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2
    return tail if t < 0 else 1 - tail


def _beta(a: float, b: float, x: float) -> float:
    if x in (0.0, 1.0):
        return x
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction, from its far end."""
    value = 1.0
    for m in range(400, 0, -1):
        odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        value = 1 + odd / (1 + even / value)
    return 1 / value


def student_quantile(probability: float, freedom: int) -> float:
    """The t below which Student's t lies with that probability, which is at least one half."""
    low, high = 0.0, 2.0
    while student_below(high, freedom) < probability:
        high *= 2
    while high - low > 1e-12 * high:
        middle = (low + high) / 2
        low, high = (middle, high) if student_below(middle, freedom) < probability else (low, middle)
    return high
