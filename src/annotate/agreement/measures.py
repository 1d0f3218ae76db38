"""The coefficients of bags: the same definitions as from profiles, each one minus observed over expected distance.

Every function here says what its namesake for a `Study` says, and gives the same value wherever both apply; papers are
named there.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations
from math import lcm

from annotate.agreement.bags import Bag, Bags, Counts, totals
from annotate.agreement.distances import Distances
from annotate.agreement.study import Confusion
from annotate.agreement.undefined import (
    ALL_ALIKE,
    NO_COMMON_UNIT,
    NO_NAMES,
    Undefined,
    Value,
    one_label,
)
from annotate.agreement.weights import Number


def counts_of(bag: Bag) -> dict[int, int]:
    """How often each label is in the bag."""
    counts: dict[int, int] = {}
    for place in bag:
        counts[place] = counts.get(place, 0) + 1
    return counts


def bags_alpha(bags: Bags, distances: Distances) -> Value:
    """Krippendorff's alpha over the pairable units; with squared distances from sums and sums of squares alone."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    counts = totals(bags.pairable)
    n = sum(counts.values())
    expected = Fraction(distances.between(counts, counts)) / (n * (n - 1))
    return _beyond(bags, counts, _inside(bags, distances, lambda judgements: judgements), expected)


def bags_percent(bags: Bags, distances: Distances, weight: Callable[[int], int] = lambda _: 1) -> Value:
    """Percent agreement, a unit of n judgements weighing `weight(n)`; `largest` is no agreement at all."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    return 1 - _inside(bags, distances, weight) / distances.largest


def bags_fleiss(bags: Bags, distances: Distances) -> Value:
    """Fleiss' kappa; a unit with one judgement counts for the frequencies alone."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    shares, whole = shares_of(bags)
    expected = Fraction(distances.between(shares, shares)) / whole**2
    return _beyond(bags, shares, _inside(bags, distances, lambda _: 1), expected)


def bags_conger(bags: Bags, distances: Distances) -> Value:
    """Conger's kappa, each reviewer with the frequencies of all his judgements."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    if not bags.marginals:
        return NO_NAMES
    unit, reviewers = lcm(*(sum(counts.values()) for counts in bags.marginals.values())), len(bags.marginals)
    own = [_scaled(counts, unit // sum(counts.values())) for counts in bags.marginals.values()]
    together = _added(own)
    apart = distances.between(together, together) - sum(distances.between(one, one) for one in own)
    expected = Fraction(apart) / (unit**2 * reviewers * (reviewers - 1))
    return _beyond(bags, together, _inside(bags, distances, lambda _: 1), expected)


def pair_kappa(table: Confusion, distances: Distances, places: Mapping[str, int], *, common: bool = False) -> Value:
    """Cohen's kappa of a pair, or (both drawing from `common` frequencies) Scott's pi; `places` of the labels."""
    units = sum(table.values())
    if not units:
        return NO_COMMON_UNIT
    apart: Number = 0
    first, second = dict[int, int](), dict[int, int]()
    for (a, b), n in table.items():
        apart += n * distances.apart(places[a], places[b])
        first[places[a]] = first.get(places[a], 0) + n
        second[places[b]] = second.get(places[b], 0) + n
    if common:
        both = _added([first, second])
        expected = Fraction(distances.between(both, both)) / (4 * units)
    else:
        expected = Fraction(distances.between(first, second)) / units
    if expected:
        return 1 - Fraction(apart) / expected
    return one_label(next(iter(table))[0]) if len(first.keys() | second.keys()) == 1 else ALL_ALIKE


def shares_of(bags: Bags) -> tuple[dict[int, int], int]:
    """For each label the mean over units of its share of the unit's judgements, in parts of the number beside it."""
    unit = lcm(*{len(bag) for bag in bags.histogram if bag})
    shares: dict[int, int] = {}
    for bag, units in bags.histogram.items():
        for place in bag:
            shares[place] = shares.get(place, 0) + units * unit // len(bag)
    return shares, unit * bags.units


def _inside(bags: Bags, distances: Distances, weight: Callable[[int], int]) -> Fraction:
    """The mean distance of two judgements of one unit, a unit of n judgements weighing `weight(n)`."""
    apart: dict[int, Number] = {}
    whole = 0
    for bag, units in bags.pairable.items():
        if bag[0] != bag[-1]:
            apart[len(bag)] = apart.get(len(bag), 0) + units * _apart(bag, distances)
        whole += units * weight(len(bag))
    parts = (Fraction(weight(n), n * (n - 1)) * distance for n, distance in apart.items())
    return sum(parts, Fraction()) / whole


def _apart(bag: Bag, distances: Distances) -> Number:
    """How far all ordered pairs of the bag are apart, summed; one by one where they are few."""
    if len(bag) < 5:
        return 2 * sum(distances.apart(a, b) for a, b in combinations(bag, 2))
    counts = counts_of(bag)
    return distances.between(counts, counts)


def _beyond(bags: Bags, counts: Counts, observed: Fraction, expected: Fraction) -> Value:
    if expected:
        return 1 - observed / expected
    return one_label(bags.labels[next(iter(counts))]) if len(counts) == 1 else ALL_ALIKE


def _scaled(counts: Counts, times: int) -> dict[int, int]:
    return {place: n * times for place, n in counts.items()}


def _added(all_counts: list[dict[int, int]]) -> dict[int, int]:
    added: dict[int, int] = {}
    for counts in all_counts:
        for place, n in counts.items():
            added[place] = added.get(place, 0) + n
    return added
