"""Krippendorff's alpha for unitizing: a family of coefficients of how alike a continuum is divided and coded.

Krippendorff, K., Mathet, Y., Bouvry, S. and Widlöcher, A. (2016), On the reliability of unitizing textual continua:
further developments, Quality & Quantity 50(6), 2347-2364. Nominal values; in closed form, from lengths that add up
over documents, so that a document that not everybody read counts for those who did. The print was not at
hand: equations have the numbers by which a program after the paper names them.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from annotate.agreement.lengths import GAP, NONE, Length, LengthCoincidences
from annotate.agreement.undefined import Undefined, Value

NO_CHOICE = Undefined("all that was read is alike, so that agreement by chance is certain (0/0)")
NO_MEETING = Undefined("no two units of different reviewers overlap")
ONE_VALUE = Undefined("all units that overlap have one label, so that agreement by chance is certain (0/0)")
NO_SUCH_UNIT = Undefined("no unit of that label overlaps one of another reviewer")


def u_alpha(found: LengthCoincidences) -> Value:
    """Agreement on where units are and what they are, gaps being a value as any other (equations 1 to 5)."""
    given = [lengths.given for lengths in found.values()]
    alike = sum(lengths.alike for lengths in found.values())
    return _alpha(given, alike, sum(lengths.own for lengths in found.values()), NO_CHOICE)


def u_alpha_binary(found: LengthCoincidences) -> Value:
    """Agreement on what is a unit and what a gap, whatever the units are: |u-alpha (equation 6)."""
    gap, units = found.get(GAP, NONE), [lengths for value, lengths in found.items() if value != GAP]
    alike = gap.alike + sum(lengths.met for lengths in units)
    own = gap.own + sum(lengths.own for lengths in units)
    return _alpha([gap.given, sum(lengths.given for lengths in units)], alike, own, NO_CHOICE)


def cu_alpha(found: LengthCoincidences) -> Value:
    """Agreement on what the units are where they overlap (equations 10 and 11).

    For more than two reviewers sources differ on the pairs within units that chance cannot make: here each other
    reviewer is taken by himself, and the mean of them counts.
    """
    units = [lengths for value, lengths in found.items() if value != GAP]
    met = [lengths.met for lengths in units]
    otherwise = ONE_VALUE if any(met) else NO_MEETING
    return _alpha(met, sum(one.alike for one in units), sum(one.own_met for one in units), otherwise)


def cu_coverage(found: LengthCoincidences) -> Value:
    """The share of all that was read in which units overlap, and on which cu-alpha rests."""
    whole = sum(lengths.given for lengths in found.values())
    return Fraction(sum(one.met for one in found.values())) / whole if whole else NO_CHOICE


def ku_alpha(found: LengthCoincidences, value: str) -> Value:
    """Agreement on one value among the units that overlap: (k)u-alpha (equation 13)."""
    one = found.get(value, NONE)
    whole = sum(lengths.met for name, lengths in found.items() if name != GAP)
    if not one.met:
        return NO_SUCH_UNIT
    if one.met == whole:
        return ONE_VALUE
    expected = (one.met * whole - one.own_met) / Fraction(one.met * one.met)
    return 1 - expected * (one.met - one.alike) / (whole - one.met)


def ku_coverage(found: LengthCoincidences, value: str) -> Value:
    """The share of what was given that value that overlaps units of others, and on which (k)u-alpha rests."""
    one = found.get(value, NONE)
    return Fraction(one.met) / one.given if one.given else NO_SUCH_UNIT


def u_alpha_layers(layers: Iterable[LengthCoincidences]) -> Value:
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
