"""Shares as a report tells them: with what they are of, and their interval."""

from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement import Comparisons, Ratio, Undefined, Value, wilson

BY_DOCUMENT, BY_UNIT = "t by document", "t by unit"
"""The methods of the interval of a share of comparisons: documents, or where they are not known units, are independent;
comparisons on one claim are not."""

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


def pooled_share(comparisons: Comparisons, confidence: float, why: str) -> Share:
    """A share of comparisons that came in documents, n being the number of units."""
    return _pooled(comparisons.ratio, comparisons.units, confidence, BY_DOCUMENT, why)


def unit_share(ratio: Ratio, confidence: float, why: str) -> Share:
    """A share of comparisons that came in units, n being their number."""
    return _pooled(ratio, ratio.clusters, confidence, BY_UNIT, why)


def _pooled(ratio: Ratio, n: int, confidence: float, method: str, why: str) -> Share:
    if not ratio.tries:
        return Share(Undefined(why), 0)
    value, found = Fraction(ratio.hits, ratio.tries), ratio.interval(confidence)
    return Share(value, n, *found, method) if found else Share(value, n)
