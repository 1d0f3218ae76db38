"""The interval of a number whose units are documents: what is in one document hangs together."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from annotate.agreement.tail import student_quantile
from annotate.agreement.undefined import Undefined, Value

NO_VALUE = Undefined("there is no value")
ONE_DOCUMENT = Undefined("one document says nothing of how documents differ")
ALL_THE_SAME = Undefined("the value is the same without any one of the documents, so that their spread is unknown")
HANGS_ON_ONE = Undefined("without one of the documents there is no value")


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval; a float each end, since a quantile is no fraction."""

    low: float
    high: float


def by_document(
    value: Value, without: Iterable[Value], documents: int, confidence: float = 0.95, floor: float | None = None
) -> Interval | Undefined:
    """The jackknife over documents: `without` holds the value without each, also without some that have no say in it.

    `documents` counts those that have.
    Student's t with one degree of freedom less than there are documents; cut off at 1, and below at `floor` where the
    value has one. Miller, R. G. (1974), The jackknife: a review, Biometrika 61(1), 1-15.
    """
    if isinstance(value, Undefined):
        return NO_VALUE
    if documents < 2:
        return ONE_DOCUMENT
    found = list(without)
    defined = [float(one - value) for one in found if isinstance(one, Fraction)]
    if len(defined) < len(found):
        return HANGS_ON_ONE
    mean = sum(defined) / documents
    squares = sum((one - mean) ** 2 for one in defined) - (len(defined) - documents) * mean * mean
    if not any(defined):
        return ALL_THE_SAME
    half = student_quantile((1 + confidence) / 2, documents - 1) * sqrt(squares * (documents - 1) / documents)
    low = float(value) - half
    return Interval(low if floor is None else max(low, floor), min(float(value) + half, 1.0))
