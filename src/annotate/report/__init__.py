"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from annotate.report.agreement import CHOICES, AgreementFacts, FacetAgreement, LabelAgreement, facet_agreement
from annotate.report.agreement_html import agreement_html
from annotate.report.agreement_json import agreement_json
from annotate.report.agreement_markdown import agreement_markdown
from annotate.report.agreement_text import agreement_parts, agreement_text
from annotate.report.coefficients import Coefficient
from annotate.report.confidence import ConfidenceFacts
from annotate.report.confusions import Parting
from annotate.report.facet_section import facet_forest
from annotate.report.forest_text import forest_lines
from annotate.report.interval_words import method_sentences
from annotate.report.many_facet import many_agreement
from annotate.report.pairs import PairAgreement
from annotate.report.plain_reading import facet_reading
from annotate.report.sections import Forest, Mark
from annotate.report.set_facet import set_agreement

__all__ = [
    "CHOICES",
    "AgreementFacts",
    "Coefficient",
    "ConfidenceFacts",
    "FacetAgreement",
    "Forest",
    "LabelAgreement",
    "Mark",
    "PairAgreement",
    "Parting",
    "agreement_html",
    "agreement_json",
    "agreement_markdown",
    "agreement_parts",
    "agreement_text",
    "facet_agreement",
    "facet_forest",
    "facet_reading",
    "forest_lines",
    "many_agreement",
    "method_sentences",
    "set_agreement",
]
