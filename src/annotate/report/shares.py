"""Shares as a report tells them: with what they are of, and their interval."""

from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement import ALIKE, FEW_DOCUMENTS, Comparisons, Ratio, Undefined, Value, wilson
from annotate.report.interval_words import documents_sentence

BY_DOCUMENT, BY_UNIT = "t by document", "t by unit"
"""The methods of the interval of a share of comparisons: documents, or where they are not known units, are independent;
comparisons on one claim are not."""

WILSON = "Wilson"

ONE_UNIT = "one unit says nothing of how units differ"


@dataclass(frozen=True, slots=True)
class Share:
    """`value` of `n` (claims, unless it is said); `low` and `high` are None where there is no interval, by `method`.

    `no_interval` then says why, unless there is no value; `clusters` is the number of documents, where it is by
    document, and `warning` says why it can be too narrow.
    """

    value: Value
    n: int
    low: float | None = None
    high: float | None = None
    method: str | None = None
    confidence: float | None = None
    clusters: int | None = None
    no_interval: str | None = None
    warning: str | None = None


def share_of(hits: int, tries: int, confidence: float, why: str) -> Share:
    """A share of independent trials; undefined with the reason `why` where there was none."""
    if not tries:
        return Share(Undefined(why), 0)
    low, high = wilson(hits, tries, confidence)
    return Share(Fraction(hits, tries), tries, low, high, WILSON, confidence)


def pooled_share(comparisons: Comparisons, confidence: float, why: str) -> Share:
    """A share of comparisons that came in documents, n being the number of units."""
    ratio = comparisons.ratio
    if not ratio.tries:
        return Share(Undefined(why), 0)
    value, found = Fraction(ratio.hits, ratio.tries), comparisons.interval(confidence)
    if isinstance(found, Undefined):
        return Share(value, comparisons.units, no_interval=found.reason)
    warning = documents_sentence(ratio.clusters) if ratio.clusters < FEW_DOCUMENTS else None
    return Share(value, comparisons.units, *found, BY_DOCUMENT, confidence, ratio.clusters, warning=warning)


def unit_share(ratio: Ratio, confidence: float, why: str) -> Share:
    """A share of comparisons that came in units, n being their number."""
    if not ratio.tries:
        return Share(Undefined(why), 0)
    value, found = Fraction(ratio.hits, ratio.tries), ratio.interval(confidence)
    if not found:
        return Share(value, ratio.clusters, no_interval=ALIKE.reason if ratio.clusters > 1 else ONE_UNIT)
    return Share(value, ratio.clusters, *found, BY_UNIT, confidence)
