"""An agreement report told as JSON, in the published shape."""

import json
from dataclasses import asdict
from fractions import Fraction

from annotate.agreement import Undefined, Value
from annotate.formats.wire import (
    AgreementCoefficient,
    AgreementFacet,
    AgreementLabel,
    AgreementPair,
    AgreementReport,
)
from annotate.report.agreement import AgreementFacts, Coefficient, FacetAgreement, PairAgreement


def agreement_json(facts: AgreementFacts) -> str:
    """The report as one JSON object, indented, with a final newline.

    Values are the doubles nearest to the exact fractions. The text is ASCII: what a terminal would obey stays escaped.
    """
    report = AgreementReport(facets=tuple(map(_facet, facts.facets)), spans=None, evidence=None)
    return json.dumps(asdict(report), indent=2, allow_nan=False) + "\n"


def _facet(facet: FacetAgreement) -> AgreementFacet:
    return AgreementFacet(
        facet=facet.facet,
        level=facet.level,
        units=facet.units,
        pairable_units=facet.pairable_units,
        judgements=facet.judgements,
        reviewers=len(facet.reviewers),
        coefficients=tuple(map(_coefficient, facet.coefficients)),
        pairs=tuple(map(_pair, facet.pairs)),
        labels=tuple(AgreementLabel(label=label, count=count) for label, count in facet.labels.items()),
        left_out=dict(facet.left_out),
    )


def _coefficient(coefficient: Coefficient) -> AgreementCoefficient:
    return AgreementCoefficient(
        name=coefficient.name,
        weights=coefficient.weights,
        value=_number(coefficient.value),
        low=None,
        high=None,
        confidence=None,
        interval=None,
        undefined=_reason(coefficient.value),
    )


def _pair(pair: PairAgreement) -> AgreementPair:
    return AgreementPair(
        a=pair.a,
        b=pair.b,
        units=pair.units,
        percent_agreement=_number(pair.percent_agreement),
        cohen_kappa=_number(pair.cohen_kappa),
        undefined=_reason(pair.percent_agreement) or _reason(pair.cohen_kappa),
    )


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, Fraction) else None


def _reason(value: Value) -> str | None:
    return value.reason if isinstance(value, Undefined) else None
