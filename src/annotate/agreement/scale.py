"""Where labels stand on their scale: by declared order, or by the number that a label is."""

import re
from decimal import Decimal
from fractions import Fraction

from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined
from annotate.agreement.weights import Number

NUMBER = re.compile(r"[+-]?(?=\.?[0-9])[0-9]{0,30}(\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?")
"""A label that is a number: decimal, at most thirty digits on either side of the point."""


def number(label: str) -> Fraction | None:
    """The number that a label is, or None."""
    return Fraction(label) if NUMBER.fullmatch(label) else None


def spelling(label: str) -> str | None:
    """One spelling for each number, so that "1", "1.0" and "+1" are one label; None for a label that is no number."""
    if not NUMBER.fullmatch(label):
        return None
    digits = f"{Decimal(label):f}"
    short = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return "0" if short == "-0" else short


def places(study: Study) -> tuple[Number, ...] | Undefined:
    """The place of each label: its number at the levels interval and ratio, otherwise its rank in declared order."""
    if study.level in ("nominal", "ordinal"):
        return tuple(range(1, len(study.labels) + 1))
    found = [number(label) for label in study.labels]
    if None in found:
        return Undefined(f'the label "{study.labels[found.index(None)]}" is no number')
    numbers = [one for one in found if one is not None]
    if study.level == "ratio" and min(numbers, default=0) < 0:
        return Undefined("a ratio scale has no negative numbers")
    return tuple(numbers)
