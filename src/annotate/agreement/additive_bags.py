"""The coefficients of bags whose sums are few, as functions of these: percent agreement, and alpha by squared distance.

Others would need a sum for each value, and have no interval.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from annotate.agreement.additive import TOO_MUCH, Additive, Sums, in_whole_numbers, too_much
from annotate.agreement.bags import Bag, Bags
from annotate.agreement.distances import as_whole
from annotate.agreement.study import Pattern
from annotate.agreement.undefined import ALL_ALIKE, NO_PAIRABLE_UNIT, Undefined, Value
from annotate.agreement.weights import Number


def percent_of_bags(bags: Bags) -> Additive | Undefined:
    """Percent agreement, every pairable unit weighing the same."""
    if too_much(bags.histogram, 2):
        return TOO_MUCH

    def part(bag: Bag) -> Sequence[Number]:
        size = len(bag)
        same = sum(bag.count(place) ** 2 for place in set(bag)) - size
        return (1, Fraction(same, size * (size - 1))) if size > 1 else (0, 0)

    parts, _ = in_whole_numbers({bag: part(bag) for bag in bags.histogram})

    def value(sums: Sums) -> Value:
        return Fraction(sums[1], sums[0]) if sums[0] else NO_PAIRABLE_UNIT

    return Additive(bags.histogram, parts, value, _to_bag(bags), share=True)


def interval_alpha_of_bags(bags: Bags, places: Sequence[Number]) -> Additive | Undefined:
    """Interval alpha of numbers, from each unit's number, sum and sum of squares of values."""
    if too_much(bags.histogram, 4):
        return TOO_MUCH
    whole = as_whole(places)
    least = min(whole, default=0)

    def part(bag: Bag) -> Sequence[Number]:
        values, size = [whole[place] - least for place in bag], len(bag)
        if size < 2:
            return (0, 0, 0, 0)
        first, second = sum(values), sum(one * one for one in values)
        return (size, Fraction(size * second - first**2, size - 1), first, second)

    parts, unit = in_whole_numbers({bag: part(bag) for bag in bags.histogram})

    def value(sums: Sums) -> Value:
        n, within, first, second = sums
        between = n * second - first**2
        if not n:
            return NO_PAIRABLE_UNIT
        return 1 - Fraction((n - unit) * within, between) if between else ALL_ALIKE

    return Additive(bags.histogram, parts, value, _to_bag(bags))


def _to_bag(bags: Bags) -> Callable[[Pattern], Bag]:
    places = {label: place for place, label in enumerate(bags.labels)}
    return lambda pattern: tuple(sorted([places[label] for _, label in pattern]))
