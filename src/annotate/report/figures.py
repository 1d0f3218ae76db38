"""Numbers as every telling writes them."""

from collections.abc import Iterable
from fractions import Fraction

from annotate.agreement import Interval, Undefined, Value


def shown(value: Value) -> str:
    """Three decimals, rounded from the exact value, so that no zero has a sign."""
    return "undefined" if isinstance(value, Undefined) else f"{float(round(value, 3)):.3f}"


def short(value: Value) -> str:
    """The same, with a dash where there is no value."""
    return "–" if isinstance(value, Undefined) else shown(value)


def ends(interval: Interval | Undefined | None) -> str:
    """0.512 to 0.734, in three decimals; a dash where there is no interval."""
    if not isinstance(interval, Interval):
        return "–"
    low, high = (f"{round(end, 3) + 0.0:.3f}" for end in (interval.low, interval.high))
    return f"{low} to {high}"


def interval_head(intervals: Iterable[Interval | Undefined | None]) -> str:
    """What stands above a column of intervals: how much they are meant to cover."""
    known = (one.confidence for one in intervals if isinstance(one, Interval))
    return next((f"{confidence * 100:.6g} % interval" for confidence in known), "Interval")


def counted(count: int, noun: str) -> str:
    """1 unit, 2 units."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def plain(value: Fraction) -> str:
    """A value as measured, with six significant digits at most."""
    return f"{float(value):,.6g}"


def number(value: Value) -> float | None:
    """The nearest double; None where there is no value."""
    return float(value) if isinstance(value, Fraction) else None


def reason(value: Value) -> str | None:
    """Why there is no value; None where there is one."""
    return value.reason if isinstance(value, Undefined) else None


def ticked(tick: float) -> str:
    """0, .2, 1: as a ruler says it."""
    return f"{tick:.1g}".replace("0.", ".")
