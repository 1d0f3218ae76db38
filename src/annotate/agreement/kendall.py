"""Kendall's coefficient of concordance: how far reviewers put units in the same order."""

from collections import Counter
from fractions import Fraction
from itertools import accumulate

from annotate.agreement.chi_square import ChiSquared
from annotate.agreement.complete import Complete
from annotate.agreement.undefined import Undefined, Value

ALL_TIED = Undefined("no reviewer puts any unit before another (0/0)")


def kendall_w(table: Complete) -> Value:
    """W, corrected for ties: 1 where all put the units in the same order, 0 where their ranks even out.

    Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics 10(3),
    275-287; Kendall, M. G. (1948), Rank Correlation Methods, for ties.
    """
    m, n = table.reviewers, table.units
    ranks, ties = zip(*(_ranks(table, place) for place in range(m)), strict=True)
    squares = sum(units * _doubled(row, ranks) ** 2 for row, units in table.rows.items())
    # Twice the rank sums, so that their squares are fourfold.
    spread = 3 * squares - 3 * m**2 * n * (n + 1) ** 2
    whole = m**2 * n * (n**2 - 1) - m * sum(ties)
    return Fraction(spread, whole) if whole else ALL_TIED


def kendall_test(table: Complete) -> ChiSquared | Undefined:
    """Whether W is above what ranks at random would give, by chi-squared with one degree less than there are units."""
    w = kendall_w(table)
    return w if isinstance(w, Undefined) else ChiSquared(table.reviewers * (table.units - 1) * w, table.units - 1)


def _ranks(table: Complete, place: int) -> tuple[dict[int, int], int]:
    """Twice the mid-rank of each value that this reviewer gave, and t³ - t summed over his ties."""
    counts: Counter[int] = Counter()
    for row, units in table.rows.items():
        counts[row[place]] += units
    order = sorted(counts)
    upto = accumulate(counts[value] for value in order)
    ranks = {value: 2 * ended - counts[value] + 1 for value, ended in zip(order, upto, strict=True)}
    return ranks, sum(count**3 - count for count in counts.values())


def _doubled(row: tuple[int, ...], ranks: tuple[dict[int, int], ...]) -> int:
    return sum(own[value] for own, value in zip(ranks, row, strict=True))
