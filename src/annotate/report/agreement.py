"""The facts of an agreement report, computed once; each telling draws on these and computes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from annotate.agreement import (
    DEFAULT,
    Interval,
    Level,
    Needed,
    Study,
    Terms,
    Undefined,
    Value,
    against_rest,
    fleiss_kappa,
    krippendorff_alpha,
    majority_share,
    needed,
    unanimity,
    without,
)
from annotate.report.coefficients import Coefficient, other_coefficients, own_coefficients
from annotate.report.concordance import concordance
from annotate.report.confidence import ConfidenceFacts
from annotate.report.confusions import Parting, confusion, partings
from annotate.report.costly import CostlyClaim
from annotate.report.evidence import EvidenceAgreement
from annotate.report.intervals import Found, facet_intervals, told
from annotate.report.measured import Measured
from annotate.report.models import ModelsAgreement
from annotate.report.pairs import PairAgreement, pair_agreements
from annotate.report.reviewers import PairConfusion, ReviewerAgreement
from annotate.report.significance import Significance, significance
from annotate.report.slices import SlicesAgreement
from annotate.report.spans import SpanAgreement
from annotate.report.spread import Spread

CHOICES = 100
"""Labels up to which each is measured against the rest: more of them are no choice of labels, but numbers."""

TOO_MANY = Undefined(f"there are more than {CHOICES} labels")


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """One label against the rest: the number of its judgements, Fleiss' kappa, and Krippendorff's alpha."""

    label: str
    count: int
    kappa: Value
    alpha: Value
    kappa_interval: Interval | Undefined | None = None
    alpha_interval: Interval | Undefined | None = None


@dataclass(frozen=True, slots=True)
class FacetAgreement:
    """Agreement on one facet.

    `coefficients` are those of the facet's level, `others` the same with other weights and by other definitions.
    `labels` are in declared order; `reviewers` maps each to the number of his judgements; `left_out` says how much of
    what kind (such as "skipped") is not among the judgements, `off_scale` how many of them have no place in the order;
    `spread` how numbers lie that are too many to be `labels`; `sets` that a judgement gives any number of labels;
    `by_confidence` what the facet of confidence says of agreement on the verdict;
    `tests` whether what is seen could be chance;
    `confusion` counts label by label what one and another say of one unit; empty for too few or too many labels;
    `partings` are the labels that were given to one unit together; `needed` says how many units or documents it takes
    to know alpha closely.
    """

    facet: str
    level: Level
    units: int
    pairable_units: int
    judgements: int
    reviewers: Mapping[str, int]
    coefficients: tuple[Coefficient, ...]
    others: tuple[Coefficient, ...]
    unanimity: Value
    majority_share: Value
    pairs: tuple[PairAgreement, ...]
    labels: tuple[LabelAgreement, ...]
    left_out: Mapping[str, int]
    off_scale: int
    spread: Spread | None = None
    sets: bool = False
    by_confidence: ConfidenceFacts | None = None
    tests: tuple[Significance, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()
    partings: tuple[Parting, ...] = ()
    unanimity_interval: Interval | Undefined | None = None
    majority_interval: Interval | Undefined | None = None
    by_reviewer: tuple[ReviewerAgreement, ...] = ()
    confusions: tuple[PairConfusion, ...] = ()
    models: ModelsAgreement | None = None
    costly: tuple[CostlyClaim, ...] = ()
    slices: SlicesAgreement | None = None
    is_detailed: bool = True
    needed: Needed | None = None


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """All of a report: a part for each facet, what was marked as a claim, and what verdicts rest on.

    The last two are None where nobody marked anything, or gave any evidence.
    """

    facets: tuple[FacetAgreement, ...]
    spans: SpanAgreement | None = None
    evidence: EvidenceAgreement | None = None


def facet_agreement(
    study: Study,
    left_out: Mapping[str, int] | None = None,
    off_scale: Collection[str] = (),
    terms: Terms = DEFAULT,
) -> FacetAgreement:
    """The facts of one study; `left_out` as in FacetAgreement, counted by the caller.

    Labels that are `off_scale` have no place in the order of the others, so that judgements with them count only where
    order plays no part. `terms` say which intervals are asked for.
    """
    measured = Measured(study, without(study, off_scale) if off_scale else study)
    own, others = own_coefficients(measured), other_coefficients(measured)
    found = facet_intervals(measured, (*own, *others), terms)
    own, others = told(measured, own, found), told(measured, others, found)
    return FacetAgreement(
        facet=study.facet,
        level=study.level,
        units=study.units,
        pairable_units=study.pairable_units,
        judgements=study.judgements,
        reviewers={reviewer: sum(study.marginals[reviewer]) for reviewer in study.reviewers},
        coefficients=own,
        others=(*others, *concordance(measured.scale)),
        unanimity=unanimity(study),
        majority_share=majority_share(study),
        pairs=tuple(replace(pair, interval=found.get((pair.a, pair.b))) for pair in pair_agreements(measured)),
        labels=tuple(with_intervals(label, found) for label in _labels(study)),
        left_out=dict(left_out or {}),
        off_scale=study.judgements - measured.scale.judgements,
        tests=significance(study, measured.scale),
        confusion=confusion(study),
        partings=partings(study),
        unanimity_interval=found.get("unanimity"),
        majority_interval=found.get("majority_share"),
        needed=needed_of(own, terms),
    )


def needed_of(own: tuple[Coefficient, ...], terms: Terms) -> Needed | None:
    """What it takes to know alpha as closely as is wanted."""
    alpha = next(one for one in own if one.name == "krippendorff_alpha")
    return needed(alpha.interval, alpha.units, terms.half_width) if isinstance(alpha.interval, Interval) else None


def with_intervals(label: LabelAgreement, found: Found) -> LabelAgreement:
    kappa, alpha = found.get((label.label, "kappa")), found.get((label.label, "alpha"))
    return replace(label, kappa_interval=kappa, alpha_interval=alpha)


def _labels(study: Study) -> tuple[LabelAgreement, ...]:
    counted = zip(study.labels, study.label_counts, strict=True)
    if len(study.labels) > CHOICES:
        return tuple(LabelAgreement(label, count, TOO_MANY, TOO_MANY) for label, count in counted)
    return tuple(_label(study, label, count) for label, count in counted)


def _label(study: Study, label: str, count: int) -> LabelAgreement:
    apart = against_rest(study, label)
    return LabelAgreement(label, count, fleiss_kappa(apart), krippendorff_alpha(apart))
