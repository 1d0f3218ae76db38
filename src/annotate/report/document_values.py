"""Numbers whose units are documents, with the interval of those: spans and evidence have them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from annotate.agreement import Interval, Undefined, Value, by_document
from annotate.formats.wire import DocumentCoefficient
from annotate.report.document_citations import CITATIONS
from annotate.report.figures import place, short

METHOD = "jackknife over documents, Student's t"

CONFIDENCE = 0.95
"""Coverage of an interval unless another is asked for."""

SHARES = ("f1_", "same_", "jaccard")
"""How the names begin of what lies between 0 and 1; alphas may lie below."""


class Sums(Protocol):
    """What adds up over documents."""

    def plus(self, other: Self, sign: int = 1) -> Self: ...


Part = TypeVar("Part", bound=Sums)


@dataclass(frozen=True, slots=True)
class DocumentValue:
    """A value with the interval of its documents, or why it has none; `confidence` is its nominal coverage."""

    name: str
    value: Value
    interval: Interval | Undefined
    documents: int
    confidence: float


def document_values(
    parts: Sequence[Part], total: Part, values: Callable[[Part], Mapping[str, Value]], confidence: float
) -> tuple[DocumentValue, ...]:
    """The values of all documents together; `parts` are the documents, one each, and `total` their sum."""
    without = [values(total.plus(one, -1)) for one in parts] if len(parts) > 1 else []
    found = []
    for name, value in values(total).items():
        floor = 0.0 if name.startswith(SHARES) else None
        interval = by_document(value, [one[name] for one in without], len(parts), confidence, floor)
        found.append(DocumentValue(name, value, interval, len(parts), confidence))
    return tuple(found)


def document_json(one: DocumentValue) -> DocumentCoefficient:
    """The value in the published shape."""
    interval = one.interval if isinstance(one.interval, Interval) else None
    why = next((found.reason for found in (one.value, one.interval) if isinstance(found, Undefined)), None)
    return DocumentCoefficient(
        name=one.name,
        value=place(one.value),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        confidence=one.confidence if interval else None,
        interval=METHOD if interval else None,
        undefined=why,
        documents=one.documents,
        citation=CITATIONS[one.name],
    )


def interval_text(one: DocumentValue) -> str:
    """The interval as a cell of a table."""
    return f"{one.interval.low:.3f} to {one.interval.high:.3f}" if isinstance(one.interval, Interval) else "–"


def value_text(one: DocumentValue) -> str:
    """The value as a cell of a table."""
    return short(one.value)
