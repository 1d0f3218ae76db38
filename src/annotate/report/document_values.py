"""Numbers whose units are documents, with the interval of those: spans and evidence have them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

from annotate.agreement import FEW_DOCUMENTS, Ends, Undefined, Value, document_jackknife
from annotate.report.document_citations import TITLES
from annotate.report.figures import number, short
from annotate.report.sections import Mark

METHOD = "jackknife over documents, Student's t"

FEW = "Of {} documents only, too few to know well how documents differ, an interval can be too narrow."

CONFIDENCE = 0.95
"""Coverage of an interval unless another is asked for."""

SHARES = ("f1_", "same_", "jaccard", "cu_coverage", "ku_coverage")
"""How the names begin of what lies between 0 and 1; alphas may lie below."""


class Sums(Protocol):
    """What adds up over documents."""

    def plus(self, other: Self, sign: int = 1) -> Self: ...


Part = TypeVar("Part", bound=Sums)


@dataclass(frozen=True, slots=True)
class DocumentValue:
    """A value with the interval of its documents, or why it has none; `confidence` is its nominal coverage.

    It is made of so many `units` (spans, code points, claims or sources), which stand in so many `documents`.
    """

    name: str
    value: Value
    interval: Ends | Undefined
    units: int
    documents: int
    confidence: float

    @property
    def warning(self) -> str | None:
        """Why the interval can be too narrow."""
        few = isinstance(self.interval, Ends) and self.documents < FEW_DOCUMENTS
        return FEW.format(self.documents) if few else None


def document_values(
    parts: Sequence[Part],
    values: Callable[[Part], Mapping[str, Value]],
    units: Callable[[Part], Mapping[str, int]],
    total: Part,
    confidence: float,
) -> tuple[DocumentValue, ...]:
    """The values of all documents together; `parts` are the documents, one each, and `total` is their sum."""
    without = [values(total.plus(one, -1)) for one in parts] if len(parts) > 1 else []
    counts, of_parts = units(total), [units(one) for one in parts]
    found = []
    for name, value in values(total).items():
        documents = sum(one[name] > 0 for one in of_parts)
        floor = 0.0 if name.startswith(SHARES) else None
        interval = document_jackknife(value, [one[name] for one in without], documents, confidence, floor)
        found.append(DocumentValue(name, value, interval, counts[name], documents, confidence))
    return tuple(found)


def interval_text(one: DocumentValue) -> str:
    """The interval as a cell of a table."""
    return f"{one.interval.low:.3f} to {one.interval.high:.3f}" if isinstance(one.interval, Ends) else "–"


def value_text(one: DocumentValue) -> str:
    """The value as a cell of a table."""
    return short(one.value)


def mark(one: DocumentValue) -> Mark:
    """Its place in a forest plot."""
    if isinstance(one.interval, Undefined):
        return Mark(TITLES[one.name], number(one.value))
    return Mark(TITLES[one.name], number(one.value), one.interval.low, one.interval.high)


def reasons(values: Iterable[DocumentValue]) -> Iterator[str]:
    """Why values, or intervals, are not there, those of one reason in one sentence; and what warns of intervals."""
    values = list(values)
    yield from dict.fromkeys(one.warning for one in values if one.warning)
    lacking: dict[tuple[str, str], list[str]] = {}
    for one in values:
        for what, found in (("value", one.value), ("interval", one.interval)):
            if isinstance(found, Undefined):
                lacking.setdefault((what, found.reason), []).append(TITLES[one.name])
                break
    for (what, reason), titles in lacking.items():
        yield f"No {what} for {'; '.join(titles)}: {reason}."
