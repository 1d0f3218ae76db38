"""Percent agreement: how often two judgements of one unit are the same, with no correction for chance."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement.study import Confusion, Profile, Study
from annotate.agreement.undefined import NO_COMMON_UNIT, Undefined, Value
from annotate.agreement.weights import Weights, identity


def percent_agreement(study: Study, weights: Weights = identity) -> Value:
    """The mean, over units with at least two judgements, of the share of a unit's pairs of judgements that agree.

    A share in [0, 1]; with weights, a pair counts as far as its labels agree. Every pairable unit weighs the same,
    however many judged it; with missing judgements that differs from the two definitions below. Fleiss, J. L. (1971),
    Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 378-382; Gwet, K. L. (2014),
    Handbook of Inter-Rater Reliability, 4th ed., for missing judgements.
    """
    return _mean(study, weights, lambda _: 1)


def percent_agreement_pairs(study: Study, weights: Weights = identity) -> Value:
    """The share of all pairs of judgements of one unit that agree, pooled over units: many judgements weigh most.

    Artstein, R. and Poesio, M. (2008), Inter-coder agreement for computational linguistics, Computational Linguistics
    34(4), 555-596, page 563, for units with as many judgements each.
    """
    return _mean(study, weights, lambda judgements: judgements * (judgements - 1))


def percent_agreement_ratings(study: Study, weights: Weights = identity) -> Value:
    """The same mean with each unit weighing as many judgements as it has: one minus alpha's observed disagreement.

    Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
    """
    return _mean(study, weights, lambda judgements: judgements)


def pair_percent_agreement(table: Confusion) -> Value:
    """The share of the units which both reviewers of a pair judged that they gave the same label."""
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    return Fraction(sum(n for (a, b), n in table.items() if a == b), units)


def _mean(study: Study, weights: Weights, weight: Callable[[int], int]) -> Value:
    """The mean of the units' agreement, a unit with n judgements weighing `weight(n)`."""
    if isinstance(why := study.incomparable, Undefined):
        return why
    agreed, whole = Fraction(), 0
    for profile, units in study.pairable.items():
        share = units * weight(sum(profile))
        agreed, whole = agreed + share * agreeing(profile, weights), whole + share
    return agreed / whole


def agreeing(profile: Profile, weights: Weights) -> Fraction:
    judgements = sum(profile)
    return (weights(profile, profile) - judgements) / (judgements * (judgements - 1))
