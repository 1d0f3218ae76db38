"""Where a coefficient stands on the scale of a forest plot."""

from annotate.agreement import Interval
from annotate.report.coefficients import Coefficient
from annotate.report.figures import place
from annotate.report.reading import NAMES
from annotate.report.sections import Mark


def mark_of(coefficient: Coefficient) -> Mark:
    """Its mark, with its interval where it has one."""
    value, interval = place(coefficient.value), coefficient.interval
    if isinstance(interval, Interval):
        return Mark(NAMES[coefficient.name], value, interval.low, interval.high)
    return Mark(NAMES[coefficient.name], value)
