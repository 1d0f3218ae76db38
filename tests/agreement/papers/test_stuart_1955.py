"""Stuart, A. (1955), A test for homogeneity of the marginal distributions, Biometrika 42: vision of 7477 women."""

from collections.abc import Callable
from fractions import Fraction
from math import isclose

import pytest

from annotate.agreement import ChiSquared, Study, Undefined, bowker, stuart_maxwell

# Rows: the right eye, from the highest grade to the lowest; columns: the left eye.
EYES = [[1520, 266, 124, 66], [234, 1512, 432, 78], [117, 362, 1772, 205], [36, 82, 179, 492]]


def test_the_eyes_differ_in_grade(of_contingency: Callable[..., Study]) -> None:
    tested = stuart_maxwell(of_contingency("1 2 3 4", EYES).pairs["r0", "r1"])
    assert isinstance(tested, ChiSquared)
    assert (f"{float(tested.statistic):.3f}", tested.degrees) == ("11.957", 3)
    assert f"{tested.p:.4f}" == "0.0075"


def test_their_table_is_not_symmetric(of_contingency: Callable[..., Study]) -> None:
    tested = bowker(of_contingency("1 2 3 4", EYES).pairs["r0", "r1"])
    assert isinstance(tested, ChiSquared)
    assert (f"{float(tested.statistic):.3f}", tested.degrees) == ("19.107", 6)
    assert f"{tested.p:.4f}" == "0.0040"


def test_of_two_labels_both_are_mcnemars_test() -> None:
    # McNemar (1947): (b - c)² / (b + c), with one degree of freedom.
    table = {("a", "a"): 59, ("a", "b"): 6, ("b", "a"): 16, ("b", "b"): 80}
    assert bowker(table) == stuart_maxwell(table) == ChiSquared(Fraction(100, 22), 1)


def test_labels_on_which_the_two_never_differ_are_no_degree_of_freedom() -> None:
    table = {("a", "b"): 3, ("b", "a"): 1, ("c", "c"): 7}
    apart = {("a", "b"): 3, ("b", "a"): 1}
    assert bowker(table) == bowker(apart)
    assert stuart_maxwell(table) == stuart_maxwell(apart)


def test_labels_mixed_up_in_two_groups_are_tested_in_each() -> None:
    one, other = {("a", "b"): 3, ("b", "a"): 1}, {("c", "d"): 5}
    found = [stuart_maxwell(table) for table in (one, other, one | other)]
    statistics = [test.statistic for test in found if isinstance(test, ChiSquared)]
    assert statistics[2] == statistics[0] + statistics[1] == 1 + 5


@pytest.mark.parametrize("tested", [bowker, stuart_maxwell])
def test_without_a_difference_there_is_no_direction(tested: Callable[..., object]) -> None:
    assert tested({("a", "a"): 3}) == Undefined("the two never differ, so that there is no direction to look for")
    assert tested({}) == Undefined("the two reviewers have no unit in common")


@pytest.mark.parametrize(
    ("statistic", "degrees", "p"),
    # Abramowitz and Stegun (1964), table 26.8: upper percentage points.
    [
        (3.84146, 1, 0.05),
        (5.99146, 2, 0.05),
        (7.81473, 3, 0.05),
        (9.48773, 4, 0.05),
        (36.1909, 19, 0.01),
        (0.0, 5, 1.0),
    ],
)
def test_the_tail_of_chi_squared_is_the_table(statistic: float, degrees: int, p: float) -> None:
    assert isclose(ChiSquared(Fraction(statistic), degrees).p, p, rel_tol=1e-4)
