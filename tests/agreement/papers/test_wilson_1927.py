"""Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference.

Figures of Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17,
857-872, table I, method 3.
"""

import pytest

from annotate.agreement import wilson


@pytest.mark.parametrize(
    ("hits", "tries", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)
def test_the_intervals_are_those_printed(hits: int, tries: int, low: str, high: str) -> None:
    assert tuple(f"{end:.4f}" for end in wilson(hits, tries)) == (low, high)


def test_the_interval_of_all_is_that_of_none_turned_round() -> None:
    low, high = wilson(20, 20)
    assert high == 1.0
    assert abs(low - (1 - wilson(0, 20)[1])) < 1e-12
