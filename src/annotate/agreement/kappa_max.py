"""The largest kappa that the label frequencies of a pair leave room for."""

from fractions import Fraction

from annotate.agreement.cohen import marginals
from annotate.agreement.study import Confusion, labels_of
from annotate.agreement.undefined import NO_COMMON_UNIT, Value, beyond_chance, certain


def kappa_max(table: Confusion) -> Value:
    """What Cohen's kappa would be if the two agreed as often as their own frequencies allow.

    At most 1, and 1 where both give each label as often. Cohen, J. (1960), A coefficient of agreement for nominal
    scales, Educational and Psychological Measurement 20(1), 37-46, page 42.
    """
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    labels = labels_of(table)
    first, second = marginals(table, labels)
    most = Fraction(sum(map(min, first, second)), units)
    expected = Fraction(sum(a * b for a, b in zip(first, second, strict=True)), units**2)
    return beyond_chance(most, expected, certain(labels, first))
