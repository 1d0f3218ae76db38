"""Resampling: what coefficients would have been, had other units or other documents come, drawn from those that did."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from operator import mul
from random import Random

from annotate.agreement.additive import Additive, Cell, added
from annotate.agreement.chance import multinomial
from annotate.agreement.study import Clusters, Pattern
from annotate.agreement.undefined import Undefined, Value

RESAMPLES = 2000
"""As many as ends at 95 % need to be steady in their second digit; the seed makes them the same each time."""

MOST_DOCUMENTS = 20_000
"""Documents of which resamples take some tens of seconds."""

TOO_MANY_DOCUMENTS = Undefined(
    f"a bootstrap of more than {MOST_DOCUMENTS:,} documents takes too long, and the default interval is as good"
)

GAPS = Fraction(1, 20)
"""Share of resamples without a value from which on what is left is no picture of chance."""

TOO_MANY_GAPS = Undefined("too many of the resamples leave it without a value")

Replicates = Sequence[Fraction] | Undefined
"""The values of the resamples, lowest first; or why there are too few."""


def unit_resamples(additives: Sequence[Additive], patterns: Mapping[Pattern, int], seed: int) -> Sequence[Replicates]:
    """The values of resamples of the units; for all coefficients the same units where their `patterns` are known."""
    if patterns:
        return _resampled(additives, ((_row(additives, {one: 1}), units) for one, units in patterns.items()), seed)
    alone = ((one, ((list(one.parts[cell]), units) for cell, units in one.units.items())) for one in additives)
    return [_resampled([one], rows, seed)[0] for one, rows in alone]


def document_resamples(additives: Sequence[Additive], clusters: Clusters, seed: int) -> Sequence[Replicates]:
    """The values of resamples of the documents, each with all of its units; for all coefficients the same documents."""
    rows = [(_row(additives, patterns), 1) for patterns in islice(clusters, MOST_DOCUMENTS + 1)]
    if len(rows) > MOST_DOCUMENTS:
        return [TOO_MANY_DOCUMENTS] * len(additives)
    return _resampled(additives, rows, seed)


def _resampled(additives: Sequence[Additive], rows: Iterable[tuple[list[int], int]], seed: int) -> Sequence[Replicates]:
    """The rows say what a unit or document adds to each coefficient, one after the other, and how many of them do.

    All of a row is packed into one whole number, so that one addition adds it all; sorted, so that order says nothing.
    """
    known = list(rows)
    width = (max((max(row) for row, _ in known), default=0) * sum(units for _, units in known)).bit_length()
    counted: Counter[int] = Counter()
    for row, units in known:
        counted[sum(part << (place * width) for place, part in enumerate(row))] += units
    held = sorted(counted)
    found: list[list[Value]] = [[] for _ in additives]
    for counts in islice(multinomial(Random(seed), [counted[row] for row in held]), RESAMPLES):
        sums = _unpacked(sum(map(mul, counts, held)), width)
        for values, additive in zip(found, additives, strict=True):
            values.append(additive.value(list(islice(sums, additive.length))))
    return [_sorted(values) for values in found]


def _row(additives: Sequence[Additive], patterns: Mapping[Pattern, int]) -> list[int]:
    """What the units of a document add to each coefficient, one after the other."""
    row: list[int] = []
    for additive in additives:
        cells: Counter[Cell] = Counter()
        for pattern, units in patterns.items():
            cells[additive.cell_of(pattern)] += units
        row += added(additive.parts, cells)
    return row


def _unpacked(whole: int, width: int) -> Iterator[int]:
    """The numbers of so many bits in it, from the lowest up, without end."""
    mask = (1 << width) - 1
    while True:
        yield whole & mask
        whole >>= width


def _sorted(values: Iterable[Value]) -> Replicates:
    known = sorted(value for value in values if isinstance(value, Fraction))
    if RESAMPLES - len(known) > GAPS * RESAMPLES:
        return TOO_MANY_GAPS
    return known
