"""Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70(4), on the proportions of Cohen 1960, page 45."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from annotate.agreement import Study, Weights, by_table, cohen_kappa, identity, linear, quadratic

TABLE = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("weights", "kappa"),
    [(linear([1, 2, 3]), Fraction(9, 19)), (quadratic([1, 2, 3]), Fraction(5, 11)), (identity, Fraction(29, 59))],
    ids=["linear", "quadratic", "identity"],
)
def test_weights_by_order_give_partial_credit(
    of_contingency: Callable[..., Study], weights: Weights, kappa: Fraction
) -> None:
    study = of_contingency("1 2 3", TABLE)
    assert cohen_kappa(study.pairs["r0", "r1"], weights, study.labels) == kappa


def test_any_table_of_weights_will_do(of_contingency: Callable[..., Study]) -> None:
    study = of_contingency("1 2 3", TABLE)
    pair = study.pairs["r0", "r1"]
    steps = by_table([[1, HALF, 0], [HALF, 1, HALF], [0, HALF, 1]])
    assert cohen_kappa(pair, steps, study.labels) == cohen_kappa(pair, linear([1, 2, 3]), study.labels)
