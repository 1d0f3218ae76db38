"""Cohen's kappa: the agreement of two reviewers beyond what their own habits would give by chance."""

from collections import Counter
from fractions import Fraction

from annotate.agreement.study import Confusion
from annotate.agreement.undefined import NO_COMMON_UNIT, Value, one_label


def cohen_kappa(table: Confusion) -> Value:
    """Kappa of one pair of reviewers, over the units that both judged.

    In [-1, 1]; 0 is what chance would give if each reviewer kept his own label frequencies. Cohen, J. (1960), A
    coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 37-46.
    """
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    first, second = _marginals(table)
    observed = Fraction(sum(n for (a, b), n in table.items() if a == b), units)
    expected = Fraction(sum(n * second[label] for label, n in first.items()), units * units)
    if expected == 1:
        return one_label(next(iter(first)))
    return (observed - expected) / (1 - expected)


def _marginals(table: Confusion) -> tuple[Counter[str], Counter[str]]:
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (a, b), n in table.items():
        first[a] += n
        second[b] += n
    return first, second
