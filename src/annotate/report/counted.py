"""Counted: the study of a facet, out of what the database counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotate.agreement import DEFAULT, Pattern, Study, Tally, Terms
from annotate.counting import Count
from annotate.domain import VERDICT, Facet
from annotate.report.agreement import AgreementFacts, FacetAgreement, facet_agreement


def counted_facts(counts: Iterable[tuple[Facet, Count]], terms: Terms = DEFAULT) -> AgreementFacts:
    """The facts of all facets that anybody answered, and of the verdict in any case."""
    reports = [_of_facet(facet, count, terms) for facet, count in counts]
    return AgreementFacts(tuple(report for report in reports if report.judgements or report.facet == VERDICT))


def _of_facet(facet: Facet, count: Count, terms: Terms) -> FacetAgreement:
    study, left_out = counted(count, facet)
    return facet_agreement(study, left_out, [one.id for one in facet.labels if one.off_scale], terms)


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


@dataclass(frozen=True, slots=True)
class Documents:
    """The units of each document, by who gave which label: as they are counted, one document at a time."""

    count: Count

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        pattern_of = self._pattern_of()
        for units in self.count.documents():
            patterns: Counter[Pattern] = Counter()
            for token, number in Counter(units).items():
                patterns[pattern_of(token)] += number
            del patterns[()]
            if patterns:
                yield patterns

    def _pattern_of(self) -> Callable[[str], Pattern]:
        if self.count.units is None:
            return lambda token: self.count.ballot(token)[0]
        return {token: self.count.ballot(token)[0] for token in self.count.units}.__getitem__
