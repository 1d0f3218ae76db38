"""Percent agreement: how often two judgements of one unit are the same, with no correction for chance."""

from fractions import Fraction

from annotate.agreement.study import Confusion, Profile, Study
from annotate.agreement.undefined import NO_COMMON_UNIT, NO_JUDGEMENT, NO_PAIRABLE_UNIT, Value


def percent_agreement(study: Study) -> Value:
    """The mean, over units with at least two judgements, of the share of a unit's pairs of judgements that agree.

    A share in [0, 1]. Every pairable unit weighs the same, however many judged it; with missing judgements that differs
    from pooling all pairs and from weighting a unit by its judgements. Fleiss, J. L. (1971), Measuring nominal scale
    agreement among many raters, Psychological Bulletin 76(5), 378-382; Gwet, K. L. (2014), Handbook of Inter-Rater
    Reliability, 4th ed., for missing judgements.
    """
    pairable = study.pairable
    if not pairable:
        return NO_PAIRABLE_UNIT if study.judgements else NO_JUDGEMENT
    return sum(units * _agreeing(profile) for profile, units in pairable.items()) / Fraction(study.pairable_units)


def pair_percent_agreement(table: Confusion) -> Value:
    """The share of the units which both reviewers of a pair judged that they gave the same label."""
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    return Fraction(sum(n for (a, b), n in table.items() if a == b), units)


def _agreeing(profile: Profile) -> Fraction:
    judgements = sum(profile)
    return Fraction(sum(n * (n - 1) for n in profile), judgements * (judgements - 1))
