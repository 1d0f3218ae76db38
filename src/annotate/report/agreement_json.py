"""An agreement report told as JSON, in the published shape."""

import json
from dataclasses import asdict
from typing import Literal

from annotate.agreement import Interval, Needed, Undefined, rounded
from annotate.formats.wire import (
    AgreementCoefficient,
    AgreementFacet,
    AgreementLabel,
    AgreementNeeded,
    AgreementPair,
    AgreementParting,
    AgreementReport,
    AgreementSpread,
)
from annotate.report.agreement import AgreementFacts, FacetAgreement, LabelAgreement
from annotate.report.citations import citation
from annotate.report.coefficients import Coefficient
from annotate.report.confidence_json import confidence_json
from annotate.report.evidence_json import evidence_json
from annotate.report.figures import number, reason
from annotate.report.models_json import models_json
from annotate.report.pairs import PairAgreement
from annotate.report.reading import paradox_sentence
from annotate.report.reviewers_json import confusion_json, reviewer_json
from annotate.report.significance_json import significance_json
from annotate.report.slices_json import costly_json, slices_json
from annotate.report.spans_json import spans_json
from annotate.report.spread import Spread


def agreement_json(facts: AgreementFacts) -> str:
    """The report as one JSON object, indented, with a final newline.

    Values are the doubles nearest to the exact fractions. The text is ASCII: what a terminal would obey stays escaped.
    """
    spans = spans_json(facts.spans) if facts.spans else None
    evidence = evidence_json(facts.evidence) if facts.evidence else None
    report = AgreementReport(facets=tuple(map(_facet, facts.facets)), spans=spans, evidence=evidence)
    return json.dumps(asdict(report), indent=2, allow_nan=False) + "\n"


def _facet(facet: FacetAgreement) -> AgreementFacet:
    return AgreementFacet(
        facet=facet.facet,
        level=facet.level,
        units=facet.units,
        pairable_units=facet.pairable_units,
        judgements=facet.judgements,
        reviewers=len(facet.reviewers),
        coefficients=tuple(map(_coefficient, facet.coefficients + facet.others)),
        unanimity=number(facet.unanimity),
        unanimity_low=_end(facet.unanimity_interval, "low"),
        unanimity_high=_end(facet.unanimity_interval, "high"),
        majority_share=number(facet.majority_share),
        majority_share_low=_end(facet.majority_interval, "low"),
        majority_share_high=_end(facet.majority_interval, "high"),
        pairs=tuple(map(_pair, facet.pairs)),
        labels=tuple(map(_label, facet.labels)),
        left_out=dict(facet.left_out),
        off_scale=facet.off_scale,
        sets=facet.sets,
        tests=tuple(map(significance_json, facet.tests)),
        by_confidence=confidence_json(facet.by_confidence) if facet.by_confidence else None,
        spread=_spread(facet.spread) if facet.spread else None,
        by_reviewer=tuple(map(reviewer_json, facet.by_reviewer)),
        confusions=tuple(map(confusion_json, facet.confusions)),
        models=models_json(facet.models) if facet.models else None,
        costly_claims=tuple(map(costly_json, facet.costly)),
        slices=slices_json(facet.slices) if facet.slices else None,
        needed=_needed(facet.needed) if facet.needed else None,
        confusion=facet.confusion or None,
        partings=tuple(AgreementParting(a=one.labels[0], b=one.labels[1], units=one.units) for one in facet.partings),
    )


def _spread(spread: Spread) -> AgreementSpread:
    return AgreementSpread(
        distinct=spread.distinct,
        lowest=float(spread.lowest),
        median=float(spread.median),
        highest=float(spread.highest),
        mean=float(spread.mean),
    )


def _needed(found: Needed) -> AgreementNeeded:
    return AgreementNeeded(half_width=found.half_width, now=found.now, whole=found.whole, by_document=found.by_document)


def _coefficient(coefficient: Coefficient) -> AgreementCoefficient:
    found = coefficient.interval if isinstance(coefficient.interval, Interval) else None
    return AgreementCoefficient(
        name=coefficient.name,
        weights=coefficient.weights,
        value=number(coefficient.value),
        low=_end(found, "low"),
        high=_end(found, "high"),
        confidence=found.confidence if found else None,
        interval=found.method if found else None,
        undefined=reason(coefficient.value),
        units=coefficient.units,
        citation=citation(coefficient.name, coefficient.weights),
        note=paradox_sentence([coefficient.name], coefficient.paradox) if coefficient.paradox else None,
        no_interval=coefficient.interval.reason if isinstance(coefficient.interval, Undefined) else None,
        standard_error=rounded(found.se) if found and found.se is not None else None,
        clusters=found.clusters if found else None,
        seed=found.seed if found else None,
        warning=coefficient.warning,
    )


def _pair(pair: PairAgreement) -> AgreementPair:
    return AgreementPair(
        a=pair.a,
        b=pair.b,
        units=pair.units,
        percent_agreement=number(pair.percent_agreement),
        cohen_kappa=number(pair.cohen_kappa),
        undefined=reason(pair.percent_agreement) or reason(pair.cohen_kappa),
        cohen_kappa_linear=number(pair.linear),
        cohen_kappa_quadratic=number(pair.quadratic),
        cohen_kappa_max=number(pair.maximum),
        prevalence_index=number(pair.prevalence),
        bias_index=number(pair.bias),
        note=paradox_sentence(["cohen_kappa"], pair.paradox) if pair.paradox else None,
        low=_end(pair.interval, "low"),
        high=_end(pair.interval, "high"),
    )


def _label(label: LabelAgreement) -> AgreementLabel:
    return AgreementLabel(
        label=label.label,
        count=label.count,
        kappa=number(label.kappa),
        alpha=number(label.alpha),
        undefined=reason(label.kappa) or reason(label.alpha),
        kappa_low=_end(label.kappa_interval, "low"),
        kappa_high=_end(label.kappa_interval, "high"),
        alpha_low=_end(label.alpha_interval, "low"),
        alpha_high=_end(label.alpha_interval, "high"),
    )


def _end(interval: Interval | Undefined | None, which: Literal["low", "high"]) -> float | None:
    if not isinstance(interval, Interval):
        return None
    return interval.low if which == "low" else interval.high
