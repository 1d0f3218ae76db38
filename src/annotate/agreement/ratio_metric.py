"""The ratio metric on many values: ((a − b) / (a + b))², summed over all pairs without going through them.

Its sum has no closed form. For few values it is the sum; for many the values are first gathered on a few points of each
octave, from which the metric, smooth in the logarithms, is interpolated: Fong, W. and Darve, E. (2009), The black-box
fast multipole method, Journal of Computational Physics 228(23), 8712-8725, in one dimension and one level.
"""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from math import cos, fsum, log2, pi

from annotate.agreement.bags import Counts
from annotate.agreement.distances import Distances, as_whole
from annotate.agreement.weights import Number

PARTS = 1 << 100
"""Each term of a sum over few pairs is rounded to so many parts of one, so that their order changes nothing."""

FEW = 40_000
"""Pairs of values up to which each is looked at."""

NODES = 14
"""Points an octave. The metric's nearest pole is π away in the natural logarithm, and half an octave is 0.35: each
point more divides the error by some 18, so that fourteen leave nothing of it in a double."""


def ratio_distances(places: Sequence[Number]) -> Distances:
    """The ratio metric between numbers from 0 up; beyond FEW pairs to double precision.

    Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
    """
    whole = as_whole(places)

    def between(x: Counts, y: Counts) -> Fraction:
        few = len(x) * len(y) <= FEW
        return _summed(x, y, whole) if few else Fraction(_interpolated(_gathered(x, whole), _gathered(y, whole)))

    return Distances(between, lambda c, k: Fraction(_parts(whole[c], whole[k]), PARTS))


def _summed(x: Counts, y: Counts, whole: Sequence[int]) -> Fraction:
    terms = (n * m * _parts(whole[c], whole[k]) for c, n in x.items() for k, m in y.items())
    return Fraction(sum(terms), PARTS)


def _parts(a: int, b: int) -> int:
    return PARTS * (a - b) ** 2 // (a + b) ** 2 if a != b else 0


Gathered = dict[float, float]
"""Binary logarithm of a value (minus infinity for 0) → how often it is there, as the sums see it."""


def _gathered(counts: Counts, whole: Sequence[int]) -> Gathered:
    """The counts moved to the points of their octaves, which then stand for them."""
    shares: defaultdict[float, list[float]] = defaultdict(list)
    for place, n in counts.items():
        if not whole[place]:
            shares[-float("inf")].append(n)
            continue
        octave = (at := log2(whole[place])) // 1
        for point, share in zip(_points(), _shares(at - octave), strict=True):
            shares[octave + point].append(n * share)
    return {at: fsum(given) for at, given in shares.items()}


def _interpolated(x: Gathered, y: Gathered) -> float:
    return fsum(n * m * _metric(a, b) for a, n in x.items() for b, m in y.items())


def _metric(a: float, b: float) -> float:
    if a == b:
        return 0.0
    smaller: float = 2.0 ** -abs(a - b)
    return ((1 - smaller) / (1 + smaller)) ** 2


@cache
def _points() -> tuple[float, ...]:
    """Chebyshev's points on [0, 1]."""
    return tuple((1 + cos(pi * (2 * k + 1) / (2 * NODES))) / 2 for k in range(NODES))


@cache
def _scales() -> tuple[float, ...]:
    """The barycentric weights of the points."""
    scales = []
    for one in _points():
        scale = 1.0
        for other in _points():
            scale /= (one - other) if other != one else 1.0
        scales.append(scale)
    return tuple(scales)


def _shares(at: float) -> list[float]:
    """What each point has of a value at that place in its octave."""
    if at in _points():
        return [float(point == at) for point in _points()]
    parts = [scale / (at - point) for point, scale in zip(_points(), _scales(), strict=True)]
    whole = fsum(parts)
    return [part / whole for part in parts]
