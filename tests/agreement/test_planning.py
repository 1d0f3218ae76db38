"""How many more it takes."""

from math import sqrt

import pytest

from annotate.agreement import Interval, needed
from annotate.agreement.student import t_quantile


@pytest.mark.parametrize("half_width", [0.3, 0.1, 0.05, 0.01])
@pytest.mark.parametrize("clusters", [None, 25])
def test_with_so_many_the_interval_is_as_wide_and_with_one_fewer_it_is_wider(
    half_width: float, clusters: int | None
) -> None:
    interval = Interval(0.4, 0.6, 0.95, "cluster" if clusters else "jackknife", 0.05, clusters)
    found = needed(interval, 400, half_width)
    assert found is not None
    assert (found.now, found.by_document) == ((25, True) if clusters else (400, False))

    def half(number: int) -> float:
        return 0.05 * sqrt(found.now / number) * t_quantile(0.975, number - 1)

    assert half(found.whole) <= half_width
    assert found.whole == 2 or half(found.whole - 1) > half_width


def test_half_the_width_takes_four_times_as_many() -> None:
    interval = Interval(0.4, 0.6, 0.95, "jackknife", 0.05)
    one, two = needed(interval, 1000, 0.02), needed(interval, 1000, 0.01)
    assert one is not None
    assert two is not None
    assert two.whole / one.whole == pytest.approx(4, rel=1e-3)
    assert one.more == one.whole - 1000


def test_where_there_are_enough_none_are_missing() -> None:
    found = needed(Interval(0.4, 0.6, 0.95, "jackknife", 0.01), 400, 0.1)
    assert found is not None
    assert found.more == 0
    assert found.whole < 400


def test_a_method_without_an_error_says_nothing() -> None:
    assert needed(Interval(0.4, 0.6, 0.95, "bca"), 400, 0.1) is None
