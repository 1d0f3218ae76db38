"""Two coefficients of the same units, compared in pairs."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from annotate.agreement import Additive, Interval, Study, Tally, Undefined, alpha_at, compare, intervals, kappa_of_pair


def study(documents: int) -> Study:
    """Two people and a model, who sees the truth less often, on the same 300 units."""
    rnd, tally = Random(documents), Tally()
    for place in range(300):
        true = rnd.choice("abc")
        sees = (("ada", 0.85), ("ben", 0.85), ("model", 0.6))
        given = {who: true if rnd.random() < often else rnd.choice("abc") for who, often in sees}
        tally.add(given, 1, f"d{place % documents}" if documents else "")
    return tally.study("verdict")


def kappa(whole: Study, a: str, b: str) -> Additive:
    found = kappa_of_pair(whole.pairs[a, b], (a, b), whole.labels)
    assert isinstance(found, Additive)
    return found


@pytest.mark.parametrize("documents", [0, 30])
def test_the_difference_is_exact_and_its_interval_is_that_of_the_same_units(documents: int) -> None:
    whole = study(documents)
    people, model = kappa(whole, "ada", "ben"), kappa(whole, "ada", "model")
    apart, found = compare(people, model, whole)
    assert isinstance(found, Interval)
    first, second = people.value(people.total), model.value(model.total)
    assert isinstance(first, Fraction)
    assert isinstance(second, Fraction)
    assert apart == first - second
    assert 0 < found.low < first - second < found.high
    assert found.clusters == (documents or None)


def test_of_the_same_units_a_difference_is_steadier_than_its_parts_would_be_apart() -> None:
    whole = study(0)
    people, model = kappa(whole, "ada", "ben"), kappa(whole, "ada", "model")
    _, found = compare(people, model, whole)
    each = intervals({"people": people, "model": model}, whole)
    errors = [one.se for one in (found, *each.values()) if isinstance(one, Interval) and one.se]
    assert len(errors) == 3
    assert errors[0] ** 2 < errors[1] ** 2 + errors[2] ** 2


def test_a_coefficient_does_not_differ_from_itself() -> None:
    whole = study(0)
    alpha = alpha_at(whole)
    assert isinstance(alpha, Additive)
    apart, found = compare(alpha, alpha, whole)
    assert apart == 0
    assert isinstance(found, Undefined)


def test_against_a_coefficient_without_a_value_there_is_no_difference() -> None:
    whole = study(0)
    people = kappa(whole, "ada", "ben")
    none = replace(people, value=lambda sums: Undefined("there is none"))
    assert compare(people, none, whole) == (Undefined("there is none"), Undefined("there is none"))
