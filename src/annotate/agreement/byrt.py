"""Prevalence and bias index: what in a pair's table holds kappa down, or lifts it."""

from fractions import Fraction

from annotate.agreement.study import Confusion
from annotate.agreement.undefined import NO_COMMON_UNIT, Value

# Byrt, T., Bishop, J. and Carlin, J. B. (1993), Bias, prevalence and kappa, Journal of Clinical Epidemiology 46(5),
# 423-429; for more than two labels each is one label against the rest.


def prevalence_index(table: Confusion, label: str) -> Value:
    """The share of units to which both gave the label less the share to which neither did; 0 is balance, in [-1, 1]."""
    both = table.get((label, label), 0)
    neither = sum(n for given, n in table.items() if label not in given)
    return _share(both - neither, table)


def bias_index(table: Confusion, label: str) -> Value:
    """How much oftener the first of the pair gave the label than the second, as a share of the units; in [-1, 1]."""
    more = sum(n * ((a == label) - (b == label)) for (a, b), n in table.items())
    return _share(more, table)


def _share(difference: int, table: Confusion) -> Value:
    units = sum(table.values())
    return Fraction(difference, units) if units else NO_COMMON_UNIT
