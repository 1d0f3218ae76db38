"""The sections of an agreement report, in the order in which every telling has them."""

from annotate.report.agreement import AgreementFacts
from annotate.report.definitions import definitions_section
from annotate.report.facet_section import facet_section
from annotate.report.plain_reading import reading_section
from annotate.report.sections import Section


def agreement_sections(facts: AgreementFacts) -> tuple[Section, ...]:
    """What it comes to, each facet, then what the numbers mean."""
    return (reading_section(facts), *map(facet_section, facts.facets), definitions_section(facts))
