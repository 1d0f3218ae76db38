"""Differences and intervals as a table has them."""

from fractions import Fraction

from annotate.agreement import Value
from annotate.report.figures import short


def signed(value: Value) -> str:
    """The same with the sign of what is greater than zero."""
    return f"+{short(value)}" if isinstance(value, Fraction) and round(value, 3) > 0 else short(value)


def between(low: float | None, high: float | None) -> str:
    """An interval; a dash where there is none."""
    return "–" if low is None or high is None else f"{low:.3f} to {high:.3f}"
