"""p-values corrected for having asked many times."""

from collections.abc import Sequence
from itertools import accumulate


def benjamini_yekutieli(p_values: Sequence[float]) -> tuple[float, ...]:
    """The adjusted p-values, in the order given: rejecting those up to q keeps the false discovery rate at q or below.

    It holds under any dependence of the tests. Benjamini, Y. and Yekutieli, D. (2001), The control of the false
    discovery rate in multiple testing under dependency, Annals of Statistics 29(4), 1165-1188.
    """
    m = len(p_values)
    harmonic = sum(1 / rank for rank in range(1, m + 1))
    falling = sorted(range(m), key=lambda place: -p_values[place])
    scaled = (min(1.0, p_values[place] * m * harmonic / (m - at)) for at, place in enumerate(falling))
    adjusted = dict(zip(falling, accumulate(scaled, min), strict=True))
    return tuple(adjusted[place] for place in range(m))
