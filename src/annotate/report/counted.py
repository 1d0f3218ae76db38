"""Counted: the study of a facet, out of what the database counted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from annotate.agreement import DEFAULT, KEPT_PATTERNS, Pattern, Study, Tally, Terms, in_sets
from annotate.counting import Count
from annotate.domain import VERDICT, Facet
from annotate.report.agreement import AgreementFacts, FacetAgreement, facet_agreement
from annotate.report.beside import beside, measure_of
from annotate.report.reviewers import patterns_of
from annotate.report.set_facet import set_agreement


def counted_facts(counts: Iterable[tuple[Facet, Count]], terms: Terms = DEFAULT) -> AgreementFacts:
    """The facts of all facets that anybody answered, and of the verdict in any case; without models and details."""
    reports = [_of_facet(facet, count, terms) for facet, count in counts]
    return AgreementFacts(tuple(report for report in reports if report.judgements or report.facet == VERDICT))


def _of_facet(facet: Facet, count: Count, terms: Terms) -> FacetAgreement:
    study, left_out = counted(count, facet)
    if facet.kind == "set":
        return set_agreement(in_sets(study, [label.id for label in facet.labels]), left_out, terms)
    off_scale = [one.id for one in facet.labels if one.off_scale]
    found = facet_agreement(study, left_out, off_scale, terms)
    full = beside(found, measure_of(study, off_scale, terms.confidence, documents=False), patterns_of(study))
    return replace(full, is_detailed=False)


def counted(count: Count, facet: Facet) -> tuple[Study, Mapping[str, int]]:
    """The study, and how much of what kind is not in it; of a crowd, whose patterns are many, unit by unit."""
    tally = Tally()
    left_out: Counter[str] = Counter()
    for token, number in _units(count):
        pattern, left = count.ballot(token)
        tally.add(dict(pattern), number)
        for kind, times in left.items():
            left_out[kind] += times * number
    study = tally.study(facet.id, facet.level, [label.id for label in facet.labels])
    return replace(study, clusters=Documents(count)), dict(sorted(left_out.items()))


def _units(count: Count) -> Iterable[tuple[str, int]]:
    if count.units is not None:
        return count.units.items()
    return ((token, 1) for units in count.documents() for token in units)


@dataclass(frozen=True)
class Documents:
    """The units of each document, by who gave which label: as they are counted, one document at a time."""

    count: Count

    @cached_property
    def largest(self) -> int:
        """The most units of a document."""
        return self.count.largest

    def units(self) -> Iterator[list[str]]:
        """The units of each document, as they are coded."""
        return self.count.documents()

    def pattern(self, unit: str) -> Pattern:
        """Who gave which label."""
        return self.count.ballot(unit)[0]

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        known: dict[str, Pattern] = {}
        for units in self.count.documents():
            known = known if len(known) < KEPT_PATTERNS else {}
            known |= {unit: self.pattern(unit) for unit in set(units).difference(known)}
            patterns = Counter(pattern for unit in units if (pattern := known[unit]))
            if patterns:
                yield patterns
