"""How it is told: facts once, then tellings of the same facts, each in its own form."""

from typing import TYPE_CHECKING

from annotate.report.agreement import AgreementFacts, FacetAgreement, LabelAgreement, facet_agreement
from annotate.report.agreement_html import agreement_html
from annotate.report.agreement_markdown import agreement_markdown
from annotate.report.agreement_text import agreement_parts, agreement_text
from annotate.report.coefficients import Coefficient
from annotate.report.confusions import Parting
from annotate.report.counted import counted, counted_facts
from annotate.report.facet_section import facet_forest
from annotate.report.forest_text import forest_lines
from annotate.report.interval_words import method_sentences
from annotate.report.pairs import PairAgreement
from annotate.report.plain_reading import facet_reading
from annotate.report.sections import Forest, Mark

if TYPE_CHECKING:
    from annotate.report.agreement_json import agreement_json

__all__ = [
    "AgreementFacts",
    "Coefficient",
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
    "counted",
    "counted_facts",
    "facet_agreement",
    "facet_forest",
    "facet_reading",
    "forest_lines",
    "method_sentences",
]


def __getattr__(name: str) -> object:
    """What is published as JSON is known by pydantic, which takes longer to load than a report to be told."""
    if name == "agreement_json":
        from annotate.report.agreement_json import agreement_json

        globals()[name] = agreement_json  # or the file that it comes from, which has that name, too, would be found
        return agreement_json
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
