"""Light's kappa: the mean of Cohen's kappas of all pairs of reviewers."""

from collections.abc import Sequence
from fractions import Fraction

from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.study import Study
from annotate.agreement.undefined import NO_NAMES, Undefined, Value
from annotate.agreement.weights import Weights, identity

PAIR_WITHOUT = Undefined("agreement by chance is certain for two of the reviewers, who so have no kappa (0/0)")


def light_kappa(study: Study, weights: Weights = identity) -> Value:
    """The mean over the pairs that have a unit in common; undefined where the kappa of one of these pairs is.

    In [-1, 1]. Light, R. J. (1971), Measures of response agreement for qualitative data: some generalizations and
    alternatives, Psychological Bulletin 76(5), 365-377.
    """
    if isinstance(why := study.incomparable, Undefined):
        return why
    if not study.pairs:
        return NO_NAMES
    return _mean([cohen_kappa(table, weights, study.labels) for table in study.pairs.values()])


def _mean(kappas: Sequence[Value]) -> Value:
    total = Fraction()
    for kappa in kappas:
        if isinstance(kappa, Undefined):
            return PAIR_WITHOUT
        total += kappa
    return total / len(kappas)
