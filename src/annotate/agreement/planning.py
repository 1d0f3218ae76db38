"""How many more units or documents it takes to know a coefficient as closely as is wanted."""

from dataclasses import dataclass
from math import ceil

from annotate.agreement.interval import Interval
from annotate.agreement.student import normal_quantile, t_quantile


@dataclass(frozen=True, slots=True)
class Needed:
    """Of what it takes `whole` in all where there are `now`; documents where `by_document`, otherwise units.

    `half_width` is what half of the interval is to be.
    """

    half_width: float
    now: int
    whole: int
    by_document: bool

    @property
    def more(self) -> int:
        """How many are still missing."""
        return max(0, self.whole - self.now)


def needed(interval: Interval, units: int, half_width: float) -> Needed | None:
    """What brings the interval of a coefficient, found on so many `units`, to this half-width.

    The standard error falls with the root of the number of units, or of documents where units are taken by document:
    more units of the documents that are there would say little of others. It holds for more of the same kind, judged by
    as many reviewers, and is as rough as the standard error that it rests on. None where the method has none. Gwet, K.
    L. (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 6, plans the number of units from the same
    variance.
    """
    if interval.se is None:
        return None
    now = units if interval.clusters is None else interval.clusters
    tail = (1 + interval.confidence) / 2
    spread = interval.se**2 * now / half_width**2
    least = ceil(spread * normal_quantile(tail) ** 2)
    whole = ceil(spread * t_quantile(tail, max(least, 2) - 1) ** 2)
    return Needed(half_width, now, whole, interval.clusters is not None)
