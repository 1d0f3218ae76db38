"""The interval of a share of independent trials."""

from math import sqrt
from statistics import NormalDist


def wilson(hits: int, tries: int, confidence: float = 0.95) -> tuple[float, float]:
    """The score interval of hits / tries, within [0, 1]; `tries` is at least 1.

    Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, Journal of the American
    Statistical Association 22(158), 209-212.
    """
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    share = hits / tries
    middle = share + z * z / (2 * tries)
    spread = z * sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries))
    whole = 1 + z * z / tries
    low = 0.0 if not hits else (middle - spread) / whole
    return low, 1.0 if hits == tries else (middle + spread) / whole
