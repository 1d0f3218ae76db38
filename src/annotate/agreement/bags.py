"""The judgements on a facet with more labels than a profile can hold: values as measured, words as typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotate.agreement.study import Clusters, Confusion, Level, Pair, Pattern
from annotate.agreement.undefined import NO_JUDGEMENT, NO_PAIRABLE_UNIT, Undefined

Bag = tuple[int, ...]
"""The labels that one unit was given, as places in `Bags.labels`, ascending."""

Counts = Mapping[int, int]
"""Place of a label → how often it was given. Labels that were not are absent, so that most of them cost nothing."""


@dataclass(frozen=True, slots=True)
class Bags:
    """What a `Study` is, where labels are as many as judgements: its size depends on the judgements alone.

    `histogram` maps a bag to the number of units that were given it. At a level where labels are numbers `labels` go
    from the lowest up. `pairs`, `marginals`, `patterns` and `clusters` are what they are of a study.
    """

    facet: str
    level: Level
    labels: tuple[str, ...]
    histogram: Mapping[Bag, int]
    pairs: Mapping[Pair, Confusion]
    marginals: Mapping[str, Counts]
    patterns: Mapping[Pattern, int] = field(default_factory=dict)
    clusters: Clusters = field(default=(), compare=False)

    @property
    def pairable(self) -> Mapping[Bag, int]:
        """The histogram of the units with at least two judgements."""
        return {bag: units for bag, units in self.histogram.items() if len(bag) >= 2}

    @property
    def units(self) -> int:
        """Number of units with at least one judgement."""
        return sum(units for bag, units in self.histogram.items() if bag)

    @property
    def pairable_units(self) -> int:
        """Number of units with at least two judgements."""
        return sum(units for bag, units in self.histogram.items() if len(bag) >= 2)

    @property
    def judgements(self) -> int:
        """Number of judgements."""
        return sum(len(bag) * units for bag, units in self.histogram.items())

    @property
    def incomparable(self) -> Undefined | None:
        """Why there is nothing to compare, where no unit has two judgements."""
        if self.pairable_units:
            return None
        return NO_PAIRABLE_UNIT if self.judgements else NO_JUDGEMENT

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who gave at least one judgement, by code point."""
        return tuple(sorted(self.marginals))


def totals(histogram: Mapping[Bag, int]) -> dict[int, int]:
    """How often each label was given in all, those that were; by place."""
    counts: dict[int, int] = {}
    for bag, units in histogram.items():
        for place in bag:
            counts[place] = counts.get(place, 0) + units
    return dict(sorted(counts.items()))
