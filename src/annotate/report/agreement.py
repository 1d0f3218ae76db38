"""The facts of an agreement report, computed once; each telling draws on these and computes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from annotate.agreement import (
    Level,
    Study,
    Value,
    cohen_kappa,
    krippendorff_alpha,
    pair_percent_agreement,
    percent_agreement,
)

TEAM = 40
"""Up to so many reviewers every pair is listed; in a larger crowd, only the pairs with a unit in common."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient over all reviewers; `weights` is "identity", or for alpha its level of measurement."""

    name: str
    weights: str
    value: Value


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two reviewers, on the `units` that both judged."""

    a: str
    b: str
    units: int
    percent_agreement: Value
    cohen_kappa: Value


@dataclass(frozen=True, slots=True)
class FacetAgreement:
    """Agreement on one facet.

    `labels` maps each label, in declared order, to its number of judgements; `reviewers` each reviewer to the number
    of his; `left_out` says how much of what kind (such as "skipped") is not among the judgements.
    """

    facet: str
    level: Level
    units: int
    pairable_units: int
    judgements: int
    reviewers: Mapping[str, int]
    coefficients: tuple[Coefficient, ...]
    pairs: tuple[PairAgreement, ...]
    labels: Mapping[str, int]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """All of a report: a part for each facet."""

    facets: tuple[FacetAgreement, ...]


def facet_agreement(study: Study, left_out: Mapping[str, int] | None = None) -> FacetAgreement:
    """The facts of one study; `left_out` as in FacetAgreement, counted by the caller."""
    return FacetAgreement(
        facet=study.facet,
        level=study.level,
        units=study.units,
        pairable_units=study.pairable_units,
        judgements=study.judgements,
        reviewers={reviewer: sum(study.marginals[reviewer]) for reviewer in study.reviewers},
        coefficients=_coefficients(study),
        pairs=_pairs(study),
        labels=dict(zip(study.labels, study.label_counts, strict=True)),
        left_out=dict(left_out or {}),
    )


def _coefficients(study: Study) -> tuple[Coefficient, ...]:
    every = (
        Coefficient("percent_agreement", "identity", percent_agreement(study)),
        Coefficient("krippendorff_alpha", "nominal", krippendorff_alpha(study)),
    )
    if len(study.reviewers) != 2:
        return every
    a, b = study.reviewers
    return (*every, Coefficient("cohen_kappa", "identity", cohen_kappa(study.pairs.get((a, b), {}))))


def _pairs(study: Study) -> tuple[PairAgreement, ...]:
    small = len(study.reviewers) <= TEAM
    return tuple(_pair(study, a, b) for a, b in (combinations(study.reviewers, 2) if small else sorted(study.pairs)))


def _pair(study: Study, a: str, b: str) -> PairAgreement:
    table = study.pairs.get((a, b), {})
    return PairAgreement(a, b, sum(table.values()), pair_percent_agreement(table), cohen_kappa(table))
