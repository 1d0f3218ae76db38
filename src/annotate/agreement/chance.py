"""Seeded chance that is the same on every machine: counts drawn from a multinomial distribution."""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from random import Random

FEW = 24
"""Draws up to which they are made one by one."""

DRAWN_ONE_BY_ONE = 4
"""Draws a cell up to which single draws are the quicker way."""


def multinomial(rnd: Random, units: Sequence[int], draws: int | None = None) -> Iterator[list[int]]:
    """Resamples without end, with replacement, of all units or of so many draws: how often each cell is drawn."""
    n, places = sum(units) if draws is None else draws, range(len(units))
    reach = list(accumulate(units))
    while True:
        if n <= DRAWN_ONE_BY_ONE * len(units):
            counts = [0] * len(units)
            for place in rnd.choices(places, cum_weights=reach, k=n):
                counts[place] += 1
            yield counts
        else:
            yield list(_one_by_one(rnd, units, n))


def _one_by_one(rnd: Random, units: Sequence[int], n: int) -> Iterator[int]:
    """Each cell's count is binomial, given those of the cells before it."""
    left, whole = n, sum(units)
    for own in units:
        drawn = left if own == whole else binomial(rnd, left, own / whole)
        left, whole = left - drawn, whole - own
        yield drawn


def binomial(rnd: Random, n: int, p: float) -> int:
    """How many of `n` draws succeed, in about log(n) steps, by drawing where the middle one of them falls.

    Devroye, L. (1986), Non-Uniform Random Variate Generation, chapter X.4.3.
    """
    found = 0
    while n > FEW:
        middle = n // 2 + 1
        at = rnd.betavariate(middle, n + 1 - middle)
        if at <= p:
            found, n, p = found + middle, n - middle, (p - at) / (1 - at)
        else:
            n, p = middle - 1, p / at
    return found + sum(rnd.random() < p for _ in range(n))
