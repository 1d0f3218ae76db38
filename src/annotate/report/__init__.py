"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from annotate.report.agreement import AgreementFacts, FacetAgreement, LabelAgreement, facet_agreement
from annotate.report.agreement_json import agreement_json
from annotate.report.agreement_text import agreement_text
from annotate.report.beside import beside, measure_of
from annotate.report.coefficients import Coefficient
from annotate.report.pairs import PairAgreement

__all__ = [
    "AgreementFacts",
    "Coefficient",
    "FacetAgreement",
    "LabelAgreement",
    "PairAgreement",
    "agreement_json",
    "agreement_text",
    "beside",
    "facet_agreement",
    "measure_of",
]
