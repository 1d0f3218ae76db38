"""What `agreement --format json` says. Every field is always there; what has no value is null."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCoefficient:
    """A coefficient over all reviewers of a facet; `weights` is "identity", or for alpha its level of measurement.

    Where there is no value, `value` is null and `undefined` says why. `low` and `high` are the ends of its interval,
    `confidence` the interval's nominal coverage, `interval` its method; null where no interval was computed.
    """

    name: str
    weights: str
    value: float | None
    low: float | None
    high: float | None
    confidence: float | None
    interval: str | None
    undefined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPair:
    """Two reviewers on the `units` that both judged; `undefined` says why a value is null."""

    a: str
    b: str
    units: int
    percent_agreement: float | None
    cohen_kappa: float | None
    undefined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLabel:
    """A label of the facet, used or not, and the number of judgements that gave it."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacet:
    """Agreement on one facet.

    `units` have at least one judgement, `pairable_units` at least two; `reviewers` gave at least one. `labels` are in
    their declared order. `left_out` counts, by kind, what is not among the judgements (skipped, not a claim, …).
    """

    facet: str
    level: Literal["nominal", "ordinal", "interval", "ratio"]
    units: int
    pairable_units: int
    judgements: int
    reviewers: int
    coefficients: tuple[AgreementCoefficient, ...]
    pairs: tuple[AgreementPair, ...]
    labels: tuple[AgreementLabel, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """The report. `spans` and `evidence` are null: how far reviewers agree on those is not computed."""

    facets: tuple[AgreementFacet, ...]
    spans: None
    evidence: None
