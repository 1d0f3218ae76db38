"""What must hold of spans, whatever was marked."""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotate.agreement import (
    Continuum,
    Meeting,
    Undefined,
    Unit,
    Value,
    coincidences,
    in_one_row,
    of_label,
    of_spans,
    shares,
    together,
    u_alpha,
)

Marked = dict[str, list[tuple[int, int, str]]]

LENGTH = 30


@st.composite
def rows(draw: st.DrawFn, labels: str = "xy") -> list[tuple[int, int, str]]:
    """Spans of one reviewer that do not overlap, none of them at the ends."""
    cuts = sorted(draw(st.sets(st.integers(2, LENGTH - 2), max_size=6)))
    return [(a, b, draw(st.sampled_from(labels))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]


MARKED = st.dictionaries(st.sampled_from(["ada", "ben", "cy"]), rows(), min_size=2)
SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 6), st.sampled_from("xy")), max_size=4)
"""Any spans, also such as overlap: start, length, label."""


def values(*marked: Marked, length: int = LENGTH) -> dict[str, Value]:
    return of_spans(together(Meeting.of(Continuum.of(length, one)) for one in marked))


def shifted(marked: Marked, by: int) -> Marked:
    return {who: [(start + by, end + by, label) for start, end, label in units] for who, units in marked.items()}


@given(MARKED, st.sampled_from([-2, -1, 1, 2]))
def test_it_does_not_matter_where_in_the_text_all_of_it_stands(marked: Marked, by: int) -> None:
    assert values(shifted(marked, by)) == values(marked)


@given(MARKED)
def test_reviewers_may_change_names_and_labels_may_be_called_otherwise(marked: Marked) -> None:
    renamed = {{"ada": "zoe", "ben": "ada", "cy": "ben"}[who]: units for who, units in marked.items()}
    called = {who: [(a, b, label.replace("x", "z")) for a, b, label in units] for who, units in marked.items()}
    assert values(renamed) == values(called) == values(marked)


@given(MARKED, MARKED)
def test_two_documents_are_as_good_as_one_after_the_other(first: Marked, second: Marked) -> None:
    """Cut where nobody marked anything, for the readers of both."""
    second = {who: second.get(who, []) for who in first}
    whole = {who: [*first[who], *shifted(second, LENGTH)[who]] for who in first}
    assert values(whole, length=2 * LENGTH) == values(first, second)


@given(MARKED)
def test_those_who_mark_the_same_agree_wholly(marked: Marked) -> None:
    one = next(iter(marked.values()))
    found = values({"ada": one, "ben": one})
    del found["cu_coverage"]
    assert {value for value in found.values() if isinstance(value, Fraction)} <= {Fraction(1)}
    assert (found["f1_exact"] == 1) is bool(one)


@given(SPANS, SPANS)
@example([(0, 6, "x"), (1, 2, "x")], [(1, 2, "x"), (4, 1, "x")])
def test_as_many_spans_are_paired_as_can_be(
    ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]]
) -> None:
    """Against every way of pairing them."""
    first, second = ({Unit(start, start + size, "") for start, size, _ in spans} for spans in (ours, theirs))
    few, many = sorted((sorted(first), sorted(second)), key=len)
    best = max(
        (
            sum(one.start < other.end and other.start < one.end for one, other in zip(few, chosen, strict=True))
            for chosen in permutations(many, len(few))
        ),
        default=0,
    )
    assert shares(list(first), list(second))["partial", None].both == best


@given(SPANS, SPANS)
def test_characters_are_counted_once_however_many_spans_hold_them(
    ours: list[tuple[int, int, str]], theirs: list[tuple[int, int, str]]
) -> None:
    first, second = ([Unit(start, start + size, label) for start, size, label in spans] for spans in (ours, theirs))
    held = [{place for unit in units for place in range(unit.start, unit.end)} for units in (first, second)]
    assert shares(first, second)["character", None] == (len(held[0] & held[1]), len(held[0]), len(held[1]))


