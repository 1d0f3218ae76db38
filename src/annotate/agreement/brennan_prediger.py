"""Brennan and Prediger's coefficient: agreement beyond what picking any label with the same chance would give."""

from fractions import Fraction

from annotate.agreement.percent import percent_agreement
from annotate.agreement.study import Study
from annotate.agreement.undefined import ONE_DECLARED, Undefined, Value, beyond_chance
from annotate.agreement.weights import Weights, identity


def brennan_prediger(study: Study, weights: Weights = identity) -> Value:
    """Also known as S (Bennett, Alpert and Goldstein 1954), as free-marginal kappa, and for two labels as PABAK.

    At most 1. Every label of `Study.labels` could have been picked, so that declared ones count though nobody used
    them. Brennan, R. L. and Prediger, D. J. (1981), Coefficient kappa: some uses, misuses, and alternatives,
    Educational and Psychological Measurement 41(3), 687-699.
    """
    observed = percent_agreement(study, weights)
    if isinstance(observed, Undefined):
        return observed
    even = [Fraction(1, len(study.labels))] * len(study.labels)
    return beyond_chance(observed, weights(even, even), ONE_DECLARED)
