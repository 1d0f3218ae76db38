"""The jackknife over units: the coefficient without each unit in turn, exactly, each distinct cell once."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from math import fsum, sqrt

from annotate.agreement.additive import Additive, Cell, less
from annotate.agreement.undefined import NO_PAIRABLE_UNIT, Undefined

Influence = Mapping[Cell, Fraction]
"""How much of the value each unit of a cell accounts for: the value less the value without the unit."""


def influence(additive: Additive) -> Influence | Undefined:
    """The influence of a unit of each cell; undefined where the value is, or would be without one of its units.

    Quenouille, M. H. (1956), Notes on bias in estimation, Biometrika 43(3/4), 353-360; Tukey, J. W. (1958), Bias and
    confidence in not-quite large samples (abstract), Annals of Mathematical Statistics 29(2), 614.
    """
    if not additive.counted:
        return NO_PAIRABLE_UNIT
    total = additive.total
    whole = additive.value(total)
    if isinstance(whole, Undefined):
        return whole
    found: dict[Cell, Fraction] = {}
    lacking: list[str] = []
    for cell, parts in additive.parts.items():
        without = additive.value(less(total, parts)) if any(parts) else whole
        if isinstance(without, Undefined):
            lacking.append(without.reason)
        else:
            found[cell] = whole - without
    return _hanging(lacking) if lacking else found


def _hanging(reasons: Collection[str]) -> Undefined:
    """The first reason by its words: units can differ in theirs, and their order must not show."""
    return Undefined(f"without one of its units it would have no value ({min(reasons)})")


def jackknife_se(additive: Additive, influences: Influence) -> float:
    """The standard error by leaving out one unit at a time.

    Efron, B. and Stein, C. (1981), The jackknife estimate of variance, Annals of Statistics 9(3), 586-596.
    """
    counted = [(units, float(influences[cell])) for cell, units in additive.units.items() if any(additive.parts[cell])]
    n = sum(units for units, _ in counted)
    mean = fsum(units * one for units, one in counted) / n
    return sqrt((n - 1) / n * fsum(units * (one - mean) ** 2 for units, one in counted))
