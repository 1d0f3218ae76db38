"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from typing import TYPE_CHECKING

from annotate.report.agreement import CHOICES, AgreementFacts, FacetAgreement, LabelAgreement, facet_agreement
from annotate.report.agreement_html import agreement_html
from annotate.report.agreement_markdown import agreement_markdown
from annotate.report.agreement_text import agreement_parts, agreement_text
from annotate.report.beside import beside, measure_of
from annotate.report.coefficients import Coefficient
from annotate.report.confidence import ConfidenceFacts
from annotate.report.confusions import Parting
from annotate.report.costly import COSTLY, CostlyClaim
from annotate.report.counted import counted, counted_facts
from annotate.report.deeds import MOST, PERIODS, Deeds, Speed
from annotate.report.evidence import EvidenceAgreement, GroundedClaim, evidence_agreement
from annotate.report.facet_section import facet_forest
from annotate.report.forest_text import forest_lines
from annotate.report.interval_words import method_sentences
from annotate.report.many_facet import many_agreement
from annotate.report.models import Models
from annotate.report.pairs import PairAgreement
from annotate.report.plain_reading import facet_reading
from annotate.report.reviewers import Measure, Patterns, Streamed, patterns_of
from annotate.report.sections import Forest, Mark
from annotate.report.set_facet import set_agreement
from annotate.report.shares import Share, pooled_share, share_of
from annotate.report.slices import By, Slice, SlicesAgreement, ranked, slice_of
from annotate.report.spans import SpanAgreement, span_agreement

if TYPE_CHECKING:
    from annotate.report.agreement_json import agreement_json

__all__ = [
    "CHOICES",
    "COSTLY",
    "MOST",
    "PERIODS",
    "AgreementFacts",
    "By",
    "Coefficient",
    "ConfidenceFacts",
    "CostlyClaim",
    "Deeds",
    "EvidenceAgreement",
    "FacetAgreement",
    "Forest",
    "GroundedClaim",
    "LabelAgreement",
    "Mark",
    "Measure",
    "Models",
    "PairAgreement",
    "Parting",
    "Patterns",
    "Share",
    "Slice",
    "SlicesAgreement",
    "SpanAgreement",
    "Speed",
    "Streamed",
    "agreement_html",
    "agreement_json",
    "agreement_markdown",
    "agreement_parts",
    "agreement_text",
    "beside",
    "counted",
    "counted_facts",
    "evidence_agreement",
    "facet_agreement",
    "facet_forest",
    "facet_reading",
    "forest_lines",
    "many_agreement",
    "measure_of",
    "method_sentences",
    "patterns_of",
    "pooled_share",
    "ranked",
    "set_agreement",
    "share_of",
    "slice_of",
    "span_agreement",
]


def __getattr__(name: str) -> object:
    """What is published as JSON is known by pydantic, which takes longer to load than a report to be told."""
    if name == "agreement_json":
        from annotate.report.agreement_json import agreement_json

        globals()[name] = agreement_json  # or the file that it comes from, which has that name, too, would be found
        return agreement_json
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
