"""What `agreement --format json` says. Every field is always there; what has no value is null."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from annotate.formats.wire.confidence import AgreementByConfidence
from annotate.formats.wire.evidence import EvidenceReport
from annotate.formats.wire.models import AgreementModels
from annotate.formats.wire.reviewers import AgreementConfusion, AgreementReviewer
from annotate.formats.wire.significance import AgreementTest
from annotate.formats.wire.slices import AgreementCostlyClaim, AgreementSlices
from annotate.formats.wire.spans import SpansReport


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCoefficient:
    """A coefficient over all reviewers of a facet; `weights` is identity, linear or quadratic,
    for sets jaccard or masi, or for alpha its level.

    Where there is no value, `value` is null and `undefined` says why. `low` and `high` are the ends of its interval,
    `confidence` the interval's nominal coverage, `interval` its method (cluster, jackknife, bca, bootstrap, gwet or
    krippendorff); null where there is none, and then `no_interval` says why, unless the value itself is null.
    `standard_error` is that of methods that have one; `clusters` the number of documents, where the units were taken by
    document, `seed` that of a resampling; `warning` says why the interval may be too narrow or wide. `units` is the
    number of units with two or more judgements that it rests on, `citation` its source, `note` the sentence that
    explains a value that is low because one label is dominant; null for any other.
    """

    name: str
    weights: str
    value: float | None
    low: float | None
    high: float | None
    confidence: float | None
    interval: str | None
    undefined: str | None
    units: int
    citation: str
    note: str | None
    no_interval: str | None
    standard_error: float | None
    clusters: int | None
    seed: int | None
    warning: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPair:
    """Two reviewers on the `units` that both judged.

    `undefined` says why percent agreement or kappa is null. The weighted kappas are null where labels have no order,
    the indices (of the first label; Byrt, Bishop and Carlin 1993) where there are not two labels; all are null where
    there is no value. `cohen_kappa_max` is the largest kappa that the label frequencies of both allow. `note` is as for
    a coefficient; `low` and `high` are the ends of the unweighted kappa's
    interval, found as those of the coefficients; null where there is none.
    """

    a: str
    b: str
    units: int
    percent_agreement: float | None
    cohen_kappa: float | None
    undefined: str | None
    cohen_kappa_linear: float | None
    cohen_kappa_quadratic: float | None
    cohen_kappa_max: float | None
    prevalence_index: float | None
    bias_index: float | None
    note: str | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLabel:
    """A label of the facet, used or not, and the number of judgements that gave it.

    `kappa` (Fleiss) and `alpha` (Krippendorff) are of this label against the rest; `undefined` says why one is null.
    The others are the ends of their intervals, found as those of the coefficients; null where there is none.
    """

    label: str
    count: int
    kappa: float | None
    alpha: float | None
    undefined: str | None
    kappa_low: float | None
    kappa_high: float | None
    alpha_low: float | None
    alpha_high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementNeeded:
    """What it takes to know alpha, at the facet's level, to within `half_width` at the confidence of its interval.

    `whole` units, or where `by_document` documents, of the kind of those `now` there, judged as often; rounded up.
    """

    half_width: float
    now: int
    whole: int
    by_document: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSpread:
    """Where numbers lie that are too many to be listed as labels: how many different ones there are, and where."""

    distinct: int
    lowest: float
    median: float
    highest: float
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementParting:
    """Two labels, `a` declared before `b`, and the number of `units` to which reviewers gave both."""

    a: str
    b: str
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFacet:
    """Agreement on one facet.

    `units` have at least one judgement, `pairable_units` at least two; `reviewers` gave at least one. `labels` are in
    their declared order. `coefficients` has one entry a name and weights, those of the facet's level first. `unanimity`
    is the share of pairable units on which all judgements are the same, `majority_share` the mean share of a pairable
    unit's most frequent label. `left_out` counts, by kind, what is not among the judgements (skipped, not a claim, …);
    `off_scale` judgements are among them, but have no place in the order of an ordinal facet, and are left out of
    coefficients that weigh it. `by_reviewer` has each against the rest, where there are two; `confusions` the tables of
    the two hundred pairs with the most units. `models` is null where no model judged; models are in none of the rest.
    `costly_claims` are the two hundred that cost the most agreement, the costliest first (empty where details were not
    asked for in a large project); `slices` is null where none were asked for. `confusion` counts label by label, in how
    many ordered pairs of judgements on one unit one says the row's label and the other the column's; null for fewer
    than two labels or more than seven, and of sets. `partings` are the labels that part reviewers, those on most units
    first. `needed` is null where alpha has no interval, or one without a standard error. `spread` is there, and
    `labels` is empty, where labels are more than a hundred numbers. `sets` says that a judgement gives a set of labels:
    `weights` can then be jaccard or masi, and a label's numbers are of whether it is in the set. `by_confidence` is
    there on the facet of confidence alone.
    """

    facet: str
    level: Literal["nominal", "ordinal", "interval", "ratio"]
    units: int
    pairable_units: int
    judgements: int
    reviewers: int
    coefficients: tuple[AgreementCoefficient, ...]
    unanimity: float | None
    unanimity_low: float | None
    unanimity_high: float | None
    majority_share: float | None
    majority_share_low: float | None
    majority_share_high: float | None
    pairs: tuple[AgreementPair, ...]
    labels: tuple[AgreementLabel, ...]
    left_out: Mapping[str, int]
    off_scale: int
    by_reviewer: tuple[AgreementReviewer, ...]
    confusions: tuple[AgreementConfusion, ...]
    models: AgreementModels | None
    costly_claims: tuple[AgreementCostlyClaim, ...]
    slices: AgreementSlices | None
    confusion: tuple[tuple[int, ...], ...] | None
    partings: tuple[AgreementParting, ...]
    needed: AgreementNeeded | None
    sets: bool
    by_confidence: AgreementByConfidence | None
    tests: tuple[AgreementTest, ...]
    spread: AgreementSpread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """The report.

    `spans` is null where no reviewer marked any, `evidence` where nobody gave any, and both for a table of votes and
    where one facet alone was asked for.
    """

    facets: tuple[AgreementFacet, ...]
    spans: SpansReport | None
    evidence: EvidenceReport | None
