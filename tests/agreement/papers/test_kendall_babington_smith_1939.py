"""Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, on the data set "anxiety" of R's irr."""

from collections.abc import Callable

from annotate.agreement import ChiSquared, Complete, Undefined, Value, kendall_test, kendall_w

# Twenty subjects, three judges.
ANXIETY = """
    332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342
"""


def table(subjects: str) -> Complete:
    rows = [tuple(map(int, subject)) for subject in subjects.split()]
    return Complete({row: rows.count(row) for row in rows}, len(rows[0]))


def test_three_judges_of_anxiety_have_the_printed_concordance(printed: Callable[[Value, int], str]) -> None:
    # kendall(anxiety, TRUE) of irr prints Wt = 0.54 and chisq(19) = 30.8.
    assert printed(kendall_w(table(ANXIETY)), 10) == "0.5396568760"
    tested = kendall_test(table(ANXIETY))
    assert isinstance(tested, ChiSquared)
    assert (f"{float(tested.statistic):.1f}", tested.degrees, f"{tested.p:.4f}") == ("30.8", 19, "0.0429")


def test_the_same_order_is_one_and_orders_that_even_out_are_nothing() -> None:
    assert kendall_w(table("12 23 34")) == 1
    assert kendall_w(table("13 22 31")) == 0


def test_who_ties_all_units_orders_none() -> None:
    assert kendall_w(table("22 22")) == Undefined("no reviewer puts any unit before another (0/0)")
