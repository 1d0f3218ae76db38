"""Numbers as JSON has them, differences and intervals as a table does."""

from fractions import Fraction

from annotate.agreement import Undefined, Value
from annotate.report.figures import short


def number(value: Value) -> float | None:
    """The nearest double; None where there is no value."""
    return float(value) if isinstance(value, Fraction) else None


def reason(value: Value) -> str | None:
    """Why there is no value; None where there is one."""
    return value.reason if isinstance(value, Undefined) else None


def signed(value: Value) -> str:
    """The same with the sign of what is greater than zero."""
    return f"+{short(value)}" if isinstance(value, Fraction) and round(value, 3) > 0 else short(value)


def between(low: float | None, high: float | None) -> str:
    """An interval; a dash where there is none."""
    return "–" if low is None or high is None else f"{low:.3f} to {high:.3f}"
