"""Calderon, N., Reichart, R. and Dror, R. (2025), The Alternative Annotator Test for LLM-as-a-Judge, ACL 2025.

The definitions are those of the paper and of its program; the cases are made up and counted by hand.
"""

from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import (
    EPSILON,
    Contest,
    Pattern,
    Undefined,
    alternative_test,
    contests,
    p_value,
    t_cdf,
    t_quantile,
)

HUMANS = ("h1", "h2", "h3")


def unit(*labels: str, model: str = "") -> Pattern:
    """Humans h1, h2, … and the model, each with his letter; a point is no judgement."""
    said = {f"h{place}": label for place, label in enumerate(labels, start=1) if label != "."}
    return tuple(sorted((said | ({"model": model} if model else {})).items()))


def test_who_is_more_like_the_remaining_humans_has_the_point_and_in_a_tie_both() -> None:
    found = contests(
        [
            (unit("a", "a", "b", model="a"), 2),  # h1 and the model alike; so h2; h3 like none of a, a: the model's
            (unit("a", "b", "b", model="c"), 1),  # h1: tie (neither like b, b); h2: his (half of a, b); h3: his
            (unit("a", "a", ".", model="b"), 1),  # his, for h1 and for h2
            (unit("a", ".", ".", model="a"), 1),  # there is nobody else to be like
            (unit("a", "a", "a"), 1),  # the model gave none
        ],
        "model",
        HUMANS,
        {},
    )
    assert found == {
        "h1": Contest(instances=4, model=3, human=4, sum=1, squares=1),
        "h2": Contest(instances=4, model=2, human=4, sum=2, squares=2),
        "h3": Contest(instances=3, model=2, human=1, sum=-1, squares=3),
    }


def test_on_a_scale_likeness_is_nearness_in_squares() -> None:
    scale = {"1": 1, "2": 2, "4": 4}
    # h1 left out: h2 and h3 are at 2 and 4. The model at 2 is 0 + 4 away, h1 at 4 is 4 + 0: a tie. The same for h3.
    found = contests([(unit("4", "2", "4", model="2"), 1)], "model", HUMANS, scale)
    assert found["h1"] == found["h3"] == Contest(1, 1, 1, 0, 0)
    # The model's 1 is farther from 4 and 4 than h2's 2, though neither is the same.
    found = contests([(unit("4", "2", "4", model="1"), 1)], "model", HUMANS, scale)
    assert found["h2"] == Contest(1, 0, 1, 1, 1)
    # What has no place on the scale is no label there.
    assert contests([(unit("4", "off", ".", model="4"), 1)], "model", HUMANS, scale) == {}


def test_p_is_that_of_the_paired_t_test() -> None:
    """Differences 0, 0, 1 with epsilon 1/3: their mean is epsilon, t = 0, p = 1/2.

    With epsilon 1: mean 1/3, variance 1/3, t = -(2/3)/(1/3) = -2 with two degrees of freedom: 1/2 - 2/(2 sqrt(6)).
    """
    contest = Contest(instances=3, model=2, human=3, sum=1, squares=1)
    assert p_value(contest, Fraction(1, 3)) == 0.5
    p = p_value(contest, Fraction(1))
    assert p is not None
    assert isclose(p, 0.5 - 1 / sqrt(6), rel_tol=1e-12)


def test_without_spread_p_is_certain() -> None:
    assert p_value(Contest(40, 40, 40, 0, 0), EPSILON) == 0.0
    assert p_value(Contest(40, 40, 40, 0, 0), Fraction()) == 1.0
    assert p_value(Contest(1, 1, 1, 0, 0), EPSILON) is None


def test_a_model_that_always_says_what_all_say_may_stand_in() -> None:
    found = contests([(unit("a", "a", "a", model="a"), 40)], "model", HUMANS, {})
    outcome = alternative_test(found)
    assert outcome.winning_rate == outcome.advantage == 1
    assert outcome.passes


