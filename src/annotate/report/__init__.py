"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from annotate.report.agreement import AgreementFacts, Coefficient, FacetAgreement, PairAgreement, facet_agreement
from annotate.report.agreement_json import agreement_json
from annotate.report.agreement_text import agreement_text

__all__ = [
    "AgreementFacts",
    "Coefficient",
    "FacetAgreement",
    "PairAgreement",
    "agreement_json",
    "agreement_text",
    "facet_agreement",
]
