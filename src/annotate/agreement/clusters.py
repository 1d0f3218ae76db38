"""Standard errors that know that the units of one document are alike: one pass over the documents, for all at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from operator import add

from annotate.agreement.additive import Additive, Cell
from annotate.agreement.jackknife import Influence
from annotate.agreement.study import Clusters, Pattern

BITS = 80
"""Influences are added as whole numbers of 2 to the minus this, so that the order of the documents changes no digit."""

WIDTH = 128
"""Bits in which the sum of one coefficient's influences in a document is packed beside those of the others."""

HALF = 1 << (WIDTH - 1)

REMEMBERED = 1 << 16
"""Patterns whose influences are kept while the documents go by; a large team seldom repeats one."""


@dataclass(frozen=True, slots=True)
class Clustered:
    """A standard error by document, and the number of documents with a unit on which agreement was looked for."""

    se: float
    documents: int


@dataclass(slots=True)
class _Rows:
    """What a unit of a pattern adds to all coefficients, packed into one number; and which look for agreement on it."""

    ways: Sequence[tuple[Additive, Influence]]
    known: dict[Pattern, tuple[int, int]] = field(default_factory=dict)
    rounded: list[Mapping[Cell, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rounded = [{cell: round(one * 2**BITS) for cell, one in found.items()} for _, found in self.ways]

    def of(self, pattern: Pattern) -> tuple[int, int]:
        row = self.known.get(pattern)
        if row is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            row = self.known[pattern] = self._row(pattern)
        return row

    def _row(self, pattern: Pattern) -> tuple[int, int]:
        looked, row = 0, 0
        for place, (additive, _) in enumerate(self.ways):
            cell = additive.cell_of(pattern)
            looked |= bool(additive.parts[cell][0]) << place
            row += self.rounded[place][cell] << (place * WIDTH)
        return looked, row


def document_sums(ways: Sequence[tuple[Additive, Influence]], clusters: Clusters) -> Iterator[tuple[int, list[int]]]:
    """For each document, the bits of the coefficients that look for agreement in it, and the sums of the influences."""
    rows, size = _Rows(ways), WIDTH // 8
    lift = sum(1 << (place * WIDTH + WIDTH - 1) for place in range(len(ways)))  # so that every field is above 0
    for patterns in clusters:
        looked, packed = 0, lift
        for pattern, units in patterns.items():
            bits, row = rows.of(pattern)
            looked |= bits
            packed += units * row
        told = packed.to_bytes(size * len(ways), "little")
        yield looked, [int.from_bytes(told[at : at + size], "little") - HALF for at in range(0, len(told), size)]


def cluster_ses(ways: Sequence[tuple[Additive, Influence]], clusters: Clusters) -> list[Clustered]:
    """The cluster-robust standard error of each coefficient, from its influences summed within documents.

    Liang, K.-Y. and Zeger, S. L. (1986), Longitudinal data analysis using generalized linear models, Biometrika 73(1),
    13-22, for the sandwich; the degrees of freedom of its t are the documents less one.
    """
    whole, squares, looked = [0] * len(ways), [0] * len(ways), Counter[int]()
    for bits, sums in document_sums(ways, clusters):
        looked[bits] += 1
        whole = list(map(add, whole, sums))
        squares = [square + one * one for square, one in zip(squares, sums, strict=True)]
    documents = [sum(n for bits, n in looked.items() if bits >> place & 1) for place in range(len(ways))]
    return [_clustered(*row) for row in zip(ways, whole, squares, documents, strict=True)]


def _clustered(way: tuple[Additive, Influence], whole: int, squares: int, documents: int) -> Clustered:
    """From the sum and the sum of squares of the documents' influences."""
    if documents < 2:
        return Clustered(0.0, documents)
    n = way[0].counted
    around = squares - whole * whole / documents
    shrunk = (n - 1) / n  # a unit's influence is its jackknife pseudo-value by n - 1, and by n in the sum
    return Clustered(shrunk * sqrt(documents / (documents - 1) * max(around, 0)) / 2**BITS, documents)
