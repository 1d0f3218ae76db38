"""The sections of an agreement report, in the order in which every telling has them."""

from collections.abc import Iterator
from itertools import chain

from annotate.report.agreement import AgreementFacts, FacetAgreement
from annotate.report.confidence import confidence_section
from annotate.report.costly_section import costly_section
from annotate.report.definitions import definitions_section
from annotate.report.evidence_section import evidence_section
from annotate.report.facet_section import facet_section
from annotate.report.models_section import models_section
from annotate.report.plain_reading import reading_section
from annotate.report.reviewers_section import reviewers_section
from annotate.report.sections import Section
from annotate.report.slices_section import slices_section
from annotate.report.spans_section import spans_section

UNTOLD = (
    "Decisions, drift, speed, claims met twice, the claims that cost most, and intervals of what each reviewer agrees"
    " on are not told, since every judgement has to be looked at for them: ask with --details."
)


def agreement_sections(facts: AgreementFacts) -> tuple[Section, ...]:
    """What it comes to, each facet, spans, evidence, then what the numbers mean."""
    spans = (spans_section(facts.spans),) if facts.spans else ()
    evidence = (evidence_section(facts.evidence),) if facts.evidence else ()
    of_facets = chain.from_iterable(map(_of_facet, facts.facets))
    return (reading_section(facts), *of_facets, *spans, *evidence, definitions_section(facts))


def _of_facet(facet: FacetAgreement) -> Iterator[Section]:
    yield facet_section(facet)
    if facet.by_confidence:
        yield confidence_section(facet.by_confidence)
    if facet.by_reviewer:
        yield reviewers_section(facet.facet, facet.by_reviewer)
    if facet.models:
        yield models_section(facet.facet, facet.models)
    if facet.costly:
        yield costly_section(facet.facet, facet.costly)
    if facet.slices:
        yield slices_section(facet.facet, facet.slices)
    if not facet.is_detailed:
        yield Section(f"Details on {facet.facet}", (UNTOLD,))
