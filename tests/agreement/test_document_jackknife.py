"""The jackknife over documents."""

from fractions import Fraction

import pytest

from annotate.agreement import Ends, Undefined, document_jackknife


def test_the_interval_of_a_mean_is_students() -> None:
    """Means of 1/6 to 5/6: value 1/2, standard deviation √(10/144), over √5; t of 4 degrees 2.776445."""
    parts = [Fraction(place, 6) for place in (1, 2, 3, 4, 5)]
    without = [(sum(parts) - part) / 4 for part in parts]
    found = document_jackknife(Fraction(1, 2), without, 5)
    assert isinstance(found, Ends)
    half = 2.776445105198 * (10 / 144 / 5) ** 0.5
    assert abs(found.low - (0.5 - half)) < 1e-9
    assert abs(found.high - (0.5 + half)) < 1e-9


def test_a_document_without_a_say_changes_nothing() -> None:
    with_a_say: list[Fraction | Undefined] = [Fraction(place, 10) for place in (3, 4, 5, 6, 7)]
    half = Fraction(1, 2)
    assert document_jackknife(half, [*with_a_say, half], 5) == document_jackknife(half, with_a_say, 5)


def test_the_order_of_documents_changes_no_digit() -> None:
    without = [Fraction(place, 97) for place in range(40, 60)]
    assert document_jackknife(Fraction(1, 2), without, 20) == document_jackknife(Fraction(1, 2), without[::-1], 20)


def test_ends_stay_where_a_value_can_be() -> None:
    found = document_jackknife(Fraction(9, 10), [Fraction(1, 2), *[Fraction(1)] * 4], 5, floor=0.0)
    assert found == Ends(0.0, 1.0)


@pytest.mark.parametrize(
    ("value", "without", "why"),
    [
        (Undefined("nothing"), [], "there is no value"),
        (Fraction(1, 2), [Fraction(1, 2)], "one document holds all"),
        (Fraction(1, 2), [Fraction(place, 10) for place in (3, 4, 6, 7)], "only 4 documents hold all"),
        (Fraction(1, 2), [Fraction(1, 2)] * 5, "the same without any one"),
        (Fraction(1, 2), [Fraction(1, 3)] * 4 + [Undefined("nothing")], "without one of the documents"),
    ],
)
def test_where_there_is_none_it_says_why(
    value: Fraction | Undefined, without: list[Fraction | Undefined], why: str
) -> None:
    found = document_jackknife(value, without, len(without))
    assert isinstance(found, Undefined)
    assert why in found.reason