def test_half_of_the_humans_are_enough_and_fewer_are_not() -> None:
    good, bad = Contest(40, 40, 40, 0, 0), Contest(40, 0, 40, 40, 40)
    half = alternative_test({"h1": good, "h2": good, "h3": bad, "h4": bad})
    assert (half.winning_rate, half.advantage, half.passes) == (Fraction(1, 2), Fraction(1, 2), True)
    third = alternative_test({"h1": good, "h2": bad, "h3": bad})
    assert (third.winning_rate, third.passes) == (Fraction(1, 3), False)


def test_two_humans_or_few_units_leave_the_outcome_in_doubt() -> None:
    good = Contest(40, 40, 40, 0, 0)
    two = alternative_test({"h1": good, "h2": good})
    assert two.winning_rate == 1
    assert not two.passes
    assert two.doubt == "the test asks for at least 3 humans, and the model met 2"
    few = alternative_test({"h1": good, "h2": good, "h3": Contest(29, 29, 29, 0, 0)})
    assert not few.passes
    assert few.doubt == "the t-test asks for at least 30 units a human, and one has 29"
    none = alternative_test({})
    assert isinstance(none.winning_rate, Undefined)
    assert not none.passes


def test_who_met_the_model_seldom_is_passed_over_where_three_others_did_not() -> None:
    good, seldom = Contest(40, 40, 40, 0, 0), Contest(5, 0, 5, 5, 5)
    outcome = alternative_test({"h1": good, "h2": good, "h3": good, "h4": seldom})
    assert outcome.winning_rate == 1
    assert outcome.passed_over == ("h4",)
    assert outcome.passes


BALLOTS = st.lists(
    st.dictionaries(st.sampled_from([*HUMANS, "model"]), st.sampled_from(["1", "2", "3"])), min_size=1, max_size=12
)


@given(BALLOTS, st.booleans())
def test_contests_are_what_the_scores_of_the_paper_say(ballots: list[dict[str, str]], by_distance: bool) -> None:
    """Scores as printed: the share of the same label, or minus the root mean square distance."""

    def score(label: str, rest: list[str]) -> Fraction:
        if by_distance:
            return -sum(((Fraction(label) - Fraction(other)) ** 2 for other in rest), Fraction()) / len(rest)
        return Fraction(sum(label == other for other in rest), len(rest))

    scale = {label: int(label) for label in "123"} if by_distance else {}
    found = contests([(tuple(sorted(ballot.items())), 1) for ballot in ballots], "model", HUMANS, scale)
    for human in HUMANS:
        points = []
        for ballot in ballots:
            rest = [label for who, label in ballot.items() if who not in (human, "model")]
            if {human, "model"} <= ballot.keys() and rest:
                model, own = score(ballot["model"], rest), score(ballot[human], rest)
                points.append((model >= own, own >= model))
        contest = found.get(human, Contest())
        assert contest.instances == len(points)
        assert contest.model == sum(model for model, _ in points)
        assert contest.human == sum(own for _, own in points)
        assert contest.sum == sum(own - model for model, own in points)


@pytest.mark.parametrize(
    ("freedom", "table"),
    [(1, 12.706205), (2, 4.302653), (5, 2.570582), (29, 2.045230), (120, 1.979930), (10_000, 1.960201)],
)
def test_students_t_is_that_of_the_tables(freedom: int, table: float) -> None:
    """The two-sided 5 % points as printed everywhere."""
    assert abs(t_quantile(0.975, freedom) - table) < 1e-6
    assert abs(t_cdf(-table, freedom) - 0.025) < 1e-7


@given(st.floats(-50, 50))
def test_students_t_of_two_degrees_of_freedom_is_in_closed_form(t: float) -> None:
    assert isclose(t_cdf(t, 2), 0.5 + t / (2 * sqrt(2 + t * t)), rel_tol=1e-9, abs_tol=1e-8)
