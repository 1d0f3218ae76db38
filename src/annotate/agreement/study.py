"""The counts that every coefficient is a function of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotate.agreement.undefined import NO_JUDGEMENT, NO_PAIRABLE_UNIT, Undefined

Level = Literal["nominal", "ordinal", "interval", "ratio"]
"""Level of measurement of the labels."""

Profile = tuple[int, ...]
"""How often each label of a study was given, in the order of `Study.labels`: to one unit, or by one reviewer."""

Pair = tuple[str, str]
"""Two reviewers, the lesser name (by code point) first."""

Confusion = Mapping[tuple[str, str], int]
"""Confusion table of a pair: (label by the first, label by the second) → number of units that both judged."""

Pattern = tuple[tuple[str, str], ...]
"""Who gave which label to one unit: (reviewer, label), by reviewer."""

Clusters = Iterable[Mapping[Pattern, int]]
"""A histogram of patterns for each document; it can be gone through any number of times, and never returns to a
document, so that a store can stream it."""


@dataclass(frozen=True, slots=True)
class Study:
    """The judgements on one facet, as sufficient statistics: their size depends on labels and reviewers, not on units.

    `labels` are in their declared order and include the declared ones that nobody used. `histogram` maps a profile to
    the number of units that have it; `pairs` holds a confusion table for each two reviewers with a unit in common;
    `marginals` says how often each reviewer gave each label. `patterns` maps a pattern to the number of units that have
    it; empty where there are too many to keep. `clusters` are the units by document, for intervals that know that the
    units of one document are alike; empty where the documents are unknown. A source without the reviewers' names (a
    table of label counts) leaves all but the histogram empty.
    """

    facet: str
    level: Level
    labels: tuple[str, ...]
    histogram: Mapping[Profile, int]
    pairs: Mapping[Pair, Confusion]
    marginals: Mapping[str, Profile]
    patterns: Mapping[Pattern, int] = field(default_factory=dict)
    clusters: Clusters = field(default=(), compare=False)

    @property
    def pairable(self) -> Mapping[Profile, int]:
        """The histogram of the units with at least two judgements, the only ones on which anybody can agree."""
        return {profile: units for profile, units in self.histogram.items() if sum(profile) >= 2}

    @property
    def units(self) -> int:
        """Number of units with at least one judgement."""
        return sum(units for profile, units in self.histogram.items() if any(profile))

    @property
    def pairable_units(self) -> int:
        """Number of units with at least two judgements."""
        return sum(self.pairable.values())

    @property
    def judgements(self) -> int:
        """Number of judgements."""
        return sum(self.label_counts)

    @property
    def incomparable(self) -> Undefined | None:
        """Why there is nothing to compare, where no unit has two judgements."""
        if self.pairable:
            return None
        return NO_PAIRABLE_UNIT if self.judgements else NO_JUDGEMENT

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Who gave at least one judgement, by code point."""
        return tuple(sorted(self.marginals))

    @property
    def label_counts(self) -> Profile:
        """How often each label was given, in the order of `labels`."""
        return label_totals(self.histogram, len(self.labels))


def label_totals(histogram: Mapping[Profile, int], labels: int) -> Profile:
    """The label counts of all units of `histogram`, whose profiles have the length `labels`."""
    totals = [0] * labels
    for profile, units in histogram.items():
        for label, count in enumerate(profile):
            if count:
                totals[label] += units * count
    return tuple(totals)


def labels_of(table: Confusion) -> tuple[str, ...]:
    """The labels that a pair gave, by code point."""
    return tuple(sorted({label for given in table for label in given}))
