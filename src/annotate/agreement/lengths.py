"""The lengths that alphas for unitizing are made of: one sweep over the bounds of all reviewers of a document.

They add up over documents, so that a document that not everybody read counts for those who did.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from typing import NamedTuple

from annotate.agreement.spans import MARKED, Unit

Length = Fraction | int

GAP = ""
"""The value of what nobody took for a unit."""


class Lengths(NamedTuple):
    """What a coefficient is made of, for one value of the units.

    `given` is the length that was given that value, summed over reviewers, `alike` how much of that coincides with the
    same value of others; `own` the pairs of code points within single units, which are no matter of agreement (for a
    gap, only each point with itself). `met` is the part of `given` that coincides with units of others, and `own_met`
    its pairs within single units.
    """

    given: Length = 0
    alike: Length = 0
    own: Length = 0
    met: Length = 0
    own_met: Length = 0


LengthCoincidences = Mapping[str, Lengths]
"""Value → its lengths; the value GAP is between units."""

NONE = Lengths()


def plus(one: LengthCoincidences, other: LengthCoincidences, sign: int = 1) -> dict[str, Lengths]:
    """Both together; with the sign -1, the one without the other."""
    values = one.keys() | other.keys()
    rows = {value: zip(one.get(value, NONE), other.get(value, NONE), strict=True) for value in values}
    return {value: Lengths(*(a + sign * b for a, b in row)) for value, row in rows.items()}


def coincidences(length: int, rows: Sequence[Sequence[Unit]]) -> dict[str, Lengths]:
    """The lengths of one document that each of `rows` divides: a row a reviewer, two or more, its units disjoint.

    The lengths coincide that are paired with those of every other reviewer, each pair weighing 1 / (reviewers - 1).
    """
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0] * len(Lengths._fields))
    within: Counter[tuple[int, Unit, int]] = Counter()
    for size, held in _pieces(length, rows):
        found = [(place, unit) for place, unit in enumerate(held) if unit]
        values = [unit.label for _, unit in found] + [GAP] * (len(held) - len(found))
        for value in set(values):
            _add_piece(sums[value], size, values.count(value), 0 if value == GAP else len(found) - 1)
        for (place, unit), (other, _) in permutations(found, 2):
            within[place, unit, other] += size
    _add_units(sums, rows, within)
    return {value: _weighed(row, len(rows) - 1) for value, row in sums.items()}


def _add_piece(row: list[int], size: int, count: int, others: int) -> None:
    """A piece that so many reviewers gave one value, where for each of them so many others have a unit."""
    row[0] += size * count
    row[1] += size * count * (count - 1)
    row[2] += size * count
    row[3] += size * count * others


def _add_units(
    sums: dict[str, list[int]], rows: Sequence[Sequence[Unit]], within: Mapping[tuple[int, Unit, int], int]
) -> None:
    """The pairs of code points within units; those of a point with itself are counted already."""
    for unit in (unit for row in rows for unit in row):
        size = unit.end - unit.start
        sums[unit.label][2] += size * (size - 1)
    for (_, unit, _), size in within.items():
        sums[unit.label][4] += size * size


def _weighed(row: list[int], others: int) -> Lengths:
    """The sums of pairs of reviewers, each weighing one over so many others."""
    given, alike, own, met, own_met = row
    if others == 1:
        return Lengths(given, alike, own, met, own_met)
    return Lengths(given, Fraction(alike, others), own, Fraction(met, others), Fraction(own_met, others))


def apart(read: Length, unit: Lengths) -> dict[str, Lengths]:
    """Units of one value, and the rest of what was read (its length, summed over reviewers) for gaps."""
    rest = read - unit.given
    return {MARKED: unit, GAP: Lengths(rest, rest - (unit.given - unit.alike), rest)}


def _pieces(length: int, rows: Sequence[Sequence[Unit]]) -> Iterator[tuple[int, list[Unit | None]]]:
    """The pieces between all bounds: the size of each, and the unit that each reviewer has there."""
    bounds = sorted({0, length, *(end for row in rows for unit in row for end in (unit.start, unit.end))})
    places = [0] * len(rows)
    for start, end in pairwise(bounds):
        held: list[Unit | None] = []
        for reviewer, row in enumerate(rows):
            while places[reviewer] < len(row) and row[places[reviewer]].end <= start:
                places[reviewer] += 1
            unit = row[places[reviewer]] if places[reviewer] < len(row) else None
            held.append(unit if unit and unit.start <= start else None)
        yield end - start, held
