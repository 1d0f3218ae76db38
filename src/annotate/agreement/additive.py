"""A coefficient as a function of sums over units, so that it is had without a unit, or of a resample, at no cost.

All of them are: percent agreement is a sum of shares over a number of units, chance agreement a function of sums of
label shares, and so on. What a unit adds depends on its cell alone: its profile, its pattern, or the labels of a pair.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from annotate.agreement.study import Pattern, Profile
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.weights import Number

Cell = Any
"""What distinguishes a unit from another for a coefficient: units of one cell count alike."""

Sums = Sequence[int]
"""What some units add up to. The first number is above 0 if agreement was looked for on any of them."""

MOST_WORK = 400_000
"""Cells times numbers that a unit adds: up to it the intervals of a coefficient take a second or so."""

TOO_MUCH = Undefined("there are too many labels, reviewers or ways to vote for an interval to be worked out")


@dataclass(frozen=True, slots=True)
class Additive:
    """`units` in each cell, what a unit of a cell adds (`parts`), and the `value` of such sums.

    `cell_of` is the cell of a unit that was judged so. `share` says that the value lies in [0, 1], not in [-1, 1].
    """

    units: Mapping[Cell, int]
    parts: Mapping[Cell, Sums]
    value: Callable[[Sums], Value]
    cell_of: Callable[[Pattern], Cell]
    share: bool = False

    @property
    def total(self) -> Sums:
        """What all units add up to."""
        return added(self.parts, self.units)

    @property
    def length(self) -> int:
        """How many numbers a unit adds."""
        return len(next(iter(self.parts.values()), ()))

    @property
    def counted(self) -> int:
        """The number of units on which agreement was looked for."""
        return sum(units for cell, units in self.units.items() if self.parts[cell][0])


def added(parts: Mapping[Cell, Sums], units: Mapping[Cell, int]) -> Sums:
    """What these units add up to."""
    weighed = ([n * part for part in parts[cell]] for cell, n in units.items())
    return [sum(column) for column in zip(*weighed, strict=True)]


def less(total: Sums, parts: Sums) -> Sums:
    """The sums without one unit."""
    return [whole - part for whole, part in zip(total, parts, strict=True)]


def in_whole_numbers(table: Mapping[Cell, Sequence[Number]]) -> tuple[dict[Cell, Sums], int]:
    """The table times the least number that makes all of it whole, and that number; whole ones are much quicker."""
    unit = lcm(*{number.denominator for row in table.values() for number in row})
    return {cell: [int(number * unit) for number in row] for cell, row in table.items()}, unit


def to_profile(labels: Sequence[str]) -> Callable[[Pattern], Profile]:
    """From a pattern to its profile over these labels; judgements with others fall away."""
    places = {label: place for place, label in enumerate(labels)}

    def profile(pattern: Pattern) -> Profile:
        counts = [0] * len(places)
        for _, label in pattern:
            if label in places:
                counts[places[label]] += 1
        return tuple(counts)

    return profile


def too_much(cells: Iterable[Cell], length: int) -> bool:
    """Whether so many cells with so many numbers each are more than MOST_WORK."""
    return sum(1 for _ in cells) * length > MOST_WORK


def difference(a: Additive, b: Additive, patterns: Mapping[Pattern, int]) -> Additive:
    """One coefficient less another, of the same units, whose joint `patterns` both can be told from."""
    cut = len(a.total)
    parts = {pattern: [*a.parts[a.cell_of(pattern)], *b.parts[b.cell_of(pattern)]] for pattern in patterns}

    def value(sums: Sums) -> Value:
        first, second = a.value(sums[:cut]), b.value(sums[cut:])
        if isinstance(first, Fraction) and isinstance(second, Fraction):
            return first - second
        return first if isinstance(first, Undefined) else second

    return Additive(patterns, parts, value, lambda pattern: pattern)
