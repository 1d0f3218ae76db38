"""The coefficient without each unit in turn."""

from fractions import Fraction
from math import isqrt, sqrt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.agreement.additives import LABELS, Ballot, counted, every_additive

from annotate.agreement import Additive, Undefined, alpha_at, identity, of_units
from annotate.agreement.additive import MOST_WORK, TOO_MUCH
from annotate.agreement.additive_profiles import agreement_by
from annotate.agreement.jackknife import influence, jackknife_se

BALLOTS = st.lists(
    st.dictionaries(st.sampled_from(["ada", "ben", "cy"]), st.sampled_from(LABELS), min_size=1), min_size=1, max_size=7
)


@given(BALLOTS)
@settings(max_examples=40, deadline=None)
def test_a_coefficient_and_each_of_its_influences_are_those_of_its_definition(ballots: list[Ballot]) -> None:
    study, without = counted(ballots), counted(ballots[1:])
    pattern = tuple(sorted(ballots[0].items()))
    for name, additive, defined in every_additive(study):
        assert not isinstance(additive, Undefined)
        whole, left = defined(study), defined(without)
        if not study.pairable or "cohen" in name or "scott" in name:
            continue
        assert _same(additive.value(additive.total), whole), name
        found = influence(additive)
        if isinstance(found, Undefined) or set(without.marginals) != set(study.marginals):
            continue
        assert not isinstance(whole, Undefined)
        assert found[additive.cell_of(pattern)] == whole - _number(left), name


@given(BALLOTS)
@settings(max_examples=25, deadline=None)
def test_a_pair_has_the_influences_of_its_table(ballots: list[Ballot]) -> None:
    study, without = counted(ballots), counted(ballots[1:])
    pattern = tuple(sorted(ballots[0].items()))
    for name, additive, defined in every_additive(study):
        if "cohen" in name or "scott" in name:
            assert not isinstance(additive, Undefined)
            assert _same(additive.value(additive.total), defined(study)), name
            found = influence(additive)
            if not isinstance(found, Undefined):
                assert found[additive.cell_of(pattern)] == _number(defined(study)) - _number(defined(without)), name


def test_a_mean_has_the_standard_error_of_a_mean() -> None:
    # Seven of ten units agree, so that the variance is .7 · .3 / 9.
    ballots = [{"ada": "1", "ben": "1"}] * 7 + [{"ada": "1", "ben": "2"}] * 3
    additive = of_units(counted(ballots), agreement_by(identity))
    found = influence(additive)
    assert not isinstance(found, Undefined)
    assert found[(2, 0, 0)] == Fraction(7, 10) - Fraction(6, 9)
    assert jackknife_se(additive, found) == pytest.approx(sqrt(0.7 * 0.3 / 9), rel=1e-14)


def test_a_unit_without_which_there_is_no_value_leaves_no_influence() -> None:
    ballots = [{"ada": "1", "ben": "1"}] * 5 + [{"ada": "1", "ben": "2"}]
    alpha = alpha_at(counted(ballots))
    assert not isinstance(alpha, Undefined)
    found = influence(alpha)
    assert isinstance(found, Undefined)
    assert found.reason.startswith(
        "without one of its units it would have no value (every judgement that can be compar"
    )


@given(st.lists(st.dictionaries(st.sampled_from(["ada", "ben"]), st.sampled_from(LABELS)), min_size=1, max_size=4))
@example([{}, {"ada": "1"}, {"ada": "2", "ben": "2"}])
@settings(max_examples=40, deadline=None)
def test_the_order_of_units_changes_no_reason(ballots: list[Ballot]) -> None:
    both = zip(every_additive(counted(ballots)), every_additive(counted(ballots[::-1])), strict=True)
    for (name, one, _), (_, other, _) in both:
        told = [influence(found) if isinstance(found, Additive) else found for found in (one, other)]
        assert told[0] == told[1], name


def test_more_labels_than_can_be_worked_out_are_refused_in_words() -> None:
    many = [str(place) for place in range(1 + isqrt(MOST_WORK))]
    study = counted([{"ada": "1", "ben": "2"}], labels=many)
    assert alpha_at(study, "ratio") == TOO_MUCH
    assert isinstance(alpha_at(study, "interval"), Additive)


def _same(found: object, defined: object) -> bool:
    return isinstance(found, Undefined) == isinstance(defined, Undefined) and (
        found == defined or isinstance(found, Undefined)
    )


def _number(value: object) -> Fraction:
    assert isinstance(value, Fraction)
    return value
