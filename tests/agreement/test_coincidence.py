"""Coincidences: the same alpha as from the study, and anew after a part was taken away."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import (
    Coincidences,
    Level,
    Profile,
    Study,
    Undefined,
    Value,
    gain,
    krippendorff_alpha,
    unit_costs,
)

LABELS = ("1", "2", "4")
HISTOGRAMS = st.dictionaries(st.tuples(*[st.integers(0, 3)] * 3), st.integers(1, 4), max_size=6)
LEVELS = pytest.mark.parametrize("level", ["nominal", "ordinal", "interval", "ratio"])


def study(histogram: dict[Profile, int], level: Level) -> Study:
    return Study("verdict", level, LABELS, histogram, {}, {})


def coincidences(histogram: dict[Profile, int], level: Level) -> Coincidences:
    found = Coincidences(LABELS, level)
    found.add(histogram)
    return found


def same(one: Value, other: Value) -> bool:
    return one == other or (isinstance(one, Undefined) and isinstance(other, Undefined))


@LEVELS
@given(histogram=HISTOGRAMS)
def test_alpha_is_that_of_the_study(level: Level, histogram: dict[Profile, int]) -> None:
    assert same(coincidences(histogram, level).alpha(), krippendorff_alpha(study(histogram, level), level))


@LEVELS
@given(histogram=HISTOGRAMS, gone=HISTOGRAMS)
def test_what_was_added_and_taken_away_again_leaves_no_trace(
    level: Level, histogram: dict[Profile, int], gone: dict[Profile, int]
) -> None:
    whole = coincidences(histogram, level)
    before = whole.alpha()
    whole.add(gone)
    assert same(whole.without(gone), before)
    whole.add(gone, -1)
    assert same(whole.alpha(), before)


@LEVELS
@given(histogram=HISTOGRAMS)
def test_a_unit_costs_what_alpha_gains_where_it_is_not_there(level: Level, histogram: dict[Profile, int]) -> None:
    whole = krippendorff_alpha(study(histogram, level), level)
    for profile, cost in unit_costs(histogram, coincidences(histogram, level)).items():
        rest = {**histogram, profile: histogram[profile] - 1}
        assert cost == gain(krippendorff_alpha(study(rest, level), level), whole)


def test_the_unit_on_which_two_differ_costs_what_is_counted_by_hand() -> None:
    """Units aa, aa, bb, ab: a 5, b 3, n = 8; disagreement 2/8 against 1 - (20 + 6)/56: alpha 1 - (1/4)(56/30) = 8/15.

    Without ab all agree: 1. Without aa: a 3, b 3, n = 6: 1 - (2/6)(30/18) = 4/9. Without bb: a 5, b 1: 1 - (2/6)(30/10)
    = 0.
    """
    histogram: dict[Profile, int] = {(2, 0): 2, (0, 2): 1, (1, 1): 1}
    whole = Coincidences(("a", "b"))
    whole.add(histogram)
    assert whole.alpha() == Fraction(8, 15)
    assert unit_costs(histogram, whole) == {
        (2, 0): Fraction(4, 9) - Fraction(8, 15),
        (0, 2): Fraction(-8, 15),
        (1, 1): Fraction(7, 15),
    }


def test_a_label_that_is_no_number_has_no_place_on_a_scale_of_numbers() -> None:
    found = Coincidences(("low", "2"), "interval")
    found.add({(1, 1): 2})
    assert found.alpha() == Undefined('the label "low" is no number')
