"""The sections of an agreement report, in the order in which every telling has them."""

from annotate.report.agreement import AgreementFacts
from annotate.report.evidence_section import evidence_section
from annotate.report.facet_section import facet_section
from annotate.report.sections import Section
from annotate.report.spans_section import spans_section

DEFINITIONS = (
    "Percent agreement is the mean, over units with two or more judgements, of the share of their pairs of judgements"
    " that agree; every other coefficient corrects it for chance, in its own way. A label's kappa (Fleiss) and alpha"
    " are of that label against the rest. --json has each number's other weights and other definitions."
)


def agreement_sections(facts: AgreementFacts) -> tuple[Section, ...]:
    """Each facet, spans, evidence, then what the numbers mean."""
    spans = (spans_section(facts.spans),) if facts.spans else ()
    evidence = (evidence_section(facts.evidence),) if facts.evidence else ()
    return (*map(facet_section, facts.facets), *spans, *evidence, Section("What the numbers mean", (DEFINITIONS,)))
