"""How far reviewers agree on which spans are claims: the facts, computed once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from annotate.agreement import Continuum, Meeting, of_label, of_spans, together, units_of_label, units_of_spans
from annotate.report.document_values import CONFIDENCE, DocumentValue, document_values


@dataclass(frozen=True, slots=True)
class SpanPair:
    """Two reviewers in the documents that both read, and how many spans each of them marked there."""

    a: str
    b: str
    documents: int
    spans: tuple[int, int]
    coefficients: tuple[DocumentValue, ...]


@dataclass(frozen=True, slots=True)
class SpanLabel:
    """The spans of one label, of all who read the same documents."""

    label: str
    spans: int
    coefficients: tuple[DocumentValue, ...]


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """Agreement on spans.

    `documents` were read by two or more; `reviewers` maps each to the number of spans that he marked in those. `alone`
    documents were read by one and do not count; `left_out` says how many spans of what kind do not count, `shown` how
    many that count were judged by another reader who did not mark them.
    """

    documents: int
    alone: int
    reviewers: Mapping[str, int]
    coefficients: tuple[DocumentValue, ...]
    pairs: tuple[SpanPair, ...]
    labels: tuple[SpanLabel, ...]
    left_out: Mapping[str, int]
    shown: int


def span_agreement(read: Iterable[Continuum], confidence: float = CONFIDENCE) -> SpanAgreement:
    """The facts of the documents `read`, each with those who read it; they are gone through once.

    What was left out before, or shown to the other, is for the caller to add.
    """
    whole: list[Meeting] = []
    pairs: dict[tuple[str, str], list[Meeting]] = {}
    marked: dict[str, int] = {}
    alone = 0
    for continuum in read:
        if len(continuum.units) < 2:
            alone += 1
            continue
        met = Meeting.of(continuum)
        whole.append(met)
        for reviewer, units in continuum.units.items():
            marked[reviewer] = marked.get(reviewer, 0) + len(units)
        for a, b in combinations(continuum.units, 2):
            pairs.setdefault((a, b), []).append(Meeting.of(continuum.only(a, b)) if met.crowded else met)
    total = together(whole)
    return SpanAgreement(
        documents=total.documents,
        alone=alone,
        reviewers=dict(sorted(marked.items())),
        coefficients=_of_all(whole, confidence),
        pairs=tuple(_pair(pair, pairs[pair], confidence) for pair in sorted(pairs)),
        labels=tuple(_labels(whole, total, confidence)),
        left_out={},
        shown=0,
    )


def _pair(pair: tuple[str, str], met: Sequence[Meeting], confidence: float) -> SpanPair:
    exact = together(met).shares["exact", None]
    return SpanPair(*pair, len(met), (exact.first, exact.second), _of_all(met, confidence))


def _of_all(met: Sequence[Meeting], confidence: float) -> tuple[DocumentValue, ...]:
    total = together(met)
    found = document_values(met, of_spans, units_of_spans, total, confidence)
    return tuple(one for one in found if one.name != "u_alpha_layers" or total.overlapping)


def _labels(whole: Sequence[Meeting], total: Meeting, confidence: float) -> Iterator[SpanLabel]:
    for label, spans in total.spans.items():
        values, units = partial(of_label, label=label), partial(units_of_label, label=label)
        found = document_values(whole, values, units, total, confidence)
        yield SpanLabel(label, spans, found)
