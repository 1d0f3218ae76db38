"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from annotate.report.agreement import AgreementFacts, FacetAgreement, LabelAgreement, facet_agreement
from annotate.report.agreement_json import agreement_json
from annotate.report.agreement_text import agreement_text
from annotate.report.coefficients import Coefficient
from annotate.report.evidence import EvidenceAgreement, GroundedClaim, evidence_agreement
from annotate.report.pairs import PairAgreement
from annotate.report.spans import SpanAgreement, span_agreement

__all__ = [
    "AgreementFacts",
    "Coefficient",
    "EvidenceAgreement",
    "FacetAgreement",
    "GroundedClaim",
    "LabelAgreement",
    "PairAgreement",
    "SpanAgreement",
    "agreement_json",
    "agreement_text",
    "evidence_agreement",
    "facet_agreement",
    "span_agreement",
]
