"""Agreement on evidence told as JSON, in the published shape."""

from annotate.formats.wire import (
    DifferentSourcesFinding,
    DifferentStancesFinding,
    EvidenceReport,
    EvidenceReportPair,
)
from annotate.report.document_values import document_json
from annotate.report.evidence import DifferentSources, DifferentStances, EvidenceAgreement, EvidencePair


def evidence_json(evidence: EvidenceAgreement) -> EvidenceReport:
    """The published shape of it."""
    return EvidenceReport(
        claims=evidence.claims,
        alone=evidence.alone,
        coefficients=tuple(map(document_json, evidence.coefficients)),
        pairs=tuple(map(_pair, evidence.pairs)),
        same_verdict_different_sources=tuple(map(_sources, evidence.different_sources)),
        same_source_different_stance=tuple(map(_stances, evidence.different_stances)),
        left_out=dict(evidence.left_out),
    )


def _pair(pair: EvidencePair) -> EvidenceReportPair:
    coefficients = tuple(map(document_json, pair.coefficients))
    return EvidenceReportPair(a=pair.a, b=pair.b, claims=pair.claims, coefficients=coefficients)


def _sources(found: DifferentSources) -> DifferentSourcesFinding:
    return DifferentSourcesFinding(
        claim=found.claim,
        verdict=found.verdict,
        pairs=found.pairs,
        reviewers=found.reviewers,
        sources=found.sources,
    )


def _stances(found: DifferentStances) -> DifferentStancesFinding:
    return DifferentStancesFinding(
        claim=found.claim, source=found.source, pairs=found.pairs, stances=dict(found.stances)
    )
