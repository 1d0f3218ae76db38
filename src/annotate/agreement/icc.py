"""Intraclass correlations: the share of the spread of values that lies between units, not between reviewers."""

from collections.abc import Mapping
from fractions import Fraction

from annotate.agreement.complete import Complete
from annotate.agreement.undefined import Undefined, Value

NO_SPREAD = Undefined("the values do not spread, so that there is nothing to share out (0/0)")


def icc(table: Complete) -> Mapping[str, Value]:
    """The six forms, by name: icc1, icc2, icc3 of one reviewer's values, icc1k, icc2k, icc3k of the mean of all.

    At most 1. In icc1 each unit has reviewers of its own; in icc2 the reviewers are drawn from many, and how high each
    of them judges counts against him; in icc3 they are all there are, and it does not. Shrout, P. E. and Fleiss, J. L.
    (1979), Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86(2), 420-428.
    """
    k, n = table.reviewers, table.units
    between, within, judges, error = _mean_squares(table)
    return {
        "icc1": _over(between - within, between + (k - 1) * within),
        "icc2": _over(between - error, between + (k - 1) * error + k * (judges - error) / n),
        "icc3": _over(between - error, between + (k - 1) * error),
        "icc1k": _over(between - within, between),
        "icc2k": _over(between - error, between + (judges - error) / n),
        "icc3k": _over(between - error, between),
    }


def _mean_squares(table: Complete) -> tuple[Fraction, Fraction, Fraction, Fraction]:
    """Between units, within units, between reviewers, and what neither accounts for."""
    k, n = table.reviewers, table.units
    squares = sum(units * value * value for row, units in table.rows.items() for value in row)
    of_units = Fraction(sum(units * sum(row) ** 2 for row, units in table.rows.items()), k)
    columns = [sum(units * row[place] for row, units in table.rows.items()) for place in range(k)]
    of_judges, of_all = Fraction(sum(column**2 for column in columns), n), Fraction(sum(columns) ** 2, n * k)
    error = squares - of_units - of_judges + of_all
    return (
        (of_units - of_all) / (n - 1),
        (squares - of_units) / (n * (k - 1)),
        (of_judges - of_all) / (k - 1),
        error / ((n - 1) * (k - 1)),
    )


def _over(part: Fraction, whole: Fraction) -> Value:
    return part / whole if whole else NO_SPREAD
