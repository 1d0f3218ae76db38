"""Krippendorff's alpha for unitizing: a family of coefficients of how alike a continuum is divided and coded.

Krippendorff, K., Mathet, Y., Bouvry, S. and Widlöcher, A. (2016), On the reliability of unitizing textual continua:
further developments, Quality & Quantity 50(6), 2347-2364. Nominal values; in closed form, from lengths that add up
over documents, so that a document that not everybody read counts for those who did.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, permutations
from typing import NamedTuple

from annotate.agreement.spans import MARKED, Unit
from annotate.agreement.undefined import Undefined, Value

Length = Fraction | int

GAP = ""
"""The value of what nobody took for a unit."""

NO_CHOICE = Undefined("all that was read is alike, so that agreement by chance is certain (0/0)")
NO_MEETING = Undefined("no two units of different reviewers overlap")
ONE_VALUE = Undefined("all units that overlap have one label, so that agreement by chance is certain (0/0)")
NO_SUCH_UNIT = Undefined("no unit of that label overlaps one of another reviewer")


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


Coincidences = Mapping[str, Lengths]
"""Value → its lengths; the value GAP is between units."""

NONE = Lengths()


def plus(one: Coincidences, other: Coincidences, sign: int = 1) -> dict[str, Lengths]:
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


def u_alpha(found: Coincidences) -> Value:
    """Agreement on where units are and what they are, gaps being a value as any other (equations 1 to 5)."""
    given = [lengths.given for lengths in found.values()]
    alike = sum(lengths.alike for lengths in found.values())
    return _alpha(given, alike, sum(lengths.own for lengths in found.values()), NO_CHOICE)


def u_alpha_binary(found: Coincidences) -> Value:
    """Agreement on what is a unit and what a gap, whatever the units are: |u-alpha (equation 6)."""
    gap, units = found.get(GAP, NONE), [lengths for value, lengths in found.items() if value != GAP]
    alike = gap.alike + sum(lengths.met for lengths in units)
    own = gap.own + sum(lengths.own for lengths in units)
    return _alpha([gap.given, sum(lengths.given for lengths in units)], alike, own, NO_CHOICE)


def cu_alpha(found: Coincidences) -> Value:
    """Agreement on what the units are where they overlap (equations 10 and 11)."""
    units = [lengths for value, lengths in found.items() if value != GAP]
    met = [lengths.met for lengths in units]
    otherwise = ONE_VALUE if any(met) else NO_MEETING
    return _alpha(met, sum(one.alike for one in units), sum(one.own_met for one in units), otherwise)


def cu_coverage(found: Coincidences) -> Value:
    """The share of all that was read in which units overlap, and on which cu-alpha rests."""
    whole = sum(lengths.given for lengths in found.values())
    return Fraction(sum(one.met for one in found.values())) / whole if whole else NO_CHOICE


def ku_alpha(found: Coincidences, value: str) -> Value:
    """Agreement on one value among the units that overlap: (k)u-alpha (equation 13)."""
    one = found.get(value, NONE)
    whole = sum(lengths.met for name, lengths in found.items() if name != GAP)
    if not one.met:
        return NO_SUCH_UNIT
    if one.met == whole:
        return ONE_VALUE
    expected = (one.met * whole - one.own_met) / Fraction(one.met * one.met)
    return 1 - expected * (one.met - one.alike) / (whole - one.met)


def ku_coverage(found: Coincidences, value: str) -> Value:
    """The share of what was given that value that overlaps units of others, and on which (k)u-alpha rests."""
    one = found.get(value, NONE)
    return Fraction(one.met) / one.given if one.given else NO_SUCH_UNIT


def u_alpha_layers(layers: Iterable[Coincidences]) -> Value:
    """Where a reviewer's units of different labels overlap: each label a continuum of its own, unit or gap.

    One minus the sum of what is observed over the sum of what is expected, as Krippendorff, K. (2004), Content
    Analysis, 2nd ed., section 11.6 joins the categories of a continuum.
    """
    observed = expected = Fraction()
    for layer in layers:
        whole = sum(lengths.given for lengths in layer.values())
        observed += whole - sum(lengths.alike for lengths in layer.values())
        expected += _expected([one.given for one in layer.values()], sum(one.own for one in layer.values()))
    return 1 - observed / expected if expected else NO_CHOICE


def _alpha(given: Sequence[Length], alike: Length, own: Length, otherwise: Undefined) -> Value:
    expected = _expected(given, own)
    return 1 - (sum(given) - alike) / expected if expected else otherwise


def _expected(given: Sequence[Length], own: Length) -> Fraction:
    """The length that would coincide with another value if lengths met by chance, no unit meeting itself."""
    whole = sum(given)
    apart = whole * whole - sum(one * one for one in given)
    return Fraction(apart * whole) / (whole * whole - own) if apart else Fraction()
