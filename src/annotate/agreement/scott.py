"""Scott's pi: the agreement of two reviewers beyond what their common label frequencies would give by chance."""

from collections.abc import Sequence
from fractions import Fraction

from annotate.agreement.cohen import marginals, observed_agreement
from annotate.agreement.study import Confusion, labels_of
from annotate.agreement.undefined import NO_COMMON_UNIT, Value, beyond_chance, certain
from annotate.agreement.weights import Weights, identity


def scott_pi(table: Confusion, weights: Weights = identity, labels: Sequence[str] = ()) -> Value:
    """Pi of one pair of reviewers, over the units that both judged; `labels` as for Cohen's kappa.

    In [-1, 1]; 0 is what chance would give if both drew from the same frequencies. Scott, W. A. (1955), Reliability of
    content analysis: the case of nominal scale coding, Public Opinion Quarterly 19(3), 321-325.
    """
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    order = labels or labels_of(table)
    first, second = marginals(table, order)
    shares = [Fraction(a + b, 2 * units) for a, b in zip(first, second, strict=True)]
    return beyond_chance(observed_agreement(table, weights, order), weights(shares, shares), certain(order, shares))
