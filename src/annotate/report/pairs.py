"""What a report says of each two reviewers."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from annotate.agreement import (
    Confusion,
    Interval,
    Paradox,
    Undefined,
    Value,
    bias_index,
    cohen_kappa,
    kappa_max,
    pair_percent_agreement,
    paradox,
    prevalence_index,
)
from annotate.report.measured import WEIGHTS, Measured, of_pair

TEAM = 40
"""Up to so many reviewers every pair is listed; in a larger crowd, only the pairs with a unit in common."""

NOT_TWO = Undefined("it is of two labels, and the facet has another number")
NO_SCALE = Undefined("the labels have no order")


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two reviewers, on the `units` that both judged.

    `linear` and `quadratic` are Cohen's kappas with these weights; `prevalence` and `bias` are the indices of the first
    of two labels; `paradox` is the label that makes kappa low though agreement is high, where that is so;
    `maximum` is the largest kappa that the frequencies of the two leave room for; `interval` is that of kappa.
    """

    a: str
    b: str
    units: int
    percent_agreement: Value
    cohen_kappa: Value
    linear: Value
    quadratic: Value
    prevalence: Value
    bias: Value
    paradox: Paradox | None
    maximum: Value
    interval: Interval | Undefined | None = None


def pair_agreements(measured: Measured) -> tuple[PairAgreement, ...]:
    """Every two reviewers of a team; in a crowd, every two with a unit in common."""
    study = measured.whole
    small = len(study.reviewers) <= TEAM
    return tuple(_pair(measured, a, b) for a, b in (combinations(study.reviewers, 2) if small else sorted(study.pairs)))


def _pair(measured: Measured, a: str, b: str) -> PairAgreement:
    labels = measured.whole.labels
    table = measured.whole.pairs.get((a, b), {})
    percent, kappa = pair_percent_agreement(table), cohen_kappa(table)
    return PairAgreement(
        a=a,
        b=b,
        units=sum(table.values()),
        percent_agreement=percent,
        cohen_kappa=kappa,
        linear=_weighted(measured, a, b, "linear"),
        quadratic=_weighted(measured, a, b, "quadratic"),
        prevalence=prevalence_index(table, labels[0]) if len(labels) == 2 else NOT_TWO,
        bias=bias_index(table, labels[0]) if len(labels) == 2 else NOT_TWO,
        paradox=paradox(percent, kappa, _counts(table)),
        maximum=kappa_max(table),
    )


def _counts(table: Confusion) -> Counter[str]:
    """How often either of the pair gave each label."""
    counts: Counter[str] = Counter()
    for (a, b), n in table.items():
        counts[a] += n
        counts[b] += n
    return counts


def _weighted(measured: Measured, a: str, b: str, weights: str) -> Value:
    study = measured.of(weights)
    if weights not in WEIGHTS[study.level]:
        return NO_SCALE
    return of_pair(cohen_kappa, study.pairs.get((a, b), {}), weights, study)
