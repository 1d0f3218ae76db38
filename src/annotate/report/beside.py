"""What is told of reviewers and models beside the coefficients of a facet."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from annotate.agreement import Study, without
from annotate.report.agreement import FacetAgreement
from annotate.report.deeds import Deeds
from annotate.report.models import Models, models_agreement
from annotate.report.reviewers import Apart, Measure, Patterns, pair_confusions, reviewer_agreements


def measure_of(
    study: Study, off_scale: Collection[str] = (), confidence: float = 0.95, *, documents: bool = True
) -> Measure:
    """What is measured of a study, some labels of which may have no place in its order."""
    on_scale = without(study, off_scale) if off_scale and study.level != "nominal" else study
    return Measure(study, on_scale, confidence, documents)


def beside(
    facet: FacetAgreement,
    measure: Measure,
    patterns: Patterns,
    models: Models | None = None,
    deeds: Mapping[str, Deeds] | None = None,
) -> FacetAgreement:
    """The facts of a facet with those of its reviewers, and of models; `patterns` has the judgements of both."""
    humans = Apart(patterns, models.names) if models else patterns
    return replace(
        facet,
        by_reviewer=reviewer_agreements(measure, humans, deeds),
        confusions=pair_confusions(measure.study),
        models=models_agreement(measure, patterns, models) if models else None,
    )
