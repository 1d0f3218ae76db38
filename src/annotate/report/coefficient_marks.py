"""Where a coefficient stands on the scale of a forest plot."""

from annotate.agreement import Interval
from annotate.report.citations import OF_SETS
from annotate.report.coefficients import Coefficient
from annotate.report.figures import number
from annotate.report.reading import NAMES
from annotate.report.sections import Mark


def mark_of(coefficient: Coefficient) -> Mark:
    """Its mark, with its interval where it has one."""
    name = NAMES[coefficient.name]
    name = f"{name} ({coefficient.weights})" if coefficient.weights in OF_SETS else name
    value, interval = number(coefficient.value), coefficient.interval
    if isinstance(interval, Interval):
        return Mark(name, value, interval.low, interval.high)
    return Mark(name, value)
