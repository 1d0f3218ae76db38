"""The sections of an agreement report, in the order in which every telling has them."""

from annotate.report.agreement import AgreementFacts
from annotate.report.facet_section import facet_section
from annotate.report.sections import Section

DEFINITIONS = (
    "Percent agreement is the mean, over units with two or more judgements, of the share of their pairs of judgements"
    " that agree; every other coefficient corrects it for chance, in its own way. A label's kappa (Fleiss) and alpha"
    " are of that label against the rest. --json has each number's other weights and other definitions."
)


def agreement_sections(facts: AgreementFacts) -> tuple[Section, ...]:
    """Each facet, then what the numbers mean."""
    return (*map(facet_section, facts.facets), Section("What the numbers mean", (DEFINITIONS,)))
