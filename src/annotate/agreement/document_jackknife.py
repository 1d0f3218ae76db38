"""The interval of a number whose units are documents: what is in one document hangs together."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import fsum, sqrt

from annotate.agreement.few import too_few
from annotate.agreement.student import t_quantile
from annotate.agreement.undefined import Undefined, Value

NO_VALUE = Undefined("there is no value")
ALL_THE_SAME = Undefined("the value is the same without any one of the documents, so that their spread is unknown")
HANGS_ON_ONE = Undefined("without one of the documents there is no value")


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of a confidence interval: floats, since a quantile is no fraction."""

    low: float
    high: float


def document_jackknife(
    value: Value, without: Iterable[Value], documents: int, confidence: float = 0.95, floor: float | None = None
) -> Ends | Undefined:
    """The jackknife over documents: `without` holds the value without each, also without some that have no say in it.

    `documents` counts those that have; below FEWEST of them there is none.
    Student's t with one degree of freedom less than there are documents; cut off at 1, and below at `floor` where the
    value has one. Miller, R. G. (1974), The jackknife: a review, Biometrika 61(1), 1-15.
    """
    if isinstance(value, Undefined):
        return NO_VALUE
    if why := too_few(documents, "that it is made of"):
        return why
    found = list(without)
    defined = [float(one - value) for one in found if isinstance(one, Fraction)]
    if len(defined) < len(found):
        return HANGS_ON_ONE
    if not any(defined):
        return ALL_THE_SAME
    mean = fsum(defined) / documents
    squares = fsum((one - mean) ** 2 for one in defined) - (len(defined) - documents) * mean * mean
    half = _t((1 + confidence) / 2, documents - 1) * sqrt(squares * (documents - 1) / documents)
    low, high = float(value) - half, min(float(value) + half, 1.0)
    return Ends(_published(low if floor is None else max(low, floor)), _published(high))


@cache
def _t(probability: float, freedom: int) -> float:
    return t_quantile(probability, freedom)


def _published(end: float) -> float:
    """Without the last digits, in which mathematical libraries differ, and without a sign at zero."""
    return round(end, 12) + 0.0
