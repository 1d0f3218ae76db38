"""Shares as a report tells them: with what they are of, and their interval."""

from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement import Ratio, Undefined, Value, wilson

CLUSTERED = "t by claim"
"""The method of the interval of a share of comparisons: claims are independent, comparisons on one claim are not."""

WILSON = "Wilson"


@dataclass(frozen=True, slots=True)
class Share:
    """`value` of `n` (claims, unless it is said); `low` and `high` are None where there is no interval, by `method`."""

    value: Value
    n: int
    low: float | None = None
    high: float | None = None
    method: str | None = None


def share_of(hits: int, tries: int, confidence: float, why: str) -> Share:
    """A share of independent trials; undefined with the reason `why` where there was none."""
    if not tries:
        return Share(Undefined(why), 0)
    low, high = wilson(hits, tries, confidence)
    return Share(Fraction(hits, tries), tries, low, high, WILSON)


def pooled_share(ratio: Ratio, confidence: float, why: str) -> Share:
    """A share of comparisons that came in clusters, n being their number."""
    if not ratio.tries:
        return Share(Undefined(why), 0)
    value, found = Fraction(ratio.hits, ratio.tries), ratio.interval(confidence)
    return Share(value, ratio.clusters, *found, CLUSTERED) if found else Share(value, ratio.clusters)
