"""The coincidences of a study: what alpha is a function of, so that a part can be taken away and alpha told anew."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from annotate.agreement.krippendorff import mid_ranks
from annotate.agreement.scale import number
from annotate.agreement.study import Level, Profile
from annotate.agreement.undefined import NO_PAIRABLE_UNIT, Undefined, Value, certain
from annotate.agreement.weights import Number

Distance = Callable[[int, int], Number]
"""How far two labels, named by their places among the labels, are apart."""


class Coincidences:
    """The pairs of judgements inside units, added up in whole numbers: adding and taking away are exact and quick.

    Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, University of Pennsylvania.
    """

    def __init__(self, labels: Sequence[str], level: Level = "nominal") -> None:
        self._labels = tuple(labels)
        self._level = level
        self._counts = [0] * len(self._labels)
        self._apart: Counter[tuple[int, int, int]] = Counter()

    def add(self, histogram: Mapping[Profile, int], times: int = 1) -> None:
        """Adds units by profile, or with `times` -1 takes them away; those that nobody could agree on change nothing.

        A profile may also map to a negative number: so many units fewer.
        """
        for profile, units in histogram.items():
            judgements = sum(profile)
            if judgements >= 2:
                self._add(profile, judgements, units * times)

    def _add(self, profile: Profile, judgements: int, units: int) -> None:
        given = [(place, count) for place, count in enumerate(profile) if count]
        for place, count in given:
            self._counts[place] += count * units
        for (one, ones), (other, others) in combinations(given, 2):
            self._apart[judgements, one, other] += ones * others * units

    def without(self, histogram: Mapping[Profile, int]) -> Value:
        """Alpha as it would be without these units; everything stays as it was."""
        self.add(histogram, -1)
        try:
            return self.alpha()
        finally:
            self.add(histogram)

    def alpha(self) -> Value:
        """Krippendorff's alpha of what was added so far."""
        n = sum(self._counts)
        if not n:
            return NO_PAIRABLE_UNIT
        distance = self._distance()
        if isinstance(distance, Undefined):
            return distance
        observed = sum(
            (Fraction(pairs * distance(one, other), m - 1) for (m, one, other), pairs in self._apart.items() if pairs),
            Fraction(),
        )
        expected = self._expected(distance)
        return certain(self._labels, self._counts) if not expected else 1 - observed * (n - 1) / expected

    def _expected(self, distance: Distance) -> Number:
        given = [(place, count) for place, count in enumerate(self._counts) if count]
        return sum(ones * others * distance(one, other) for (one, ones), (other, others) in combinations(given, 2))

    def _distance(self) -> Distance | Undefined:
        if self._level == "nominal":
            return lambda one, other: 1
        # Twice the mid-ranks are whole numbers, and alpha asks only how distances compare.
        found: Sequence[Number | None] = (
            [int(2 * rank) for rank in mid_ranks(self._counts)]
            if self._level == "ordinal"
            else [number(label) for label in self._labels]
        )
        places = [place for place in found if place is not None]
        if len(places) < len(found):
            return Undefined(f'the label "{self._labels[found.index(None)]}" is no number')
        if self._level == "ratio":
            return lambda one, other: Fraction(places[one] - places[other]) ** 2 / (places[one] + places[other]) ** 2
        return lambda one, other: (places[one] - places[other]) ** 2
