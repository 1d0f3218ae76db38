"""Documents whose units come as codes give the standard errors that the same documents give pattern by pattern."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.agreement import Interval, Pattern, Tally
from annotate.agreement.coded_clusters import LARGEST, Coded
from annotate.report import FacetAgreement, facet_agreement

REVIEWERS, LABELS = ("ada", "ben", "cy"), ("true", "mixed", "false")

patterns = st.lists(st.sampled_from(["", *LABELS]), min_size=3, max_size=3).map(
    lambda labels: tuple((who, label) for who, label in zip(REVIEWERS, labels, strict=True) if label)
)
documents = st.lists(st.lists(patterns, min_size=1, max_size=6), min_size=5, max_size=12)


@dataclass(frozen=True)
class Written:
    """Patterns written down as Python would."""

    documents: list[list[Pattern]]
    largest: int

    def units(self) -> Iterator[list[str]]:
        return ([repr(pattern) for pattern in document] for document in self.documents)

    def pattern(self, unit: str) -> Pattern:
        return next(pattern for document in self.documents for pattern in document if repr(pattern) == unit)

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        return (Counter(filter(None, document)) for document in self.documents if any(document))


def told(held: list[list[Pattern]], largest: int) -> FacetAgreement:
    """The report of these documents; beyond LARGEST they are gone through pattern by pattern."""
    tally = Tally()
    for document in held:
        for pattern in document:
            tally.add(dict(pattern))
    clusters = Written(held, largest)
    assert isinstance(clusters, Coded)
    return facet_agreement(replace(tally.study("verdict", "ordinal", LABELS), clusters=clusters))


@settings(max_examples=20, deadline=None)
@given(documents)
def test_codes_and_patterns_give_the_same_intervals(held: list[list[Pattern]]) -> None:
    coded, plain = (told(held, largest) for largest in (6, LARGEST + 1))
    for one, other in zip(coded.coefficients + coded.others, plain.coefficients + plain.others, strict=True):
        first, second = one.interval, other.interval
        if isinstance(first, Interval) and isinstance(second, Interval):
            assert first.se == pytest.approx(second.se, rel=1e-11)
            assert (first.low, first.high) == pytest.approx((second.low, second.high), rel=1e-9, abs=1e-11)
            assert first.clusters == second.clusters
        else:
            assert first == second


@settings(max_examples=10, deadline=None)
@given(documents)
def test_the_order_of_documents_and_units_changes_no_digit(held: list[list[Pattern]]) -> None:
    other = [document[::-1] for document in held[::-1]]
    assert told(held, 6) == told(other, 6)