@settings(max_examples=40)
@given(MARKED)
def test_u_alpha_is_that_of_its_definition_point_by_point(marked: Marked) -> None:
    """Every ordered pair of points of two reviewers at one place, against every pair of points of no one unit."""
    continuum = Continuum.of(LENGTH, marked)
    found = [in_one_row(units) or () for units in continuum.units.values()]
    points = [
        (who, place, next((unit for unit in row if unit.start <= place < unit.end), None))
        for who, row in enumerate(found)
        for place in range(LENGTH)
    ]
    value_of = {(who, place): unit.label if unit else "" for who, place, unit in points}
    pairs = [
        (value_of[a, place], value_of[b, place])
        for a, b in combinations(range(len(found)), 2)
        for place in range(LENGTH)
    ]
    observed = Fraction(sum(a != b for a, b in pairs), len(pairs))
    apart = apiece = 0
    for one in points:
        for other in points:
            is_one_unit = one is other or (one[0] == other[0] and one[2] is not None and one[2] is other[2])
            apiece += not is_one_unit
            apart += value_of[one[:2]] != value_of[other[:2]]
    expected = Fraction(apart, apiece)
    assert u_alpha(coincidences(LENGTH, found)) == (1 - observed / expected if expected else Undefined(NO_CHOICE))


NO_CHOICE = "all that was read is alike, so that agreement by chance is certain (0/0)"


@pytest.mark.parametrize(("start", "end", "label"), [(3, 3, "x"), (5, 4, "x"), (-1, 2, "x"), (5, 11, "x"), (1, 2, "")])
def test_what_is_no_span_of_the_text_is_refused(start: int, end: int, label: str) -> None:
    with pytest.raises(ValueError, match="'ada' marked"):
        Continuum.of(10, {"ada": [(start, end, label)], "ben": []})


def test_the_same_span_twice_is_one_and_spans_of_one_label_that_overlap_are_one_stretch() -> None:
    once = values({"ada": [(2, 8, "x")], "ben": [(2, 8, "x")]})
    assert values({"ada": [(2, 8, "x"), (2, 8, "x")], "ben": [(2, 8, "x")]}) == once
    nested = values({"ada": [(2, 8, "x"), (4, 6, "x")], "ben": [(2, 8, "x")]})
    assert nested["u_alpha"] == once["u_alpha"] == 1
    assert nested["f1_exact"] == Fraction(2, 3)


def test_spans_that_only_touch_stay_two() -> None:
    two = [Unit(2, 5, "x"), Unit(5, 8, "x")]
    assert in_one_row(two) == tuple(two)
    assert values({"ada": [(2, 5, "x"), (5, 8, "x")], "ben": []}) != values({"ada": [(2, 8, "x")], "ben": []})


def test_spans_of_different_labels_that_overlap_are_layers_of_their_own() -> None:
    """No text can be both; each label against all else still has its alpha, and these are joined."""
    marked: Marked = {"ada": [(2, 8, "x"), (6, 10, "y")], "ben": [(2, 8, "x")]}
    found = values(marked)
    assert isinstance(found["u_alpha"], Undefined)
    assert isinstance(found["cu_alpha"], Undefined)
    meeting = Meeting.of(Continuum.of(LENGTH, marked))
    assert of_label(meeting, "x")["u_alpha_binary"] == 1
    # y: 4 of 60 points, all against gaps: observed 8; expected (3600 - 3136 - 16) · 60 / (3600 - 56 - 16) = 160/21.
    # x: expected (3600 - 2304 - 144) · 60 / (3600 - 48 - 72) = 576/29.
    assert of_label(meeting, "y")["u_alpha_binary"] == 1 - Fraction(8) / Fraction(160, 21)
    assert isinstance(of_label(meeting, "x")["ku_coverage"], Undefined)
    assert found["u_alpha_layers"] == 1 - 8 / (Fraction(576, 29) + Fraction(160, 21))


def test_three_readers_have_no_cu_alpha_where_the_sources_differ() -> None:
    marked: Marked = {"ada": [(2, 8, "x"), (9, 12, "y")], "ben": [(2, 8, "y"), (9, 12, "y")]}
    assert isinstance(values(marked)["cu_alpha"], Fraction)
    assert values(marked)["cu_coverage"] == Fraction(9, 30)
    three = values(marked | {"cy": [(2, 8, "x")]})
    assert isinstance(three["cu_alpha"], Undefined)
    assert three["cu_coverage"] == Fraction(6 * 3 + 3 * 2 // 2, 90)


@given(st.lists(MARKED, min_size=2, max_size=3))
def test_a_document_can_be_taken_out_again(several: list[Marked]) -> None:
    met = [Meeting.of(Continuum.of(LENGTH, marked)) for marked in several]
    check: Callable[[Meeting], dict[str, Value]] = of_spans
    assert check(together(met).plus(met[0], -1)) == check(together(met[1:]))
