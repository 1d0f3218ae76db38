"""Cohen's kappa: the agreement of two reviewers beyond what their own habits would give by chance."""

from collections.abc import Sequence
from fractions import Fraction

from annotate.agreement.study import Confusion, Profile, labels_of
from annotate.agreement.undefined import NO_COMMON_UNIT, Value, beyond_chance, certain
from annotate.agreement.weights import Weights, identity


def cohen_kappa(table: Confusion, weights: Weights = identity, labels: Sequence[str] = ()) -> Value:
    """Kappa of one pair of reviewers, over the units that both judged.

    In [-1, 1]; 0 is what chance would give if each reviewer kept his own label frequencies. `labels` is the order that
    the weights speak of; identity needs none. Cohen, J. (1960), A coefficient of agreement for nominal scales,
    Educational and Psychological Measurement 20(1), 37-46; Cohen, J. (1968), Weighted kappa: nominal scale agreement
    with provision for scaled disagreement or partial credit, Psychological Bulletin 70(4), 213-220.
    """
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    order = labels or labels_of(table)
    first, second = marginals(table, order)
    expected = weights(first, second) / (units * units)
    return beyond_chance(observed_agreement(table, weights, order), expected, certain(order, first))


def marginals(table: Confusion, labels: Sequence[str]) -> tuple[Profile, Profile]:
    """How often either reviewer gave each of the labels."""
    first, second = dict.fromkeys(labels, 0), dict.fromkeys(labels, 0)
    for (a, b), n in table.items():
        first[a] += n
        second[b] += n
    return tuple(first.values()), tuple(second.values())


def observed_agreement(table: Confusion, weights: Weights, labels: Sequence[str]) -> Fraction:
    """The mean, over the units, of the weight of the two labels; the table must hold a unit."""
    if weights is identity:  # also what the sum below would give, and much quicker with many labels
        return Fraction(sum(n for (a, b), n in table.items() if a == b), sum(table.values()))
    rows: dict[str, dict[str, int]] = {}
    for (a, b), n in table.items():
        rows.setdefault(a, dict.fromkeys(labels, 0))[b] += n
    agreed = (weights([int(label == a) for label in labels], list(row.values())) for a, row in rows.items())
    return sum(agreed, Fraction()) / sum(table.values())
