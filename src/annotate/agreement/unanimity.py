"""Unanimity and majority: how far the reviewers of a unit speak with one voice, with no correction for chance."""

from fractions import Fraction

from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined, Value


def unanimity(study: Study) -> Value:
    """The share of the units with at least two judgements on which all of them are the same; in [0, 1]."""
    if isinstance(why := study.incomparable, Undefined):
        return why
    whole = sum(units for profile, units in study.pairable.items() if max(profile) == sum(profile))
    return Fraction(whole, study.pairable_units)


def majority_share(study: Study) -> Value:
    """The mean, over units with at least two judgements, of the share that the unit's most frequent label has.

    The complement of Freeman's variation ratio: Freeman, L. C. (1965), Elementary Applied Statistics, chapter 5.
    """
    if isinstance(why := study.incomparable, Undefined):
        return why
    shares = (units * Fraction(max(profile), sum(profile)) for profile, units in study.pairable.items())
    return sum(shares, Fraction()) / study.pairable_units
