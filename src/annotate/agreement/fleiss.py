"""Fleiss' kappa: agreement beyond what one common set of label frequencies would give by chance."""

from fractions import Fraction

from annotate.agreement.percent import percent_agreement
from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined, Value, beyond_chance, certain
from annotate.agreement.weights import Weights, identity


def fleiss_kappa(study: Study, weights: Weights = identity) -> Value:
    """Kappa of many reviewers who need not be the same on every unit; for two with every vote it is Scott's pi.

    At most 1; 0 is what chance would give. A unit with one judgement counts for the frequencies alone. Fleiss, J. L.
    (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 378-382; Gwet, K. L.
    (2014), Handbook of Inter-Rater Reliability, 4th ed., for missing judgements and weights.
    """
    observed = percent_agreement(study, weights)
    if isinstance(observed, Undefined):
        return observed
    shares = label_shares(study)
    return beyond_chance(observed, weights(shares, shares), certain(study.labels, shares))


def label_shares(study: Study) -> tuple[Fraction, ...]:
    """For each label, the mean over all judged units of the share of the unit's judgements that gave it."""
    by_size: dict[int, list[int]] = {}
    for profile, units in study.histogram.items():
        sums = by_size.setdefault(sum(profile), [0] * len(profile))
        for label, count in enumerate(profile):
            if count:
                sums[label] += units * count
    judged = study.units
    sized = [(size, sums) for size, sums in by_size.items() if size]
    return tuple(
        sum((Fraction(sums[label], size) for size, sums in sized), Fraction()) / judged
        for label in range(len(study.labels))
    )
