"""Weights: how far two labels agree, from 1 (the same) down to 0 (as far apart as can be).

They are used as the bilinear form that they are: `weights(x, y)` is the sum, over all labels c and k, of
x[c] · y[k] · w(c, k), for two bags of judgements `x` and `y`, each a count (or share) for every label in the order of
`Study.labels`. In that form most weights need far fewer steps than their table has cells.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import lcm
from operator import mul

Number = int | Fraction
"""An exact number: a count, a share, a place on a scale."""

Weights = Callable[[Sequence[Number], Sequence[Number]], Fraction]
"""The bilinear form of agreement weights; see the head of this file."""


def identity(x: Sequence[Number], y: Sequence[Number]) -> Fraction:
    """Two labels agree if they are the same, and otherwise not at all."""
    return Fraction(sum(map(mul, x, y)))


def linear(places: Sequence[Number]) -> Weights:
    """Agreement falls with the distance of two labels on a scale, where the label c is at `places[c]`.

    Cicchetti, D. V. and Allison, T. (1971), A new procedure for assessing reliability of scoring EEG sleep recordings,
    American Journal of EEG Technology 11(3), 101-110.
    """
    whole = _whole(places)
    order = sorted(range(len(whole)), key=whole.__getitem__)
    spread = _spread(whole)

    def weights(x: Sequence[Number], y: Sequence[Number]) -> Fraction:
        all_x, all_y = sum(x), sum(y)
        apart: Number = 0
        below_x: Number = 0
        below_y: Number = 0
        for lower, upper in pairwise([label for label in order if x[label] or y[label]]):
            below_x, below_y = below_x + x[lower], below_y + y[lower]
            crossing = below_x * (all_y - below_y) + (all_x - below_x) * below_y
            apart += crossing * (whole[upper] - whole[lower])
        return all_x * all_y - Fraction(apart) / spread

    return weights


def quadratic(places: Sequence[Number]) -> Weights:
    """Agreement falls with the squared distance of two labels on a scale, where the label c is at `places[c]`.

    Fleiss, J. L. and Cohen, J. (1973), The equivalence of weighted kappa and the intraclass correlation coefficient as
    measures of reliability, Educational and Psychological Measurement 33(3), 613-619.
    """
    whole = _whole(places)
    squares = [place * place for place in whole]
    spread = _spread(whole) ** 2

    def weights(x: Sequence[Number], y: Sequence[Number]) -> Fraction:
        all_x, all_y = sum(x), sum(y)
        apart = sum(map(mul, x, squares)) * all_y + all_x * sum(map(mul, y, squares))
        apart -= 2 * sum(map(mul, x, whole)) * sum(map(mul, y, whole))
        return all_x * all_y - Fraction(apart) / spread

    return weights


def by_table(table: Sequence[Sequence[Number]]) -> Weights:
    """Any weights: `table[c][k]` says how far c and k agree. Symmetric, with 1 on the diagonal.

    Cohen, J. (1968), Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit,
    Psychological Bulletin 70(4), 213-220.
    """

    def weights(x: Sequence[Number], y: Sequence[Number]) -> Fraction:
        given = [(k, n) for k, n in enumerate(y) if n]
        rows = (n * sum(table[c][k] * m for k, m in given) for c, n in enumerate(x) if n)
        return Fraction(sum(rows))

    return weights


def _whole(places: Sequence[Number]) -> list[int]:
    """The places as whole numbers, which are much quicker: only how distances compare matters to weights."""
    unit = lcm(*(Fraction(place).denominator for place in places))
    return [int(place * unit) for place in places]


def _spread(places: Sequence[int]) -> int:
    """The largest distance on the scale; 1 where no two labels are apart, so that all of them agree wholly."""
    return (max(places) - min(places) if places else 0) or 1
