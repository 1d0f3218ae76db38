"""What a report says of each reviewer beside the others."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotate.agreement import (
    Coincidences,
    Comparisons,
    Confusion,
    Habit,
    Leaving,
    Pattern,
    Ratio,
    Study,
    Undefined,
    Value,
    alpha_without,
    by_document,
    facing,
    facing_kappa,
    gain,
    habits,
    leavings,
)
from annotate.report.deeds import Deeds
from annotate.report.shares import Share, pooled_share, unit_share

Patterns = Iterable[tuple[Pattern, int]]
"""Who gave which label to a unit, and the number of such units; it can be gone through more than once."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """Patterns that are read from where they came, a unit or a document at a time: a crowd's would fill memory."""

    again: Callable[[], Iterator[tuple[Pattern, int]]]

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        return self.again()


def patterns_of(study: Study) -> Patterns:
    """The patterns of a study; of one that has too many to keep, document by document."""
    if study.patterns or not study.clusters:
        return study.patterns.items()
    return Streamed(lambda: (found for patterns in study.clusters for found in patterns.items()))


CHOICES = 100
"""Labels up to which a reviewer is left out to see what becomes of alpha."""

NOBODY = "nobody else judged what this reviewer judged"
UNREAD = "it takes a look at every judgement, document by document, which was not taken"
TOO_MANY = Undefined(f"there are more than {CHOICES} labels")


@dataclass(frozen=True, slots=True)
class ReviewerAgreement:
    """One reviewer against the rest.

    `agreement` is the share of his comparisons with the others that agree, on `agreement.n` units; `comparisons` their
    number; `confusion` maps (his label, another's) to comparisons. `without` is alpha without him, `change` by how much
    it is then greater: positive where he costs agreement. `deeds` is what only the project knows of him.
    """

    reviewer: str
    judgements: int
    comparisons: int
    agreement: Share
    kappa: Value
    confusion: Confusion
    habits: tuple[Habit, ...]
    without: Value
    change: Value
    deeds: Deeds | None = None


@dataclass(frozen=True, slots=True)
class PairConfusion:
    """The confusion table of two reviewers, (label of a, label of b) → units that both judged."""

    a: str
    b: str
    units: int
    table: Confusion


PAIRS = 200
"""Pairs whose confusion tables are told: those with the most units."""


def pair_confusions(study: Study) -> tuple[PairConfusion, ...]:
    """The confusion tables of the PAIRS pairs with the most units in common."""
    found = [PairConfusion(a, b, sum(table.values()), table) for (a, b), table in sorted(study.pairs.items())]
    return tuple(sorted(found, key=lambda pair: -pair.units)[:PAIRS])


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured, and how: `scale` is the study of the judgements that alpha at its level is computed from.

    Without `documents` a study that knows them is not gone through document by document, and shares of comparisons have
    no interval: one by units would be too narrow.
    """

    study: Study
    scale: Study
    confidence: float = 0.95
    documents: bool = True

    def share(self, met: Ratio, told: Comparisons | None, why: str) -> Share:
        """A share of comparisons by units, or by documents where they were gone through."""
        if told:
            return pooled_share(told, self.confidence, why)
        found = unit_share(met, self.confidence, why)
        if not self.study.clusters or self.documents:
            return found
        return Share(found.value, found.n, no_interval=UNREAD if found.n else None)


def interval_sentences(shares: Iterable[Share]) -> Iterator[str]:
    """What warns of the intervals of shares, and why some have none, each once."""
    told = list(shares)
    yield from dict.fromkeys(one.warning for one in told if one.warning)
    for why in dict.fromkeys(one.no_interval for one in told if one.no_interval):
        yield f"No interval of a reviewer's agreement: {why}."


@dataclass(frozen=True, slots=True)
class Apart:
    """The patterns without some reviewers, as often as they are gone through."""

    patterns: Patterns
    gone: frozenset[str]

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        for pattern, units in self.patterns:
            yield tuple(vote for vote in pattern if vote[0] not in self.gone), units


def reviewer_agreements(
    measure: Measure, patterns: Patterns, deeds: Mapping[str, Deeds] | None = None
) -> tuple[ReviewerAgreement, ...]:
    """Every reviewer of the study beside the others, by name; nobody where there is nobody to compare with."""
    study = measure.study
    if len(study.reviewers) < 2:
        return ()
    whole = Coincidences(measure.scale.labels, study.level)
    whole.add(measure.scale.histogram)
    few = len(measure.scale.labels) <= CHOICES
    gone = leavings(on_scale(patterns, measure.scale.labels), measure.scale.labels) if few else {}
    met = leavings(patterns, study.labels) if measure.scale is not study or not few else gone
    alpha, nothing = whole.alpha() if few else TOO_MANY, Leaving()
    tables, told = facing(study.pairs), by_document(study.clusters if measure.documents else ())

    def of(reviewer: str) -> ReviewerAgreement:
        table = tables.get(reviewer, {})
        without = alpha_without(whole, gone.get(reviewer, nothing)) if few else TOO_MANY
        return ReviewerAgreement(
            reviewer=reviewer,
            judgements=sum(study.marginals[reviewer]),
            comparisons=sum(table.values()),
            agreement=measure.share(met.get(reviewer, nothing).agreed, told.get(reviewer), NOBODY),
            kappa=facing_kappa(table),
            confusion=table,
            habits=habits(table),
            without=without,
            change=gain(without, alpha),
            deeds=(deeds or {}).get(reviewer),
        )

    return tuple(map(of, study.reviewers))


def on_scale(patterns: Patterns, labels: tuple[str, ...]) -> Patterns:
    """The patterns without the judgements whose labels are not among these."""
    kept = frozenset(labels)
    return ((tuple(vote for vote in pattern if vote[1] in kept), units) for pattern, units in patterns)
