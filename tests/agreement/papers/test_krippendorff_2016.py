"""Krippendorff, Mathet, Bouvry and Widlöcher (2016), On the reliability of unitizing textual continua, Q&Q 50(6).

The print was not at hand. The two examples are those of lindanna/unitized_alpha, a program after the paper: to the
first's printed output (.474, .433, .779, .769, .787) these fractions round. Its cu-alpha and (k)u-alpha for three
observers rest on that one program: another, after section 12.6 of Krippendorff (2019), takes the pairs within a unit
from all others together rather than from each, and gives other figures. For two observers both are the same, and only
those are reported.
"""

from fractions import Fraction

import pytest

from annotate.agreement import (
    LengthCoincidences,
    Undefined,
    Unit,
    coincidences,
    cu_alpha,
    cu_coverage,
    in_one_row,
    ku_alpha,
    ku_coverage,
    u_alpha,
    u_alpha_binary,
)


def of(length: int, *observers: list[tuple[int, int, str]]) -> LengthCoincidences:
    rows = [in_one_row(Unit(*unit) for unit in units) for units in observers]
    return coincidences(length, [row for row in rows if row is not None])


@pytest.fixture
def first() -> LengthCoincidences:
    """A continuum of 20 and three observers."""
    return of(
        20,
        [(2, 5, "1"), (9, 11, "1"), (12, 20, "2")],
        [(2, 5, "1"), (7, 15, "2")],
        [(2, 5, "1"), (10, 15, "2")],
    )


@pytest.fixture
def second() -> LengthCoincidences:
    """A continuum of 60, most of it a gap."""
    return of(
        60,
        [(2, 5, "1")],
        [(2, 5, "1"), (10, 20, "2")],
        [(2, 5, "2"), (15, 20, "2")],
    )


def test_the_first_example(first: LengthCoincidences) -> None:
    assert u_alpha(first) == Fraction(109, 230)
    assert u_alpha_binary(first) == Fraction(277, 640)
    assert (cu_alpha(first), cu_coverage(first)) == (Fraction(627, 805), Fraction(23, 60))
    assert (ku_alpha(first, "1"), ku_coverage(first, "1")) == (Fraction(2827, 3675), Fraction(21, 22))
    assert (ku_alpha(first, "2"), ku_coverage(first, "2")) == (Fraction(3443, 4375), Fraction(25, 42))


def test_the_second_example(second: LengthCoincidences) -> None:
    assert u_alpha(second) == Fraction(69041, 173340)
    assert u_alpha_binary(second) == Fraction(8825, 16848)
    assert (cu_alpha(second), cu_coverage(second)) == (Fraction(5, 14), Fraction(7, 90))
    assert (ku_alpha(second, "1"), ku_coverage(second, "1")) == (Fraction(5, 16), Fraction(1))
    assert (ku_alpha(second, "2"), ku_coverage(second, "2")) == (Fraction(25, 64), Fraction(4, 9))


def test_two_observers_by_hand() -> None:
    """A continuum of 10; one marks [0, 4) as x, the other [2, 6) as y.

    Lengths: x 4, y 4, gaps 6 + 6 = 12, in all 20. Alike: only the gap they share, [6, 10), twice 4 = 8. So observed
    20 - 8 = 12. Pairs within units: 16 + 16, within gaps 12, together 44. Expected: (400 - 16 - 16 - 144) · 20 /
    (400 - 44) = 1120/89; u-alpha = 1 - 12 · 89/1120 = 13/280. In the overlap [2, 4) no code is alike: each has 2 of
    4, and pairs within units 4 + 4 = 8: expected (16 - 8) · 4 / (16 - 8) = 4, observed 4; cu-alpha = 0.
    """
    found = of(10, [(0, 4, "x")], [(2, 6, "y")])
    assert u_alpha(found) == Fraction(13, 280)
    assert cu_alpha(found) == 0


def test_there_is_no_value_where_nothing_was_to_be_told_apart() -> None:
    nothing = of(10, [], [])
    assert isinstance(u_alpha(nothing), Undefined)
    assert isinstance(u_alpha_binary(nothing), Undefined)
    assert cu_alpha(nothing) == Undefined("no two units of different reviewers overlap")
    assert isinstance(cu_alpha(of(10, [(0, 3, "x")], [(0, 3, "x")])), Undefined)
    assert isinstance(ku_alpha(of(10, [(0, 3, "x")], [(5, 8, "y")]), "x"), Undefined)
