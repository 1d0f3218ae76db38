"""Numbers as a report writes them."""

from fractions import Fraction

from annotate.agreement import Undefined, Value


def number(value: Value) -> float | None:
    """The nearest double; None where there is no value."""
    return float(value) if isinstance(value, Fraction) else None


def reason(value: Value) -> str | None:
    """Why there is no value; None where there is one."""
    return value.reason if isinstance(value, Undefined) else None


def short(value: Value) -> str:
    """Three decimals, rounded from the exact value, so that no zero has a sign; a dash where there is none."""
    return "–" if isinstance(value, Undefined) else f"{float(round(value, 3)):.3f}"


def signed(value: Value) -> str:
    """The same with the sign of what is greater than zero."""
    return f"+{short(value)}" if isinstance(value, Fraction) and round(value, 3) > 0 else short(value)


def between(low: float | None, high: float | None) -> str:
    """An interval; a dash where there is none."""
    return "–" if low is None or high is None else f"{low:.3f} to {high:.3f}"


def counted(count: int, noun: str) -> str:
    """So many of them."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
