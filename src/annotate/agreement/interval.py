"""An interval: where the agreement may lie that other units, or other documents, of the same kind would show."""

from dataclasses import dataclass
from math import atanh, tanh
from typing import Literal

from annotate.agreement.student import t_quantile

Method = Literal["cluster", "jackknife", "bca", "bootstrap", "gwet", "krippendorff"]
"""By document, by unit, by resampling with correction for bias and skew, by resampling, or as other programs do."""

DIGITS = 12
"""Decimals of the ends: fewer than a double has, since mathematical libraries differ in the last ones."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The ends, the nominal `confidence`, and how they were found.

    `se` is the standard error, where the method has one; `clusters` the number of documents, where units were taken
    by document; `seed` that of the resampling, where there was any.
    """

    low: float
    high: float
    confidence: float
    method: Method
    se: float | None = None
    clusters: int | None = None
    seed: int | None = None


def rounded(end: float) -> float:
    """The end as it is published."""
    return round(end, DIGITS) + 0.0


def t_ends(value: float, se: float, confidence: float, degrees: int, *, share: bool | None) -> tuple[float, float]:
    """The ends of a t interval on Fisher's z scale, which no coefficient leaves; with `share` None, on its own scale.

    A share in [0, 1] is stretched to [-1, 1] first, where z is half of its log odds. At -1 and below z has no end, and
    the plain interval stands. Fisher, R. A. (1921), On the "probable error" of a coefficient of correlation, Metron 1,
    3-32.
    """
    t = t_quantile((1 + confidence) / 2, degrees)
    at = 2 * value - 1 if share else value
    if share is None or not -1 < at < 1:
        return rounded(value - t * se), rounded(min(1.0, value + t * se))
    half = t * se * (2 if share else 1) / (1 - at * at)
    low, high = tanh(atanh(at) - half), tanh(atanh(at) + half)
    return (rounded((1 + low) / 2), rounded((1 + high) / 2)) if share else (rounded(low), rounded(high))
