"""Documents whose units come as short codes: what their influences add up to, with hardly a step of Python a unit."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import islice
from math import frexp
from operator import mul, or_
from struct import Struct
from typing import Protocol, runtime_checkable

from annotate.agreement.additive import Additive, Cell
from annotate.agreement.jackknife import Influence
from annotate.agreement.study import Pattern

LANE = 64
"""Bits in which the sum of one coefficient's influences in a document stands beside those of the others."""

LARGEST = 512
"""Units of a document up to which a lane is wide enough for influences as exact as a double's."""

REMEMBERED = 1 << 16
"""Codes whose influences are kept while the documents go by; a large team seldom repeats one."""

TOGETHER = 256
"""Documents whose sums are squared together."""


@runtime_checkable
class Coded(Protocol):
    """Clusters whose units are texts, the same for the same pattern; `largest` is the most units of a document."""

    @property
    def largest(self) -> int: ...

    def units(self) -> Iterator[list[str]]: ...

    def pattern(self, unit: str) -> Pattern: ...


@dataclass(slots=True)
class Summed:
    """Sums over documents of the influences in each, in units of 2 to the minus `exponent`, and of their squares.

    `documents` counts those in which agreement was looked for.
    """

    exponent: int
    whole: int = 0
    squares: int = 0
    documents: int = 0


class _Known(dict[str, int]):
    """Code → number, worked out where it is asked for first."""

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, unit: str) -> int:
        self[unit] = found = self._number(unit)
        return found


class _Lanes:
    """What a unit adds to all coefficients, packed into one number; and which of them look for agreement on it."""

    def __init__(self, ways: Sequence[tuple[Additive, Influence]], exponents: Sequence[int], clusters: Coded) -> None:
        self._pattern = clusters.pattern
        self._ways: list[tuple[Additive, Mapping[Cell, int], Mapping[Cell, int]]] = []
        for place, ((additive, found), exponent) in enumerate(zip(ways, exponents, strict=True)):
            unit = Fraction(2) ** exponent
            added = {cell: round(one * unit) << LANE * place for cell, one in found.items()}
            looks = {cell: bool(parts[0]) << place for cell, parts in additive.parts.items()}
            self._ways.append((additive, added, looks))

    def row(self, unit: str) -> int:
        pattern = self._pattern(unit)
        return sum(added[one.cell_of(pattern)] for one, added, _ in self._ways) if pattern else 0

    def looked(self, unit: str) -> int:
        pattern = self._pattern(unit)
        return sum(looks[one.cell_of(pattern)] for one, _, looks in self._ways) if pattern else 0


def coded_sums(ways: Sequence[tuple[Additive, Influence]], clusters: Coded) -> list[Summed]:
    """The sums for each coefficient; the order of the documents changes no digit."""
    exponents = [_exponent(found, clusters.largest) for _, found in ways]
    lanes = _Lanes(ways, exponents, clusters)
    rows, looks = _Known(lanes.row), _Known(lanes.looked)
    lift = sum(1 << LANE * place + LANE - 1 for place in range(len(ways)))  # so that every lane is above 0
    split, size = Struct(f"<{len(ways)}q").unpack, LANE // 8 * len(ways)
    sums, looked = [Summed(exponent) for exponent in exponents], Counter[int]()

    def told(units: list[str]) -> tuple[int, ...]:
        looked[reduce(or_, set(map(looks.__getitem__, units)))] += 1
        packed = sum(map(rows.__getitem__, units), lift) ^ lift  # as signed numbers of two's complement
        if len(rows) > REMEMBERED:
            rows.clear()
            looks.clear()
        return split(packed.to_bytes(size, "little"))

    documents = map(told, clusters.units())
    while some := list(islice(documents, TOGETHER)):
        for summed, column in zip(sums, zip(*some, strict=True), strict=True):
            summed.whole += sum(column)
            summed.squares += sum(map(mul, column, column))
    return _counted(sums, looked)


def _counted(sums: list[Summed], looked: Mapping[int, int]) -> list[Summed]:
    for place, summed in enumerate(sums):
        summed.documents = sum(documents for bits, documents in looked.items() if bits >> place & 1)
    return sums


def _exponent(found: Influence, largest: int) -> int:
    """As fine as the sum of the largest document's influences leaves room for."""
    _, power = frexp(max(map(abs, map(float, found.values())), default=0.0))
    return LANE - 2 - largest.bit_length() - power
