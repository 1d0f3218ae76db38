"""The sections of an agreement report, in the order in which every telling has them."""

from collections.abc import Iterator

from annotate.report.agreement import AgreementFacts
from annotate.report.confidence import confidence_section
from annotate.report.definitions import definitions_section
from annotate.report.facet_section import facet_section
from annotate.report.plain_reading import reading_section
from annotate.report.sections import Section


def _facets(facts: AgreementFacts) -> Iterator[Section]:
    for facet in facts.facets:
        yield facet_section(facet)
        if facet.by_confidence:
            yield confidence_section(facet.by_confidence)


def agreement_sections(facts: AgreementFacts) -> tuple[Section, ...]:
    """What it comes to, each facet, then what the numbers mean."""
    return (reading_section(facts), *_facets(facts), definitions_section(facts))
