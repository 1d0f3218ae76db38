"""Distances between labels that are as many as judgements: what `weights.py` is for profiles, from sparse counts.

A distance is used as the bilinear form that it is: `between(x, y)` is the sum, over all labels c and k, of
x[c] · y[k] · d(c, k). Nominal, linear and squared distances have closed forms, so that no table of all pairs of labels
is ever made; how the distances compare is all that a chance-corrected coefficient asks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import lcm

from annotate.agreement.bags import Counts
from annotate.agreement.weights import Number


@dataclass(frozen=True, slots=True)
class Distances:
    """The bilinear form of distances, the distance of two labels, and the largest, at which two agree not at all."""

    between: Callable[[Counts, Counts], Number]
    apart: Callable[[int, int], Number]
    largest: Number = 1


def _different(x: Counts, y: Counts) -> int:
    return sum(x.values()) * sum(y.values()) - sum(n * y.get(place, 0) for place, n in x.items())


NOMINAL = Distances(_different, lambda c, k: int(c != k))
"""Two labels are one apart, or they are the same."""


def squared(places: Sequence[Number]) -> Distances:
    """The square of the distance on a scale where the label c is at `places[c]`: from sums and sums of squares."""
    whole = as_whole(places)

    def between(x: Counts, y: Counts) -> int:
        n, m = sum(x.values()), sum(y.values())
        mixed = sum(c * whole[k] for k, c in x.items()) * sum(c * whole[k] for k, c in y.items())
        return m * _squares(x, whole) + n * _squares(y, whole) - 2 * mixed

    return Distances(between, lambda c, k: (whole[c] - whole[k]) ** 2, _spread(whole) ** 2)


def linear_distances(places: Sequence[Number]) -> Distances:
    """The distance on a scale where the label c is at `places[c]`: one walk from the lowest label to the highest."""
    whole = as_whole(places)

    def between(x: Counts, y: Counts) -> int:
        all_x, all_y, apart, below_x, below_y, last = sum(x.values()), sum(y.values()), 0, 0, 0, 0
        for place in sorted(x.keys() | y.keys(), key=whole.__getitem__):
            crossing = below_x * (all_y - below_y) + (all_x - below_x) * below_y
            apart += crossing * (whole[place] - last)
            below_x, below_y, last = below_x + x.get(place, 0), below_y + y.get(place, 0), whole[place]
        return apart

    return Distances(between, lambda c, k: abs(whole[c] - whole[k]), _spread(whole))


def doubled_ranks(counts: Counts, labels: int) -> list[int]:
    """Twice the mid-rank of each of so many labels: the mean rank of its judgements when all are sorted.

    A label without a judgement stands where one would come; ordinal alpha is interval alpha on these.
    """
    ranks, before = [], 0
    for place in range(labels):
        own = counts.get(place, 0)
        ranks.append(2 * before + own + 1)
        before += own
    return ranks


def as_whole(places: Sequence[Number]) -> list[int]:
    """The places as whole numbers in the same proportions, which are much quicker than fractions."""
    unit = lcm(*{place.denominator for place in places})
    return [place.numerator * (unit // place.denominator) for place in places]


def _spread(whole: Sequence[int]) -> int:
    return (max(whole) - min(whole) if whole else 0) or 1


def _squares(counts: Counts, whole: Sequence[int]) -> int:
    return sum(n * whole[place] * whole[place] for place, n in counts.items())
