"""Conger's kappa: Cohen's kappa for many reviewers, each with label frequencies of his own."""

from fractions import Fraction

from annotate.agreement.percent import percent_agreement
from annotate.agreement.study import Study
from annotate.agreement.undefined import NO_NAMES, Undefined, Value, beyond_chance, certain
from annotate.agreement.weights import Weights, identity


def conger_kappa(study: Study, weights: Weights = identity) -> Value:
    """Agreement by chance is the mean over all pairs of reviewers of what their own frequencies give.

    At most 1; for two with every vote it is Cohen's kappa. With missing judgements a reviewer's frequencies are those
    of all his judgements, and one who gave none leaves it undefined. Conger, A. J. (1980), Integration and
    generalization of kappas for multiple raters, Psychological Bulletin 88(2), 322-328; Gwet, K. L. (2014), Handbook of
    Inter-Rater Reliability, 4th ed., for missing judgements and weights.
    """
    observed = percent_agreement(study, weights)
    if isinstance(observed, Undefined):
        return observed
    if not study.marginals:
        return NO_NAMES
    idle = [reviewer for reviewer, counts in study.marginals.items() if not any(counts)]
    if idle:
        return Undefined(f'the reviewer "{min(idle)}" gave no judgement, and so has no label frequencies')
    return beyond_chance(observed, _expected(study, weights), certain(study.labels, study.label_counts))


def _expected(study: Study, weights: Weights) -> Fraction:
    """The mean of the chance agreements of all pairs, drawn from the sum of everybody's label frequencies."""
    shares = [[Fraction(count, sum(counts)) for count in counts] for counts in study.marginals.values()]
    whole = [sum(column) for column in zip(*shares, strict=True)]
    alone = sum((weights(own, own) for own in shares), Fraction())
    return (weights(whole, whole) - alone) / (len(shares) * (len(shares) - 1))
