"""Benjamini, Y. and Yekutieli, D. (2001), The control of the false discovery rate in multiple testing under dependency.

On the fifteen p-values of Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate, section 4.1.
"""

from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import benjamini_yekutieli

FIFTEEN = (
    *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
    *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000),
)


def test_of_the_fifteen_the_first_three_are_rejected() -> None:
    """The harmonic sum of 15 is 3.318229: 0.0019 is below 3/15 · 0.05/3.318 = 0.0030, 0.0095 above 4/15 of it."""
    adjusted = benjamini_yekutieli(FIFTEEN)
    assert [p <= 0.05 for p in adjusted] == [True] * 3 + [False] * 12
    assert isclose(adjusted[0], 0.0001 * 15 * 3.3182289932)
    assert isclose(adjusted[2], 0.0019 * 15 / 3 * 3.3182289932)
    assert adjusted[-1] == 1.0


@given(st.lists(st.floats(0, 1), max_size=8), st.floats(0.001, 1))
def test_the_adjusted_values_reject_what_the_step_up_procedure_rejects(p_values: list[float], q: float) -> None:
    m = len(p_values)
    harmonic = sum(1 / rank for rank in range(1, m + 1))
    order = sorted(range(m), key=p_values.__getitem__)
    last = max((at for at, place in enumerate(order, 1) if p_values[place] * m * harmonic / at <= q), default=0)
    assert {place for place, p in enumerate(benjamini_yekutieli(p_values)) if p <= q} >= set(order[:last])
    if last < m:
        assert benjamini_yekutieli(p_values)[order[-1]] >= p_values[order[-1]] or not p_values[order[-1]]


def test_a_single_p_value_is_left_as_it_is() -> None:
    assert benjamini_yekutieli([0.03]) == (0.03,)
    assert benjamini_yekutieli([]) == ()
