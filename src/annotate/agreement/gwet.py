"""Gwet's AC1 and AC2: agreement beyond chance, where only judgements of hard units are left to chance."""

from fractions import Fraction

from annotate.agreement.fleiss import label_shares
from annotate.agreement.percent import percent_agreement
from annotate.agreement.study import Study
from annotate.agreement.undefined import ONE_DECLARED, Undefined, Value, beyond_chance
from annotate.agreement.weights import Weights, identity


def gwet_ac(study: Study, weights: Weights = identity) -> Value:
    """AC1, and with weights AC2; hardly moved by one label being frequent.

    At most 1. Declared labels count though nobody used them; a unit with one judgement counts for the frequencies
    alone. Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of high agreement,
    British Journal of Mathematical and Statistical Psychology 61(1), 29-48; AC2 and missing judgements: Gwet, K. L.
    (2014), Handbook of Inter-Rater Reliability, 4th ed.
    """
    observed = percent_agreement(study, weights)
    if isinstance(observed, Undefined):
        return observed
    labels = len(study.labels)
    if labels == 1:
        return ONE_DECLARED
    mixed = sum((share * (1 - share) for share in label_shares(study)), Fraction())
    every = [1] * labels
    return beyond_chance(observed, weights(every, every) * mixed / (labels * (labels - 1)), ONE_DECLARED)
